import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { coverage, type Group, gaps, quorum, seats } from '#lib/model/coverage.ts';
import type { Touch } from '#lib/model/records/touch.ts';
import {
  anyGroup,
  anyMember,
  day,
  daysAgo,
  group,
  member,
  now,
  seat,
  touch,
  withMember,
} from './groups.ts';

/** The domain's words once more, as plainly as they can be written down. */
function plainly({ opportunity, profile, members, touches }: Group) {
  const speaks = (t: Touch) =>
    t.solutionIds.length === 0 || t.solutionIds.includes(opportunity.solutionId);
  const inLast = (t: Touch, days: number) =>
    now - Date.parse(t.at) >= 0 && now - Date.parse(t.at) < days * day;
  const twoWay = (t: Touch) =>
    ['meeting', 'call'].includes(t.channel) || (t.channel === 'email' && t.direction === 'inbound');
  const engaged = (id: string) =>
    touches.some((t) => speaks(t) && inLast(t, 30) && t.contactIds.includes(id));
  const answering = (id: string) =>
    touches.some((t) => speaks(t) && twoWay(t) && inLast(t, 60) && t.contactIds.includes(id));

  let weights = 0;
  const sums = { known: 0, engaged: 0, twoWay: 0 };
  for (const { role, count, weight } of profile) {
    const sitting = members.filter((m) => m.status !== 'inactive' && m.roles.includes(role));
    const ids = sitting.map((m) => m.contactId);
    weights += weight;
    sums.known += weight * Math.min(ids.length / count, 1);
    sums.engaged += weight * Math.min(ids.filter(engaged).length / count, 1);
    sums.twoWay += weight * Math.min(ids.filter(answering).length / count, 1);
  }
  return {
    known: sums.known / weights,
    engaged: sums.engaged / weights,
    twoWay: sums.twoWay / weights,
  };
}

const shares = (of: Group) => coverage(of) ?? { known: -1, engaged: -1, twoWay: -1 };
const figures = ['known', 'engaged', 'twoWay'] as const;

describe('coverage', () => {
  test('is what the domain says, for any group', () => {
    fc.assert(
      fc.property(anyGroup, (any) => {
        const expected = plainly(any);
        for (const figure of figures) expect(shares(any)[figure]).toBeCloseTo(expected[figure], 9);
      }),
    );
  });

  test('lies between 0 and 1, and nobody is engaged who is not known', () => {
    fc.assert(
      fc.property(anyGroup, (any) => {
        const { known, engaged, twoWay } = shares(any);
        for (const share of [known, engaged, twoWay]) {
          expect(share).toBeGreaterThanOrEqual(0);
          expect(share).toBeLessThanOrEqual(1 + 1e-9);
        }
        expect(engaged).toBeLessThanOrEqual(known + 1e-9);
        expect(twoWay).toBeLessThanOrEqual(known + 1e-9);
      }),
    );
  });

  test('never falls when somebody joins', () => {
    fc.assert(
      fc.property(anyGroup, anyMember(fc.constant('p6')), (any, joining) => {
        const [before, after] = [shares(any), shares(withMember(any, joining))];
        for (const figure of figures)
          expect(after[figure]).toBeGreaterThanOrEqual(before[figure] - 1e-9);
      }),
    );
  });

  test('is null for an empty target profile, not 100 %', () => {
    expect(coverage(group({ members: [member('p1', { roles: ['champion'] })] }))).toBeNull();
  });

  test('counts a seat by its weight', () => {
    const profile = [seat('champion', { weight: 3 }), seat('ratifier', { weight: 1 })];
    const members = [member('p1', { roles: ['champion'] })];
    expect(coverage(group({ profile, members }))).toEqual({ known: 0.75, engaged: 0, twoWay: 0 });
  });

  test('gives a seat for two half for one, and no more than all for three', () => {
    const profile = [seat('user', { count: 2 })];
    const users = ['p1', 'p2', 'p3'].map((id) => member(id, { roles: ['user'] }));
    const known = (count: number) =>
      shares(group({ profile, members: users.slice(0, count) })).known;
    expect([0, 1, 2, 3].map(known)).toEqual([0, 0.5, 1, 1]);
  });

  test('seats a person with two roles in both', () => {
    const profile = [seat('champion'), seat('decision_maker')];
    const members = [member('p1', { roles: ['champion', 'decision_maker'] })];
    expect(shares(group({ profile, members })).known).toBe(1);
  });

  test('does not count somebody inactive', () => {
    const profile = [seat('champion')];
    const members = [member('p1', { roles: ['champion'], status: 'inactive' })];
    expect(shares(group({ profile, members })).known).toBe(0);
  });

  test('of a preview replaces a member’s roles rather than adding a second one', () => {
    const before = group({
      profile: [seat('champion'), seat('user', { count: 2 })],
      members: [member('p1', { roles: ['champion'] })],
    });
    const after = withMember(before, member('p1', { roles: ['user'] }));
    expect(shares(after).known).toBeCloseTo(0.25);
    expect(before.members).toHaveLength(1);
  });
});

describe('quorum', () => {
  const champion = member('p1', { roles: ['champion'] });
  const due = seat('champion', { byStage: 'engaged' });
  const later = seat('ratifier', { byStage: 'pipeline' });

  test('is there once every seat due now has an engaged member', () => {
    const without = group({ profile: [due, later], members: [champion] });
    expect(quorum(without)).toBe(false);
    expect(quorum({ ...without, touches: [touch(['p1'])] })).toBe(true);
  });

  test('needs as many engaged members as the seat asks for', () => {
    const two = seat('champion', { count: 2 });
    const one = group({ profile: [two], members: [champion], touches: [touch(['p1', 'p2'])] });
    expect(quorum(one)).toBe(false);
    expect(quorum(withMember(one, member('p2', { roles: ['champion'] })))).toBe(true);
  });

  test('is nothing to speak of while no seat is due', () => {
    expect(quorum(group({ profile: [later] }))).toBeNull();
    expect(quorum(group())).toBeNull();
  });
});

describe('gaps', () => {
  test('are the seats due at the present stage that miss somebody', () => {
    const profile = [
      seat('champion', { byStage: 'engaged' }),
      seat('user', { count: 2, byStage: 'qualified' }),
      seat('ratifier', { byStage: 'pipeline' }),
    ];
    const members = [
      member('p1', { roles: ['champion'] }),
      member('p2', { roles: ['user'], status: 'potential' }),
    ];
    const of = group({ profile, members });
    expect(gaps(of).map(({ seat, missing }) => [seat.role, missing])).toEqual([['user', 1]]);
  });

  test('a seat without a stage, or of a stage that is gone, is due from the first stage on', () => {
    const profile = [seat('champion'), seat('user', { byStage: 'no-such-stage' })];
    expect(gaps(group({ profile }))).toHaveLength(2);
  });

  test('agree with the seats, for any group', () => {
    fc.assert(
      fc.property(anyGroup, (any) => {
        const open = seats(any).filter(({ due, missing }) => due && missing > 0);
        expect(gaps(any)).toEqual(open);
        if (open.length > 0) expect(quorum(any)).toBe(false);
      }),
    );
  });
});

test('a touch of another solution engages nobody here, one of no solution does', () => {
  const of = (solutionIds: string[]) =>
    shares(
      group({
        profile: [seat('champion')],
        members: [member('p1', { roles: ['champion'] })],
        touches: [touch(['p1'], { solutionIds, at: daysAgo(3) })],
      }),
    ).engaged;
  expect(of(['learning'])).toBe(0);
  expect(of([])).toBe(1);
  expect(of(['learning', 'talent'])).toBe(1);
});
