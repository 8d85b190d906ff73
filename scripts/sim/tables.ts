/** The server's tables, as the checks read them: plainly, all of one workspace. */
import type { Kysely } from 'kysely';
import type { MutationResult } from '../../lib/contract/sync.ts';
import type { Database } from '../../server/db/schema.ts';

/** What the server's log says of an edit. */
export interface Logged {
  client: string;
  mutation_id: number;
  nonce: string;
  /** Of the commit; `null` where it changed nothing. */
  version: number | null;
  at: Date;
  /** The result of the same edit under another client id, told once more. */
  again: boolean;
  result: MutationResult;
}

/** A record that is there. */
export interface Served {
  kind: string;
  id: string;
  scope: string;
  version: number;
  data: unknown;
}

/** A field that changed; `*` is the whole record, made or deleted. */
export interface Changed {
  version: number;
  kind: string;
  id: string;
  field: string;
  before: unknown;
  after: unknown;
  by_client: string | null;
}

export interface Tables {
  clients: readonly { client: string; last_mutation_id: number }[];
  log: readonly Logged[];
  /** In the order of its versions. */
  history: readonly Changed[];
  served: readonly Served[];
  /** The accounts that are closed to a user, who is no admin. */
  closedTo: (user: string) => ReadonlySet<string>;
}

export async function readTables(db: Kysely<Database>, ws: string): Promise<Tables> {
  const clients = await db
    .selectFrom('clients')
    .select(['client', 'last_mutation_id'])
    .where('ws', '=', ws)
    .execute();
  const history = await db
    .selectFrom('history')
    .select(['version', 'kind', 'id', 'field', 'before', 'after', 'by_client'])
    .where('ws', '=', ws)
    // Who may see an account is no part of its record.
    .where('field', '!=', 'access')
    .orderBy('version')
    .orderBy('seq')
    .execute();
  const served = await db
    .selectFrom('records')
    .select(['kind', 'id', 'scope', 'version', 'data'])
    .where('ws', '=', ws)
    .where('deleted_at', 'is', null)
    .execute();
  const restricted = await db
    .selectFrom('restricted')
    .select('scope')
    .where('ws', '=', ws)
    .execute();
  const grants = await db
    .selectFrom('grants')
    .select(['scope', 'user_id'])
    .where('ws', '=', ws)
    .execute();
  const closedTo = (user: string) => {
    const granted = new Set(grants.flatMap((one) => (one.user_id === user ? [one.scope] : [])));
    return new Set(restricted.flatMap(({ scope }) => (granted.has(scope) ? [] : [scope])));
  };
  return { clients, log: await readLog(db, ws), history, served, closedTo };
}

/** Of all edits, or of these. */
export async function readLog(
  db: Kysely<Database>,
  ws: string,
  nonces?: readonly string[],
): Promise<Logged[]> {
  const rows = await db
    .selectFrom('mutation_log')
    .select(['client', 'mutation_id', 'nonce', 'version', 'at', 'again', 'result'])
    .where('ws', '=', ws)
    .$if(nonces !== undefined, (query) => query.where('nonce', 'in', nonces ?? []))
    .execute();
  return rows.map((row) => ({ ...row, result: row.result as unknown as MutationResult }));
}
