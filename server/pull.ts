/** Pull: what changed in the scopes a client follows, and which are closed to it, all read in one snapshot, paged by version. */
import { type Kysely, sql } from 'kysely';
import type { PullAnswer, PullRequest } from '#lib/contract/sync.ts';
import { pullLimit } from '#lib/contract/version.ts';
import { type Kind, kindsOf } from '#lib/model/kinds.ts';
import { everything, sightOf } from './access/sight.ts';
import type { Actor } from './actor.ts';
import type { Json } from './db/json.ts';
import type { Database } from './db/schema.ts';
import { tellable } from './mutation-log.ts';
import { ProblemError } from './problem.ts';
import type { Tx } from './stored.ts';

interface Row {
  what: 'put' | 'delete' | 'exit';
  kind: Kind;
  id: string;
  scope: string;
  version: number;
  data: { [key: string]: Json } | null;
  /** Nothing is left in its row, not even what it said before (`privacy/erase.ts`). */
  erased: boolean;
}

/** @throws ProblemError `forbidden` for another user's client id */
export async function pull(
  db: Kysely<Database>,
  actor: Actor,
  request: PullRequest,
  limit = pullLimit,
): Promise<PullAnswer> {
  return db
    .transaction()
    .setIsolationLevel('repeatable read')
    .setAccessMode('read only')
    .execute((tx) => pullPage(tx, actor, request, limit));
}

async function pullPage(
  tx: Tx,
  actor: Actor,
  request: PullRequest,
  limit: number,
): Promise<PullAnswer> {
  const { ws, userId } = actor;
  const workspace = await startOf(tx, ws, request);
  if (workspace.user !== null && workspace.user !== userId)
    throw new ProblemError('forbidden', 'This client id belongs to another user.');

  const { closed } =
    workspace.access === 0 ? everything(ws) : await sightOf(tx, actor, Object.keys(request.scopes));
  const { from, reset } = startingPoints(request, workspace, closed);
  const fill = fillOf(request, reset, from);
  const of = { ws, from, kinds: kindsOf(request.schema), fill };
  const { rows, until } = await changed(tx, of, limit);
  const cursors = Object.fromEntries(
    [...from].map(([scope, cursor]) => [
      scope,
      until === null ? workspace.version : Math.max(cursor, until),
    ]),
  );
  // Whoever was erased where it is closed meanwhile: what the client's user wrote of them there goes as well.
  const erased = until === null ? await erasedAt(tx, ws, [...closed]) : [];
  return {
    epoch: workspace.epoch,
    salt: workspace.salt,
    puts: rows.flatMap(({ what, kind, id, scope, version, data }) =>
      what === 'put' ? [{ kind, id, scope, version, data: data ?? {} }] : [],
    ),
    deletes: [...rows, ...erased].flatMap(gone('delete')),
    exits: rows.flatMap(gone('exit')),
    cursors,
    reset,
    revoked: [...closed],
    partial: await partial(tx, ws, fill),
    more: until !== null,
    lastMutationId: workspace.last,
    results: await tellable(tx, actor, workspace.results),
  };
}

interface Start {
  version: number;
  epoch: string;
  horizon: number;
  salt: string;
  access: number;
  /** Whose the client id is; `null` where it has pushed nothing. */
  user: string | null;
  last: number;
  results: { result: unknown; scopes: string[] }[];
}

/** The workspace, the client and what became of its edits, in one question. */
async function startOf(tx: Tx, ws: string, { client, after }: PullRequest): Promise<Start> {
  const { rows } = await sql<Start>`
    select w.version, w.epoch, w.horizon, w.salt, w.access, c.user_id as "user", coalesce(c.last_mutation_id, 0) as last,
           (select coalesce(jsonb_agg(jsonb_build_object('result', l.result, 'scopes', l.scopes) order by l.mutation_id), '[]')
              from mutation_log l where l.ws = w.ws and l.client = ${client} and l.mutation_id > ${after}) as results
      from workspaces w left join clients c on c.ws = w.ws and c.client = ${client}
     where w.ws = ${ws}`.execute(tx);
  const [start] = rows;
  if (!start) throw new TypeError(`There is no workspace ${ws}.`);
  return start;
}

/** Where each scope continues. After a restore (another epoch) or behind the horizon of tombstones it starts anew. */
function startingPoints(
  { epoch, scopes, continued }: PullRequest,
  workspace: { epoch: string; horizon: number },
  closed: ReadonlySet<string>,
): { from: Map<string, number>; reset: string[] } {
  const reset: string[] = [];
  const from = new Map<string, number>();
  for (const [scope, cursor] of Object.entries(scopes)) {
    if (closed.has(scope)) continue;
    const old = cursor > 0 && cursor < workspace.horizon && !continued;
    const lost = (epoch !== null && epoch !== workspace.epoch) || old;
    if (lost) reset.push(scope);
    from.set(scope, lost ? 0 : cursor);
  }
  return { from, reset };
}

/** Whose older touches are left out, and of before when. */
interface Fill {
  scopes: string[];
  touchesSince: string;
}

/** A scope told anew in this very answer is being filled too. */
function fillOf(
  { filling }: PullRequest,
  reset: string[],
  from: ReadonlyMap<string, number>,
): Fill | null {
  if (!filling) return null;
  const scopes = [...filling.scopes, ...reset].filter((scope) => from.has(scope));
  return { ...filling, scopes: [...new Set(scopes)] };
}

/** The scopes of which something is left out: their clients page it from the journey instead. */
async function partial(tx: Tx, ws: string, fill: Fill | null): Promise<Record<string, string>> {
  if (!fill || fill.scopes.length === 0) return {};
  const { rows } = await sql<{ scope: string }>`
    select f.scope from unnest(${fill.scopes}::text[]) as f(scope)
     where exists (select 1 from records r
                    where r.ws = ${ws} and r.scope = f.scope and r.deleted_at is null and ${isOld(fill)})`.execute(
    tx,
  );
  return Object.fromEntries(rows.map(({ scope }) => [scope, fill.touchesSince]));
}

const isOld = ({ touchesSince }: Fill) =>
  sql<boolean>`(r.kind = 'touch' and (r.data->>'at') collate "C" < ${touchesSince}::text)`;

/** Nothing is left in its row, not even what it said before. Told from any cursor: edits of the past may speak of it. */
const isErased = sql<boolean>`r.data = '{}'::jsonb`;

/** What is asked for: of these scopes, from these versions on, of these kinds. */
interface Asked {
  ws: string;
  from: Map<string, number>;
  kinds: Kind[];
  fill: Fill | null;
}

/** The rows of one page in version order; `until` is the last version that is complete in it, or `null` on the last page. */
async function changed(
  tx: Tx,
  asked: Asked,
  limit: number,
): Promise<{ rows: Row[]; until: number | null }> {
  const rows = await changedRows(tx, asked, limit + 1);
  if (rows.length <= limit) return { rows, until: null };
  const cut = rows[limit]?.version ?? 0;
  const whole = rows.filter(({ version }) => version < cut);
  if (whole.length > 0) return { rows: whole, until: whole.at(-1)?.version ?? 0 };
  // One version alone is larger than a page: it is never split.
  return { rows: await changedRows(tx, asked, null, cut), until: cut };
}

async function changedRows(
  tx: Tx,
  { ws, from, kinds, fill }: Asked,
  limit: number | null,
  only?: number,
): Promise<Row[]> {
  const scopes = [...from.keys()];
  const cursors = [...from.values()];
  const leftOut = fill
    ? sql<boolean>`(r.scope = any(${fill.scopes}::text[]) and ${isOld(fill)})`
    : sql<boolean>`false`;
  const result = await sql<Row>`
    with followed as (select * from unnest(${scopes}::text[], ${cursors}::bigint[]) as f(scope, cursor))
    select case when r.deleted_at is null then 'put' else 'delete' end as what,
           r.kind, r.id, r.scope, r.version, case when r.deleted_at is null then r.data end as data, ${isErased} as erased
      from records r join followed f on f.scope = r.scope
     where r.ws = ${ws} and r.kind = any(${kinds}::text[]) and r.version > f.cursor
       and (r.deleted_at is null or f.cursor > 0 or (r.kind = 'contact' and ${isErased}))
       and not ${leftOut}
       and (${only ?? null}::bigint is null or r.version = ${only ?? null}::bigint)
    union all
    select 'exit', e.kind, e.id, e.scope, e.version, null, coalesce(${isErased}, false)
      from scope_exits e join followed f on f.scope = e.scope
      left join records r on r.ws = e.ws and r.kind = e.kind and r.id = e.id
     where e.ws = ${ws} and e.kind = any(${kinds}::text[]) and e.version > f.cursor
       and (f.cursor > 0 or coalesce(${isErased}, false))
       and (${only ?? null}::bigint is null or e.version = ${only ?? null}::bigint)
    order by version, kind, id
    limit ${limit}::bigint`.execute(tx);
  return result.rows;
}

/** The bare ids of whoever was erased at these accounts, and nothing else of them. */
async function erasedAt(tx: Tx, ws: string, scopes: string[]): Promise<Row[]> {
  if (scopes.length === 0) return [];
  const { rows } = await sql<Row>`
    select 'delete' as what, r.kind, r.id, r.scope, r.version, null as data, true as erased
      from records r
     where r.ws = ${ws} and r.scope = any(${scopes}::text[]) and r.kind = 'contact' and ${isErased}
    union all
    select 'delete', e.kind, e.id, e.scope, e.version, null, true
      from scope_exits e join records r on r.ws = e.ws and r.kind = e.kind and r.id = e.id
     where e.ws = ${ws} and e.scope = any(${scopes}::text[]) and e.kind = 'contact' and ${isErased}`.execute(
    tx,
  );
  return rows;
}

const gone = (what: Row['what']) => (row: Row) =>
  row.what === what
    ? [
        {
          ...{ kind: row.kind, id: row.id, scope: row.scope, version: row.version },
          ...(row.erased && { erased: true }),
        },
      ]
    : [];
