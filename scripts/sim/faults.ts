/**
 * Known faults, planted at the edges of the real client and server, to show that the checker finds them. None of
 * them is in the product's code: each doctors what goes in or comes out, as named.
 */
import { sql } from 'kysely';
import { z } from 'zod';
import type { PullAnswer, PullRequest, PushRequest } from '../../lib/contract/sync.ts';
import { erasureFaults } from './faults/erasure.ts';
import { bodyOf, type Fault, isPush } from './faults/fault.ts';
import { mergeFaults } from './faults/merges.ts';
import type { SimServer } from './server.ts';

export const faults: Readonly<Record<string, Fault>> = {
  /**
   * The version is taken from a sequence when the transaction starts. A held push stands for one that has begun and is
   * slow: its number is drawn when it leaves, others commit later numbers and are pulled meanwhile, and it commits
   * under its early number: right before its commit everything it wrote is moved there. PGlite runs one transaction
   * at a time, so this order cannot come about by waiting.
   */
  sequence: {
    async held(exchange, { db, ws }) {
      if (!isPush(exchange)) return;
      const { version } = await db
        .updateTable('workspaces')
        .set({ version: sql<number>`version + 1` })
        .where('ws', '=', ws)
        .returning('version')
        .executeTakeFirstOrThrow();
      exchange.note = version;
    },
    async request(exchange, server) {
      server.atCommit = async () => {};
      const early = exchange.note;
      if (typeof early !== 'number') return;
      const { ws } = server;
      const { version: before } = await server.db
        .selectFrom('workspaces')
        .select('version')
        .where('ws', '=', ws)
        .executeTakeFirstOrThrow();
      server.atCommit = async (tx) => {
        server.atCommit = async () => {};
        for (const table of ['records', 'history', 'mutation_log', 'scope_exits'])
          await sql`update ${sql.table(table)} set version = ${early} where ws = ${ws} and version > ${before}`.execute(
            tx,
          );
      };
    },
  },

  /**
   * The last mutation id and the results are read after the pull's snapshot has ended. A push of the same client that
   * is still under way (held, its sender having given up on it) commits in between.
   */
  snapshot: {
    async answer(exchange, answer, server, network) {
      if (!('puts' in answer) || answer.more) return answer;
      const request = bodyOf<PullRequest>(exchange);
      const late = network.underWay.find(
        (other) =>
          isPush(other) && !other.answer && bodyOf<PushRequest>(other).client === request.client,
      );
      if (!late) return answer;
      await server.handle(late.path, late.init, late.from.user);
      const { text } = await server.handle(
        exchange.path,
        { ...exchange.init, body: JSON.stringify({ ...request, scopes: {} }) },
        exchange.from.user,
      );
      const { lastMutationId, results } = JSON.parse(text) as PullAnswer;
      return { ...answer, lastMutationId, results };
    },
  },

  /** The server does not know what it has done already: what it had of a push is forgotten before it comes again. */
  dedupe: {
    async request(exchange, { db, ws }) {
      if (!isPush(exchange)) return;
      const { client, mutations } = bodyOf<PushRequest>(exchange);
      const first = mutations[0];
      if (!first) return;
      const known = await db
        .selectFrom('mutation_log')
        .select('nonce')
        .where('ws', '=', ws)
        .where('client', '=', client)
        .where('mutation_id', '=', first.id)
        .executeTakeFirst();
      if (known?.nonce !== first.nonce) return;
      await db
        .deleteFrom('mutation_log')
        .where('ws', '=', ws)
        .where('client', '=', client)
        .where('mutation_id', '>=', first.id)
        .execute();
      await db
        .updateTable('clients')
        .set({ last_mutation_id: first.id - 1 })
        .where('ws', '=', ws)
        .where('client', '=', client)
        .execute();
    },
  },

  /** Every writer counts as having seen everything. */
  base: {
    async request(exchange) {
      if (!isPush(exchange)) return;
      const request = bodyOf<PushRequest>(exchange);
      const mutations = request.mutations.map((mutation) => ({
        ...mutation,
        base: Number.MAX_SAFE_INTEGER,
      }));
      exchange.init = { ...exchange.init, body: JSON.stringify({ ...request, mutations }) };
    },
  },

  /** Nobody is told of a record that left a scope. */
  exits: {
    answer: async (_, answer) => ('exits' in answer ? { ...answer, exits: [] } : answer),
  },

  /** Nobody is told that an account is closed to them now. */
  grants: {
    answer: async (_, answer) => ('revoked' in answer ? { ...answer, revoked: [] } : answer),
  },

  /** The server does not follow what became of a record that was made twice. */
  alias: {
    async request(exchange, { db, ws }) {
      if (isPush(exchange)) await db.deleteFrom('record_aliases').where('ws', '=', ws).execute();
    },
  },

  /** Nobody is told what became of the record they made. */
  joined: {
    answer: async (_, answer) => ({
      ...answer,
      results: answer.results.map(({ aliases: _, ...result }) => result),
    }),
  },

  /** Writers of a long text count as having seen the text that is there: theirs replaces it. */
  merge: {
    async request(exchange, server) {
      if (!isPush(exchange)) return;
      const request = bodyOf<PushRequest>(exchange);
      const mutations = [];
      for (const mutation of request.mutations) mutations.push(await unmerged(mutation, server));
      exchange.init = { ...exchange.init, body: JSON.stringify({ ...request, mutations }) };
    },
  },

  /** The client keeps no journal: what a restore lost is lost. */
  journal: {
    doctor: ({ store }, api) => ({
      ...api,
      pull: async (request, signal) => {
        await store.db.journal.clear();
        return api.pull(request, signal);
      },
    }),
  },

  ...mergeFaults,
  ...erasureFaults,

  /** A scope is filled without its older touches, and its client takes it for whole. */
  partial: {
    answer: async (_, answer) => ('partial' in answer ? { ...answer, partial: {} } : answer),
  },

  /** The client takes a push's answer for the end of its edits. */
  trim: {
    doctor: ({ store }, api) => ({
      ...api,
      push: async (request, signal) => {
        const answer = await api.push(request, signal);
        await store.db.outbox.where('id').belowOrEqual(answer.lastMutationId).delete();
        return answer;
      },
    }),
  },
};

/** The edit of a long text as if its writer had seen what is there. */
async function unmerged(
  mutation: PushRequest['mutations'][number],
  { db, ws }: SimServer,
): Promise<PushRequest['mutations'][number]> {
  const { noteId, opportunityId, base } = Long.parse(mutation.args);
  if (base === undefined) return mutation;
  const row = await db
    .selectFrom('records')
    .select('data')
    .where('ws', '=', ws)
    .where('kind', '=', noteId ? 'note' : 'opportunity')
    .where('id', '=', noteId ?? opportunityId ?? '')
    .executeTakeFirst();
  const { text, nextSteps } = Long.parse(row?.data ?? {});
  return {
    ...mutation,
    args: { ...Object(mutation.args), base: (noteId ? text : nextSteps) ?? '' },
  };
}

const Long = z.object({
  noteId: z.string().optional(),
  opportunityId: z.string().optional(),
  base: z.string().optional(),
  text: z.string().optional(),
  nextSteps: z.string().optional(),
});
