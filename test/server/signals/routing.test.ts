// @vitest-environment node
/** What becomes of a signal: where it goes, once, and at what cost. */
import { describe, expect, test } from 'vitest';
import { countQueries } from '#test/support/queries.ts';
import { receiving, sender, stored } from '#test/support/signals.ts';

const { server, now, automation, signal, everything, touchOf } = await receiving();

describe('routing', () => {
  test('a person new to an account joins its open decision, with a likely role and its reason', async () => {
    const result = await automation.tell(
      signal({
        person: {
          email: 'Marta.Keller@ACME.example',
          name: 'Marta Keller',
          title: 'Head of Procurement',
        },
      }),
    );
    expect(result).toMatchObject({
      status: 'routed',
      code: 'joined',
      account: 'acme',
      opportunity: 'acme-talent',
      because:
        'It belongs to ACME’s decision on Talent Management. Marta Keller joins as a potential member, likely ratifier, 90 %: “Head of Procurement”.',
    });
    const member = (await stored(server, 'member')).find(
      ({ contactId }) => contactId === result.contact,
    );
    expect(member).toMatchObject({
      status: 'potential',
      roles: [],
      suggested: [
        { role: 'ratifier', because: [{ fact: 'title', title: 'Head of Procurement' }, {}] },
      ],
    });
    expect(await stored(server, 'contact')).toContainEqual(
      expect.objectContaining({
        emails: ['marta.keller@acme.example'],
        sources: expect.objectContaining({
          name: { from: 'signal', by: 'signal.automation', at: now.toISOString() },
        }),
      }),
    );
  });

  test('the tenth person of an account joins the same decision; nobody is dropped', async () => {
    const people = Array.from({ length: 10 }, (_, index) =>
      signal({
        solutions: ['Learning'],
        person: { email: `person${index}@globex.example`, name: `Person ${index}` },
      }),
    );
    const results = await automation.send(...people);
    expect(new Set(results.map(({ opportunity }) => opportunity)).size).toBe(1);
    expect(new Set(results.map(({ contact }) => contact)).size).toBe(10);
    expect(results.map(({ code }) => code)).toEqual(['detected', ...Array(9).fill('joined')]);
    const members = (await stored(server, 'member')).filter(
      ({ opportunityId }) => opportunityId === results[0]?.opportunity,
    );
    expect(members).toHaveLength(10);
  });

  test('without an open decision one begins at the first stage, marked and with a transition', async () => {
    const { opportunity = '', ...result } = await automation.tell(
      signal({ title: 'First sight', person: { email: 'olek.zielinski@tessera.example' } }),
    );
    expect(result).toMatchObject({
      code: 'detected',
      account: 'tessera',
      contact: 'olek-zielinski',
    });
    const made = (await stored(server, 'opportunity')).find(({ id }) => id === opportunity);
    expect(made).toMatchObject({
      stageId: 'target',
      solutionId: 'talent',
      detectedBy: (await touchOf('First sight'))?.id,
      ownerId: 'ana',
    });
    expect(await stored(server, 'transition')).toContainEqual(
      expect.objectContaining({ opportunityId: opportunity, to: 'target' }),
    );
  });

  test('the catalogue says what an asset speaks of, by any of its names', async () => {
    await automation.put('/v1/assets/playbook-2026', {
      name: 'Playbook',
      keys: ['RP-2026'],
      solutions: ['Talent Management', 'learning'],
    });
    const result = await automation.tell(
      signal({
        solutions: undefined,
        asset: '  rp-2026 ',
        person: { email: 'samuel.adeyemi@acme.example' },
      }),
    );
    expect(result).toMatchObject({
      status: 'routed',
      opportunities: expect.arrayContaining(['acme-talent', 'acme-learning']),
    });
  });

  test('interest follows from the touches', async () => {
    const person = { email: 'amara.nwosu@meridian.example' };
    await automation.send(...[1, 2, 3].map(() => signal({ person })));
    const [interest] = (await stored(server, 'interest')).filter(
      ({ id }) => id === 'amara-nwosu.talent',
    );
    expect(interest).toMatchObject({ level: 'strong' });
    expect(interest?.evidence).toHaveLength(3);
    expect(interest).not.toHaveProperty('by');
  });
});

describe('at most once', () => {
  test('the same signal sent again changes nothing and tells what it did', async () => {
    const one = signal({ person: { email: 'ravi.menon@globex.example' } });
    const first = await automation.tell(one);
    const before = await everything();
    const [again, twice] = await automation.send(one, { ...one, title: 'Another title' });
    expect(again).toMatchObject({
      status: 'duplicate',
      opportunity: first.opportunity,
      contact: first.contact,
    });
    expect(twice).toMatchObject({ status: 'duplicate' });
    expect(await everything()).toEqual(before);
  });

  test('holds over a new key of the same sender, while another sender has ids of its own', async () => {
    const one = signal({ person: { email: 'ravi.menon@globex.example' } });
    await automation.tell(one);
    expect(await (await sender(server)).tell(one)).toMatchObject({ status: 'duplicate' });
    const other = await sender(server, { name: 'events' });
    expect(await other.tell(one)).toMatchObject({ status: 'routed' });
  });

  test('holds when both come at once', async () => {
    const one = signal({ person: { email: 'new.person@globex.example' } });
    const results = await Promise.all([automation.tell(one), automation.tell(one)]);
    expect(results.map(({ status }) => status).sort()).toEqual(['duplicate', 'routed']);
    const people = (await stored(server, 'contact')).filter(({ emails }) =>
      emails.includes('new.person@globex.example'),
    );
    expect(people).toHaveLength(1);
  });

  test('a refused signal may come again, mended', async () => {
    const one = signal({ person: { email: 'ravi.menon@globex.example' }, channel: 'smoke' });
    expect(await automation.tell(one)).toMatchObject({ status: 'rejected', code: 'badShape' });
    expect(await automation.tell({ ...one, channel: 'web' })).toMatchObject({ status: 'routed' });
  });
});

test('a signal costs 15 queries at most, however many were there before and however many people its account has', async () => {
  const { db, asked } = countQueries(server.db);
  const { takeSignals } = await import('#server/signals/signals.ts');
  const take = async (count: number) => {
    asked.queries = 0;
    const batch = Array.from({ length: count }, (_, at) =>
      signal({ person: { email: `q${count}-${at}@acme.example`, name: `Q ${at}` } }),
    );
    const deps = { db, log: {} as never, poke: () => {}, now: () => now };
    const results = await takeSignals(deps, { ws: 'demo', name: 'counted' }, batch);
    expect(results.filter(({ status }) => status === 'routed')).toHaveLength(count);
    return asked.queries;
  };
  const ground = await take(0);
  expect(await take(1)).toBeLessThanOrEqual(ground + 15);
  expect(await take(30)).toBeLessThanOrEqual(ground + 30 * 15);
});
