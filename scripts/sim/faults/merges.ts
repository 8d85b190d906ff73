/** Faults of merging: something stays behind, or does not come back. */
import { sql } from 'kysely';
import { z } from 'zod';
import type { PushRequest } from '../../../lib/contract/sync.ts';
import type { Exchange } from '../profile.ts';
import { bodyOf, type Fault, isPush } from './fault.ts';

export const mergeFaults: Readonly<Record<string, Fault>> = {
  /** The server does not find all that hangs on an account that is merged. */
  left: {
    async request(exchange, { db, ws }) {
      for (const { mergedId } of named(exchange, 'account.merge@1'))
        await db
          .deleteFrom('record_index')
          .where('ws', '=', ws)
          .where('key', '=', `of:account:${mergedId}`)
          .where('kind', '<>', 'account')
          .execute();
    },
  },

  /** A merge does not remember what it moved. */
  apart: {
    async request(exchange, { db, ws }) {
      const unmerged = [
        ...named(exchange, 'account.unmerge@1'),
        ...named(exchange, 'contact.unmerge@1'),
      ];
      for (const { mergeId } of unmerged)
        await sql`update records set data = jsonb_set(data, '{moved}', '{}')
          where ws = ${ws} and kind = 'merge' and id = ${mergeId}`.execute(db);
    },
  },
};

const Pair = z.object({ mergedId: z.string(), mergeId: z.string() });

const named = (exchange: Exchange, name: string) =>
  isPush(exchange)
    ? bodyOf<PushRequest>(exchange).mutations.flatMap((one) =>
        one.name === name ? [Pair.parse(one.args)] : [],
      )
    : [];
