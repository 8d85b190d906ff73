// @vitest-environment node
/** Three clients do what they like, offline and with answers lost on the way; at rest all is as it should be. */
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Kind, rulesOf } from '#lib/model/kinds.ts';
import type { Call } from '#lib/model/mutation.ts';
import { EditRejectedError } from '#lib/store/failure.ts';
import { type Client, type World, world } from '#test/support/world.ts';

let here: World;
beforeAll(async () => {
  here = await world();
});
afterAll(() => here.close());

const people = ['samuel-adeyemi', 'priya-raman', 'new-1', 'new-2', 'new-3'];
const decisions = ['acme-talent', 'acme-learning'];
const roles = ['champion', 'user', 'ratifier'];
const stages = ['detected', 'engaged', 'qualified', 'pipeline'];
const one = <T>(...of: T[]) => fc.constantFrom(...of);

const anyCall: fc.Arbitrary<Call> = fc.oneof(
  fc
    .record({ id: one('new-1', 'new-2', 'new-3'), email: one('x@acme.example', 'y@acme.example') })
    .map(({ id, email }) => ({
      name: 'contact.create@1',
      args: { contact: { id, accountId: 'acme', name: id, emails: [email] }, accountId: 'acme' },
    })),
  fc
    .record({ contactId: one(...people), title: one('A', 'B', 'C') })
    .map(({ contactId, title }) => ({
      name: 'contact.edit@1',
      args: { contactId, fields: { title } },
    })),
  fc.record({ contactId: one(...people) }).map((args) => ({ name: 'contact.remove@1', args })),
  fc
    .record({
      opportunityId: one(...decisions),
      contactId: one(...people),
      roles: fc.subarray(roles, { minLength: 1 }),
    })
    .map((args) => ({ name: 'opportunity.addMember@1', args })),
  fc
    .record({ opportunityId: one(...decisions), contactId: one(...people) })
    .map((args) => ({ name: 'opportunity.removeMember@1', args })),
  fc
    .record({
      opportunityId: one(...decisions),
      stageId: one(...stages),
      fromStageId: one(...stages),
    })
    .map((args) => ({ name: 'opportunity.setStage@1', args })),
  fc
    .record({ id: one('globex-a', 'globex-b'), domain: one('initech.example', 'hooli.example') })
    .map(({ id, domain }) => ({
      name: 'account.create@1',
      args: { account: { id, name: id, domains: [domain] } },
    })),
);

const who = fc.nat(2);
const step = fc.oneof(
  { weight: 6, arbitrary: fc.record({ who, edit: anyCall }) },
  { weight: 3, arbitrary: fc.record({ who, sync: one('well', 'losing the answer', 'offline') }) },
);

async function take(client: Client, what: typeof step extends fc.Arbitrary<infer S> ? S : never) {
  if ('edit' in what) {
    await client.calls([what.edit]).catch((error: unknown) => {
      if (!(error instanceof EditRejectedError)) throw error;
    });
    return;
  }
  client.network.down = what.sync === 'offline';
  client.network.loseAnswers = what.sync === 'losing the answer' ? 1 : 0;
  await client.sync().catch((error: { code?: string }) => {
    if (error.code !== 'unreachable') throw error;
  });
  client.network.down = false;
  client.network.loseAnswers = 0;
}

/** What the server has in the scopes this client follows. */
async function served(client: Client) {
  const scopes = (await client.store.scopes()).map(({ scope }) => scope);
  const rows = await here.server.db
    .selectFrom('records')
    .select(['kind', 'id', 'version', 'data'])
    .where('ws', '=', 'demo')
    .where('deleted_at', 'is', null)
    .where('scope', 'in', scopes)
    .orderBy('kind')
    .orderBy('id')
    .execute();
  return rows.map(({ kind, id, version, data }) => ({
    ...{ kind, id, version },
    data: rulesOf(kind as Kind).schema.parse(data),
  }));
}

async function held(client: Client) {
  const rows = await client.store.db.records.toArray();
  for (const { base, view } of rows) expect(view).toEqual(base);
  return rows
    .map(({ kind, id, version, base }) => ({ kind, id, version, data: base }))
    .sort((a, b) => (`${a.kind}\n${a.id}` < `${b.kind}\n${b.id}` ? -1 : 1));
}

test('whatever they do, at rest every cache is what the server has, and each edit ended once', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 30 }), async (steps) => {
      const clients = await Promise.all(['ana', 'ben', 'mia'].map((user) => here.client(user)));
      await Promise.all(clients.map((client) => client.settle()));
      for (const what of steps) {
        const client = clients[what.who];
        if (client) await take(client, what);
      }
      for (let rounds = 0; rounds < 2; rounds++) for (const client of clients) await client.sync();

      for (const client of clients) {
        expect(await client.store.pending()).toEqual([]);
        const sorted = (await served(client)).sort((a, b) =>
          `${a.kind}\n${a.id}` < `${b.kind}\n${b.id}` ? -1 : 1,
        );
        expect(await held(client)).toEqual(sorted);
        const meta = await client.store.meta();
        const log = await here.server.db
          .selectFrom('mutation_log')
          .select('mutation_id')
          .where('client', '=', meta.client)
          .orderBy('mutation_id')
          .execute();
        expect(log.map(({ mutation_id }) => mutation_id)).toEqual(
          Array.from({ length: meta.nextMutationId - 1 }, (_, n) => n + 1),
        );
      }
    }),
    { numRuns: 15 },
  );
});
