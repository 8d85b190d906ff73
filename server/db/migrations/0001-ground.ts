import { type Kysely, sql } from 'kysely';

/** Workspaces, users, clients, records and their history: what push and pull stand on. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}

const statements = [
  `create table workspaces (
    ws text primary key,
    name text not null,
    version bigint not null default 0,
    epoch text not null,
    horizon bigint not null default 0
  )`,
  `create table users (
    ws text not null references workspaces,
    id text not null,
    email text not null,
    name text not null,
    team text not null check (team in ('sales_development', 'sales', 'marketing', 'customer_success', 'admin')),
    primary key (ws, id),
    unique (ws, email)
  )`,
  `create table identities (
    issuer text not null,
    subject text not null,
    ws text not null,
    user_id text not null,
    primary key (issuer, subject),
    foreign key (ws, user_id) references users (ws, id) on delete cascade
  )`,
  `create table clients (
    ws text not null,
    client text not null,
    user_id text not null,
    last_mutation_id bigint not null default 0,
    primary key (ws, client)
  )`,
  `create table mutation_log (
    ws text not null,
    client text not null,
    mutation_id bigint not null,
    name text not null,
    nonce text not null,
    result jsonb not null,
    version bigint null,
    at timestamptz not null default now(),
    primary key (ws, client, mutation_id)
  )`,
  `create table records (
    ws text not null,
    kind text not null,
    id text not null,
    scope text not null,
    version bigint not null,
    deleted_at timestamptz null,
    data jsonb not null,
    guards jsonb not null default '{}',
    primary key (ws, kind, id)
  )`,
  'create index records_by_scope on records (ws, scope, version)',
  `create table record_keys (
    ws text not null,
    key text not null,
    kind text not null,
    id text not null,
    primary key (ws, key)
  )`,
  'create index record_keys_by_record on record_keys (ws, kind, id)',
  `create table record_index (
    ws text not null,
    key text not null,
    kind text not null,
    id text not null,
    primary key (ws, key, kind, id)
  )`,
  `create index record_index_of on record_index (ws, kind, id)`,
  `create table record_aliases (
    ws text not null,
    kind text not null,
    alias text not null,
    id text not null,
    primary key (ws, kind, alias)
  )`,
  `create table scope_exits (
    ws text not null,
    scope text not null,
    kind text not null,
    id text not null,
    version bigint not null,
    primary key (ws, scope, kind, id)
  )`,
  'create index scope_exits_by_version on scope_exits (ws, scope, version)',
  `create table history (
    ws text not null,
    version bigint not null,
    kind text not null,
    id text not null,
    seq int not null,
    field text not null,
    before jsonb,
    after jsonb,
    by_user text,
    by_client text,
    at timestamptz not null default now(),
    mutation text,
    primary key (ws, version, kind, id, seq)
  )`,
];
