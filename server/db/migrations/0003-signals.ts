import { type Kysely, sql } from 'kysely';

/** Keys of other systems, and what they sent. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}

const statements = [
  // Only the hash of a key is kept. Signals of one `name` are told apart by their ids, over all its keys.
  `create table api_keys (
    id text primary key,
    hash text not null unique,
    ws text not null references workspaces,
    name text not null,
    scopes text not null,
    created_at timestamptz not null default now(),
    revoked_at timestamptz null
  )`,
  'create index api_keys_by_workspace on api_keys (ws)',
  // `payload` is there only while a signal waits for its visitor to become known.
  `create table signals (
    ws text not null,
    source text not null,
    id text not null,
    result jsonb null,
    visitor text null,
    payload jsonb null,
    at timestamptz not null default now(),
    primary key (ws, source, id)
  )`,
  'create index signals_waiting on signals (ws, visitor) where payload is not null',
  `create index records_journey on records (ws, scope, (data->>'at'), id)
    where kind in ('touch', 'transition') and deleted_at is null`,
];
