/** The tables as Kysely sees them; `migrations/` creates them. Versions and ids of mutations are numbers on both databases. */
import type { ColumnType, Generated } from 'kysely';
import type { Team } from '#lib/model/vocabulary.ts';
import type { Json, Jsonb } from './json.ts';

/** Read as parsed JSON, written only through `jsonb()`. */
type JsonColumn<T = Json> = ColumnType<T, Jsonb, Jsonb>;
type JsonColumnWithDefault<T = Json> = ColumnType<T, Jsonb | undefined, Jsonb>;
type JsonColumnOrNull<T = Json> = ColumnType<T | null, Jsonb | null | undefined, Jsonb | null>;
type JsonObject = { [key: string]: Json };

export interface Database {
  /** `version` is the counter every committed mutation takes last; `horizon` the oldest version a cursor may still name. */
  workspaces: {
    ws: string;
    name: string;
    version: Generated<number>;
    epoch: string;
    horizon: Generated<number>;
    /** With which the keys on the do-not-record list are hashed. */
    salt: Generated<string>;
    /** The version at which who may see what changed last; 0 while nothing was ever restricted. */
    access: Generated<number>;
  };
  users: { ws: string; id: string; email: string; name: string; team: Team };
  /** Which user a subject of an issuer is. */
  identities: { issuer: string; subject: string; ws: string; user_id: string };
  clients: { ws: string; client: string; user_id: string; last_mutation_id: Generated<number> };
  /** `again`: the result of the same edit (`nonce`) under another client id, told once more. */
  mutation_log: {
    ws: string;
    client: string;
    mutation_id: number;
    name: string;
    nonce: string;
    result: JsonColumn;
    version: number | null;
    at: Generated<Date>;
    again: Generated<boolean>;
    /** The accounts a refusal or conflict speaks of: kept from whoever may not see one of them. */
    scopes: Generated<string[]>;
  };
  /** Every synced record; `guards` holds, per guarded field, the version and writer of its last change. */
  records: {
    ws: string;
    kind: string;
    id: string;
    scope: string;
    version: number;
    deleted_at: Date | null;
    data: JsonColumn<JsonObject>;
    guards: JsonColumnWithDefault<JsonObject>;
  };
  /** Identity keys such as `linkedin:in:jane`, unique per workspace. */
  record_keys: { ws: string; key: string; kind: string; id: string };
  /** What else records are found by: the records they hang on, `of:account:a1`, and names, `name:acme`. */
  record_index: { ws: string; key: string; kind: string; id: string };
  /** Ids that later turned out to name an earlier record. */
  record_aliases: { ws: string; kind: string; alias: string; id: string };
  scope_exits: { ws: string; scope: string; kind: string; id: string; version: number };
  /** Accounts that only admins and the users in `grants` may see; all others are open to the whole workspace. */
  restricted: { ws: string; scope: string; by_user: string | null; at: Generated<Date> };
  grants: { ws: string; scope: string; user_id: string };
  /** `scopes` with commas between; `name` is the sender's, under which its signals are told apart. */
  api_keys: {
    id: string;
    hash: string;
    ws: string;
    name: string;
    scopes: string;
    created_at: Generated<Date>;
    revoked_at: Date | null;
  };
  /** What came, by the sender's id, with its answer; `payload` while it waits for its visitor to become known. */
  signals: {
    ws: string;
    source: string;
    id: string;
    result: JsonColumnOrNull;
    visitor: string | null;
    payload: JsonColumnOrNull;
    at: Generated<Date>;
  };
  history: {
    ws: string;
    version: number;
    kind: string;
    id: string;
    seq: number;
    field: string;
    before: JsonColumnOrNull;
    after: JsonColumnOrNull;
    by_user: string | null;
    by_client: string | null;
    at: Generated<Date>;
    mutation: string | null;
  };
}
