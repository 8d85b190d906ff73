import { rulesOf } from '#lib/model/kinds.ts';
import { writeRecords } from '../records.ts';
import type { Tx } from '../stored.ts';
import { demoRecords } from './story.ts';

/** Writes the demo's records as one commit of the workspace. */
export async function writeDemo(tx: Tx, ws: string, now = Date.now()): Promise<void> {
  const { version } = await tx
    .updateTable('workspaces')
    .set((eb) => ({ version: eb('version', '+', 1) }))
    .where('ws', '=', ws)
    .returning('version')
    .executeTakeFirstOrThrow();
  const writer = { ws, version, client: 'seed', by: 'ada', mutation: 'seed' };
  const writes = demoRecords(now).map(({ kind, data }) => ({
    ...{ kind, id: data.id, before: undefined },
    after: rulesOf(kind).schema.parse(data),
  }));
  await writeRecords(tx, writes, writer);
}
