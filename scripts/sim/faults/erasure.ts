/** Faults of erasing: something is left of a person, or they come in again. */
import { sql } from 'kysely';
import { type Fault, isPush } from './fault.ts';

export const erasureFaults: Readonly<Record<string, Fault>> = {
  /** Browsers hear that somebody is gone, and not that they were erased. */
  erased: {
    answer: async (_, answer) =>
      'deletes' in answer
        ? {
            ...answer,
            deletes: answer.deletes.map(({ erased: _, ...gone }) => gone),
            exits: answer.exits.map(({ erased: _, ...gone }) => gone),
          }
        : answer,
  },

  /** The history of somebody who is erased stays. */
  traces: {
    async request({ init }, server) {
      if (init.method !== 'DELETE') return;
      const { db, ws } = server;
      const { rows } = await sql`select * from history where ws = ${ws}`.execute(db);
      const { version } = await db
        .selectFrom('workspaces')
        .select('version')
        .where('ws', '=', ws)
        .executeTakeFirstOrThrow();
      server.atCommit = async (tx) => {
        server.atCommit = async () => {};
        await sql`delete from history where ws = ${ws} and version <= ${version}`.execute(tx);
        await sql`insert into history
          select * from json_populate_recordset(null::history, ${JSON.stringify(rows)}::json)`.execute(
          tx,
        );
      };
    },
  },

  /** The server does not ask the do-not-record list. */
  listed: {
    async request(exchange, { db, ws }) {
      if (!isPush(exchange)) return;
      await db
        .deleteFrom('record_index')
        .where('ws', '=', ws)
        .where('kind', '=', 'exclusion')
        .execute();
    },
  },
};
