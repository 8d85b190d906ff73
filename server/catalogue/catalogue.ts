/** The catalogue as other systems keep it: whole entries by their id, written like any edit. */
import type { Kysely } from 'kysely';
import type { AssetRequest } from '#lib/contract/catalogue.ts';
import { bareName } from '#lib/model/catalogue.ts';
import { allOf } from '#lib/model/kinds.ts';
import type { Asset } from '#lib/model/records/asset.ts';
import { everything } from '../access/sight.ts';
import type { Database } from '../db/schema.ts';
import { ProblemError } from '../problem.ts';
import { under } from '../read/query.ts';
import { isNoop, LockedRecords, writeRecord } from '../records.ts';
import { retried } from '../retried.ts';
import { takeVersion } from '../version.ts';

export interface CatalogueDeps {
  db: Kysely<Database>;
  poke: (ws: string, version: number) => void;
}

interface Entry {
  ws: string;
  id: string;
  /** Who writes, as it stands in the history. */
  by: string;
}

/** Makes the entry or replaces it. @throws ProblemError `badRequest` for a solution that is not there */
export async function putAsset(
  deps: CatalogueDeps,
  entry: Entry,
  { name, keys, solutions }: AssetRequest,
): Promise<Asset> {
  const known = await under(deps.db, everything(entry.ws), 'solution', allOf('solution'));
  const solutionIds = solutions.map((wanted) => {
    const found = known.find(
      ({ id, name: its }) => id === wanted || bareName(its) === bareName(wanted),
    );
    if (!found) throw new ProblemError('badRequest', `No solution is called “${wanted}”.`);
    return found.id;
  });
  const asset = { id: entry.id, name, keys, solutionIds: [...new Set(solutionIds)] };
  await write(deps, entry, asset);
  return asset;
}

/** Takes the entry out. @throws ProblemError `notFound` */
export const deleteAsset = (deps: CatalogueDeps, entry: Entry): Promise<void> =>
  write(deps, entry, null);

async function write(
  { db, poke }: CatalogueDeps,
  { ws, id, by }: Entry,
  after: Asset | null,
): Promise<void> {
  const written = await retried(() =>
    db.transaction().execute(async (tx) => {
      const records = new LockedRecords();
      await records.lock(tx, ws, [['asset', id]]);
      if (!after && !records.get('asset', id))
        throw new ProblemError('notFound', `The catalogue has no “${id}”.`);
      const change = { kind: 'asset' as const, id, before: records.row('asset', id), after };
      if (isNoop(change)) return null;
      const version = await takeVersion(tx, ws);
      await writeRecord(tx, change, { ws, version, client: by, by, mutation: 'catalogue' }, 0);
      return version;
    }),
  );
  if (written !== null) poke(ws, written);
}
