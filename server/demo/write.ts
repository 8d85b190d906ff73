import { rulesOf } from '#lib/model/kinds.ts';
import { writeRecord } from '../records.ts';
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
  for (const [seq, { kind, data }] of demoRecords(now).entries()) {
    const { schema } = rulesOf(kind);
    await writeRecord(
      tx,
      { kind, id: data.id, before: undefined, after: schema.parse(data) },
      writer,
      seq,
    );
  }
}
