/** Deleted records are told of for ninety days; whoever was away longer fills the cache anew. */
import { type Kysely, sql } from 'kysely';
import type { Database } from './db/schema.ts';
import type { Logger } from './log.ts';

const day = 86_400_000;
const keptFor = 90 * day;

const erasedOf = sql`select from records r
  where r.ws = scope_exits.ws and r.kind = scope_exits.kind and r.id = scope_exits.id and r.data = '{}'::jsonb`;

/** Forgets what was deleted longer ago, and moves each workspace's horizon to the youngest of it. Tells how many records went. */
export function forgetTombstones(db: Kysely<Database>, now = Date.now()): Promise<number> {
  return db.transaction().execute(async (tx) => {
    const gone = await tx
      .deleteFrom('records')
      .where('deleted_at', '<', new Date(now - keptFor))
      // The bare id of somebody erased stays: whoever fills a cache anew is to forget them as well.
      .where(sql<boolean>`not (kind = 'contact' and data = '{}'::jsonb)`)
      .returning(['ws', 'version'])
      .execute();
    const horizons = new Map<string, number>();
    for (const { ws, version } of gone) horizons.set(ws, Math.max(version, horizons.get(ws) ?? 0));
    for (const [ws, version] of [...horizons].sort(([a], [b]) => (a < b ? -1 : 1))) {
      await tx
        .updateTable('workspaces')
        .set({ horizon: sql<number>`greatest(horizon, ${version}::bigint)` })
        .where('ws', '=', ws)
        .execute();
      // A cursor behind the horizon starts anew, so nobody needs these either.
      await tx
        .deleteFrom('scope_exits')
        .where('ws', '=', ws)
        .where('version', '<=', version)
        .where(sql<boolean>`not exists (${erasedOf})`)
        .execute();
    }
    return gone.length;
  });
}

/** Now and once a day until the signal aborts; a failure is logged and tried again the next day. */
export async function keepForgetting(
  db: Kysely<Database>,
  log: Logger,
  signal: AbortSignal,
): Promise<void> {
  const once = () =>
    forgetTombstones(db).then(
      (count) => count > 0 && log.info({ count }, 'forgot old tombstones'),
      (err: unknown) => log.error({ err }, 'old tombstones could not be forgotten'),
    );
  const timer = setInterval(() => void once(), day);
  timer.unref();
  signal.addEventListener('abort', () => clearInterval(timer));
  await once();
}
