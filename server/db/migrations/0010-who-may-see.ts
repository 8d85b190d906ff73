import { type Kysely, sql } from 'kysely';

/** Restricted accounts and who may see them; what a logged result speaks of, so that it can be kept from whom it is closed to. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}

const statements = [
  // The version at which anybody's sight changed last; 0 while nothing was ever restricted.
  'alter table workspaces add column access bigint not null default 0',
  `create table restricted (
    ws text not null references workspaces,
    scope text not null,
    by_user text null,
    at timestamptz not null default now(),
    primary key (ws, scope)
  )`,
  `create table grants (
    ws text not null,
    scope text not null,
    user_id text not null,
    primary key (ws, scope, user_id),
    foreign key (ws, user_id) references users (ws, id) on delete cascade
  )`,
  `alter table mutation_log add column scopes text[] not null default '{}'`,
];
