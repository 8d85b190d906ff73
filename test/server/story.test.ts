// @vitest-environment node
import { afterAll, beforeAll, expect, test } from 'vitest';
import { JourneyAnswer, OpportunitiesAnswer } from '#lib/contract/read.ts';
import { PushAnswer } from '#lib/contract/sync.ts';
import { protocolVersion, schemaVersion } from '#lib/contract/version.ts';
import { figures } from '#lib/model/figures.ts';
import { type Call, call } from '#lib/model/mutation.ts';
import { addMember } from '#lib/model/mutations/member.ts';
import { moveStage } from '#lib/model/mutations/stage-move.ts';
import { logTouch } from '#lib/model/mutations/touch.ts';
import { decisions } from '#server/demo/decisions.ts';
import { demoRecords } from '#server/demo/story.ts';
import { testIssuer } from '#test/support/issuer.ts';
import { type TestServer, testServer } from '#test/support/server.ts';
import { sender, stored } from '#test/support/signals.ts';

let server: TestServer;
let issuer: Awaited<ReturnType<typeof testIssuer>>;
let clock = new Date('2026-02-12T10:00:00.000Z');
beforeAll(async () => {
  issuer = await testIssuer();
  server = await testServer({ auth: issuer.auth, now: () => clock });
});
afterAll(() => server.close());

const ids = new Map<string, number>();
/** Somebody edits in their panel; the server answers. */
async function edits(user: string, made: Call) {
  const id = (ids.get(user) ?? 0) + 1;
  ids.set(user, id);
  const token = await issuer.token(user, {
    email: `${user}@northwind.example`,
    email_verified: true,
  });
  const answer = await server.request('/v1/push', {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: JSON.stringify({
      protocol: protocolVersion,
      schema: schemaVersion,
      client: `client-of-${user}`,
      mutations: [
        { id, nonce: `${user}-${id}-nonce`, base: 1000, at: clock.toISOString(), ...made },
      ],
    }),
  });
  const { results } = PushAnswer.parse(await answer.json());
  expect(results).toMatchObject([{ status: 'applied' }]);
}

test('from a webinar in February to a stage in December, on one journey of all teams', async () => {
  const automation = await sender(server, { scopes: ['signals', 'read'] });
  const dana = { email: 'Dana.Whitfield@acme.example', name: 'Dana Whitfield', title: 'VP of HR' };
  const decision = async () => {
    const answer = await automation.get('/v1/opportunities?account=acme');
    const { opportunities } = OpportunitiesAnswer.parse(await answer.json());
    return opportunities.find(({ id }) => id === 'acme-talent');
  };

  // A VP of HR comes to a webinar, and in September downloads a white paper: one person, one decision.
  const [webinar, paper] = await automation.send(
    {
      id: 'webinar-1',
      at: '2026-02-12T09:00:00Z',
      channel: 'event',
      title: 'Came to the webinar',
      asset: 'hiring-webinar',
      person: dana,
    },
    {
      id: 'paper-1',
      at: '2026-02-12T09:30:00Z',
      channel: 'content',
      title: 'Read the white paper',
      asset: 'Recruiting White Paper',
      person: dana,
    },
  );
  expect(webinar).toMatchObject({ status: 'routed', code: 'joined', opportunity: 'acme-talent' });
  expect(paper).toMatchObject({ status: 'routed', opportunity: 'acme-talent' });
  expect(paper?.contact).toBe(webinar?.contact);
  const contactId = webinar?.contact ?? '';
  const potential = (await decision())?.members.find(({ contact }) => contact.id === contactId);
  expect(potential).toMatchObject({
    status: 'potential',
    roles: [],
    suggested: [{ role: 'decision_maker' }, {}, {}],
  });

  // Sales development confirms her from her profile.
  clock = new Date('2026-10-05T10:00:00.000Z');
  const place = { opportunityId: 'acme-talent', contactId };
  await edits('ana', call(addMember, { ...place, roles: ['decision_maker'], status: 'confirmed' }));

  // Sales meets her, and sees on the mail thread that nobody ratifies.
  clock = new Date('2026-10-14T15:00:00.000Z');
  const meeting = {
    id: 'meeting-1',
    team: 'sales' as const,
    channel: 'meeting' as const,
    at: clock.toISOString(),
    title: 'Met in Bilbao',
    solutionIds: ['talent'],
    actorId: 'ben',
  };
  await edits(
    'ben',
    call(logTouch, { touch: meeting, accountId: 'acme', contactIds: [contactId] }),
  );
  expect(await decision()).toMatchObject({
    gaps: [{ role: 'ratifier', missing: 1 }],
    quorum: false,
  });
  expect((await decision())?.members.find(({ contact }) => contact.id === contactId)).toMatchObject(
    { status: 'confirmed', roles: ['decision_maker'], engagement: 'active' },
  );

  // A later signal changes nothing of that.
  clock = new Date('2026-11-20T10:00:00.000Z');
  await automation.tell({
    id: 'visit-1',
    at: clock.toISOString(),
    channel: 'web',
    title: 'Looked at the prices',
    solutions: ['Talent Management'],
    person: { ...dana, title: 'HR Assistant' },
  });
  expect((await decision())?.members.find(({ contact }) => contact.id === contactId)).toMatchObject(
    { status: 'confirmed', roles: ['decision_maker'], contact: { title: 'VP of HR' } },
  );

  // It moves on in December, with the gap.
  clock = new Date('2026-12-03T09:00:00.000Z');
  await edits(
    'ben',
    call(moveStage, {
      opportunityId: 'acme-talent',
      fromStageId: 'qualified',
      stageId: 'pipeline',
      transitionId: 'december',
      amount: 200_000,
    }),
  );
  const answer = await automation.get(
    '/v1/accounts/acme/journey?opportunity=acme-talent&limit=200',
  );
  const text = await answer.text();
  const { entries } = JourneyAnswer.parse(JSON.parse(text));
  const told = entries.flatMap((entry) => {
    if (entry.kind === 'touch')
      return entry.contacts.some(({ id }) => id === contactId)
        ? [`${entry.at.slice(0, 7)} ${entry.team}: ${entry.title}`]
        : [];
    return entry.id === 'december' ? [`${entry.at.slice(0, 7)} ${entry.from} → ${entry.to}`] : [];
  });
  expect(told).toEqual([
    '2026-02 marketing: Came to the webinar',
    '2026-02 marketing: Read the white paper',
    '2026-10 sales: Met in Bilbao',
    '2026-11 marketing: Looked at the prices',
    '2026-12 qualified → pipeline',
  ]);
  expect(text).not.toMatch(/credit|sourced|attribution|score|MQL|SQL/i);
  expect(await stored(server, 'interest')).toContainEqual(
    expect.objectContaining({ contactId, solutionId: 'talent', level: 'strong' }),
  );
});

test('the demo’s decisions came to their stages by transitions that end where they stand', () => {
  const now = Date.parse('2026-11-22T12:00:00.000Z');
  const records = demoRecords(now);
  const of = <T>(kind: string) =>
    records.flatMap((record) => (record.kind === kind ? [record.data as T] : []));
  type Told = { opportunityId: string; from?: string; to: string; at: string; after: object };
  type Decision = { id: string; stageId: string; stageSince: string; amount: number };
  for (const decision of of<Decision>('opportunity')) {
    const way = of<Told>('transition').filter(({ opportunityId }) => opportunityId === decision.id);
    expect(way.map(({ from }) => from)).toEqual([
      undefined,
      ...way.slice(0, -1).map(({ to }) => to),
    ]);
    expect(way.at(-1)).toMatchObject({
      to: decision.stageId,
      at: decision.stageSince,
      after: { amount: decision.amount },
    });
  }
  const all = figures(of('transition'), of('stage'), {
    from: '2020-01-01T00:00:00.000Z',
    until: new Date(now).toISOString(),
    now: new Date(now).toISOString(),
  });
  expect(all.find(({ stageId }) => stageId === 'detected')).toMatchObject({
    volume: decisions.length,
    conversion: { standing: 2 },
  });
});
