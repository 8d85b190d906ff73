// @vitest-environment node
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { OpportunitiesAnswer } from '#lib/contract/read.ts';
import { coverage, type Group, gaps, quorum } from '#lib/model/coverage.ts';
import { engagement } from '#lib/model/engagement.ts';
import { type Kind, kinds } from '#lib/model/kinds.ts';
import { memberId } from '#lib/model/records/member.ts';
import { writeRecord } from '#server/records.ts';
import { takeVersion } from '#server/version.ts';
import { testIssuer } from '#test/support/issuer.ts';
import { type TestServer, testServer } from '#test/support/server.ts';
import { sender } from '#test/support/signals.ts';
import { anyGroup, now } from '../model/groups.ts';

let server: TestServer;
let reader: Awaited<ReturnType<typeof sender>>;
let count = 0;
beforeAll(async () => {
  server = await testServer({ auth: (await testIssuer()).auth, now: () => new Date(now) });
  reader = await sender(server, { scopes: ['read'] });
});
afterAll(() => server.close());

async function write(records: [Kind, { id: string }][]): Promise<void> {
  await server.db.transaction().execute(async (tx) => {
    const writer = { ws: 'demo', client: 'test', by: 'test', mutation: 'test' };
    const version = await takeVersion(tx, 'demo');
    for (const [seq, [kind, data]] of records.entries()) {
      const after = kinds[kind].schema.parse(data);
      await writeRecord(
        tx,
        { kind, id: data.id, before: undefined, after },
        { ...writer, version },
        seq,
      );
    }
  });
}

const Exported = z.array(
  z.object({
    id: z.string(),
    known: z.number().nullable(),
    engaged: z.number().nullable(),
    twoWay: z.number().nullable(),
    quorum: z.boolean().nullable(),
    gaps: z.array(z.string()),
  }),
);

test('coverage, quorum, gaps and engagement are the same on the server and in an export as in the shared core', async () => {
  const groups = new Map<string, Group>();
  await fc.assert(
    fc.asyncProperty(anyGroup, async (drawn) => {
      const own = `g${++count}`;
      const opportunityId = `${own}-deal`;
      const person = (id: string) => `${own}-${id}`;
      const group = {
        ...drawn,
        profile: drawn.profile.map((seat, index) => ({ ...seat, id: `${own}-s${index}` })),
        opportunity: { ...drawn.opportunity, id: opportunityId, accountId: own, solutionId: own },
        members: drawn.members.map((member) => ({
          ...member,
          id: memberId(opportunityId, person(member.contactId)),
          ...{ accountId: own, opportunityId, contactId: person(member.contactId) },
        })),
        touches: drawn.touches.map((touch, index) => ({
          ...touch,
          ...{ id: `${own}-t${index}`, accountId: own },
          contactIds: touch.contactIds.map(person),
          solutionIds: touch.solutionIds.map((id) => (id === 'talent' ? own : id)),
        })),
      };
      await write([
        ['account', { id: own, ...{ name: own } }],
        ['solution', { id: own, ...{ name: own, profile: group.profile } }],
        ['opportunity', group.opportunity],
        ...group.members.map((member): [Kind, { id: string }] => ['member', member]),
        ...group.touches.map((touch): [Kind, { id: string }] => ['touch', touch]),
      ]);
      groups.set(opportunityId, group);
      const answer = await reader.get(`/v1/opportunities?account=${own}`);
      const [view] = OpportunitiesAnswer.parse(await answer.json()).opportunities;
      expect(view?.coverage).toEqual(coverage(group));
      expect(view?.quorum).toBe(quorum(group));
      expect(view?.gaps.map(({ id, missing }) => [id, missing])).toEqual(
        gaps(group).map(({ seat, missing }) => [seat.id, missing]),
      );
      for (const { contact, engagement: said } of view?.members ?? [])
        expect(said).toBe(engagement(group.touches, contact.id, group.opportunity, now));
      expect(view?.members).toHaveLength(group.members.length);
    }),
    { numRuns: 60 },
  );
  const file = Exported.parse(
    await (await reader.get('/v1/export/opportunities?format=json')).json(),
  );
  const exported = new Map(file.map(({ id, ...figures }) => [id, figures]));
  expect(groups.size).toBeGreaterThan(50);
  for (const [id, group] of groups)
    expect(exported.get(id)).toEqual({
      ...(coverage(group) ?? { known: null, engaged: null, twoWay: null }),
      quorum: quorum(group),
      gaps: gaps(group).map(({ seat, missing }) => `${seat.role}:${missing}`),
    });
});
