/** What somebody may see: the one answer that everything which reads or writes accounts goes by [A1]. */
import { type Kysely, sql } from 'kysely';
import type { Actor, Asker } from '../actor.ts';
import type { Database } from '../db/schema.ts';

export interface Sight {
  ws: string;
  /** The restricted accounts that are closed to this asker: of the whole workspace, or of those asked about. */
  closed: ReadonlySet<string>;
  /** The version at which anybody's sight changed last; absent for whoever sees everything anyway. */
  access?: number;
}

/** Admins, API keys and the server itself [A8]. */
export const everything = (ws: string): Sight => ({ ws, closed: new Set() });

export const seesAll = ({ userId, team }: Asker): boolean =>
  userId === undefined || team === 'admin';

/** Looked up once for a request; `among` asks about these scopes alone. */
export async function sightOf(
  db: Kysely<Database>,
  asker: Asker,
  among?: readonly string[],
): Promise<Sight> {
  const { ws, userId = '' } = asker;
  if (seesAll(asker)) return everything(ws);
  const asked = among ? sql<boolean>`r.scope = any(${[...among]}::text[])` : sql<boolean>`true`;
  const { rows } = await sql<{ access: number; closed: string[] }>`
    select w.access, array(
      select r.scope from restricted r
       where r.ws = w.ws and ${asked}
         and not exists (select 1 from grants g where g.ws = r.ws and g.scope = r.scope and g.user_id = ${userId})
    ) as closed from workspaces w where w.ws = ${ws}`.execute(db);
  const { access, closed } = rows[0] ?? { access: 0, closed: [] };
  return { ws, closed: new Set(closed), access };
}

/** Whether one of these accounts is closed to the writer; each is looked up once. `access` as the client's row came with. */
export type IsClosed = (scopes: readonly string[]) => Promise<boolean>;

export function doors(db: Kysely<Database>, actor: Actor, access: number): IsClosed {
  const asked = new Set<string>();
  return async (scopes) => {
    const fresh = scopes.filter((scope) => !asked.has(scope));
    if (access === 0 || seesAll(actor) || fresh.length === 0) return false;
    for (const scope of fresh) asked.add(scope);
    return (await sightOf(db, actor, fresh)).closed.size > 0;
  };
}

/** As a condition on a column that holds scopes, e.g. `r.scope`. */
export const openIn = ({ closed }: Sight, column: string) =>
  closed.size === 0
    ? sql<boolean>`true`
    : sql<boolean>`${sql.ref(column)} <> all(${[...closed]}::text[])`;

/** What an edit is answered whose account the writer may not see. */
export const notOpenBecause = 'This account is not open to you. An admin says who may see it.';
