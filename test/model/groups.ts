/** Random buying groups for the figures' properties, small enough to be read when one fails. */
import fc from 'fast-check';
import type { Group } from '#lib/model/coverage.ts';
import { type Member, memberId } from '#lib/model/records/member.ts';
import { Opportunity } from '#lib/model/records/opportunity.ts';
import { Seat } from '#lib/model/records/solution.ts';
import { defaultStages } from '#lib/model/records/stage.ts';
import { Touch } from '#lib/model/records/touch.ts';
import { BuyingRole, Channel, Direction, MemberStatus } from '#lib/model/vocabulary.ts';

export const now = Date.parse('2026-11-22T12:00:00.000Z');
export const day = 86_400_000;
export const daysAgo = (days: number) => new Date(now - days * day).toISOString();

const stageIds = defaultStages.map(({ id }) => id);
const people = ['p1', 'p2', 'p3', 'p4', 'p5', 'p6'];

export const opportunity = (over: object = {}): Opportunity =>
  Opportunity.parse({
    id: 'deal',
    accountId: 'acme',
    solutionId: 'talent',
    stageId: 'qualified',
    ...over,
  });

export const member = (contactId: string, over: Partial<Member> = {}): Member => ({
  id: memberId('deal', contactId),
  accountId: 'acme',
  opportunityId: 'deal',
  contactId,
  status: 'confirmed',
  roles: [],
  external: false,
  ...over,
});

export const seat = (role: string, over: object = {}): Seat =>
  Seat.parse({ id: `seat-${role}`, role, ...over });

export const touch = (contactIds: string[], over: object = {}): Touch =>
  Touch.parse({
    id: 'touch',
    accountId: 'acme',
    team: 'sales',
    channel: 'email',
    at: daysAgo(1),
    contactIds,
    ...over,
  });

export const group = (over: Partial<Group> = {}): Group => ({
  opportunity: opportunity(),
  profile: [],
  members: [],
  touches: [],
  stages: defaultStages,
  now,
  ...over,
});

const anyRole = fc.constantFrom(...BuyingRole.options);

export const anyMember = (contactId: fc.Arbitrary<string>): fc.Arbitrary<Member> =>
  fc
    .record({
      contactId,
      status: fc.constantFrom(...MemberStatus.options),
      roles: fc.uniqueArray(anyRole, { maxLength: 3 }),
    })
    .map(({ contactId, ...rest }) => member(contactId, rest));

const anySeat = fc
  .record({
    role: anyRole,
    count: fc.integer({ min: 1, max: 4 }),
    weight: fc.double({ min: 0.1, max: 10, noNaN: true }),
    byStage: fc.option(fc.constantFrom(...stageIds, 'a-stage-that-is-gone'), { nil: undefined }),
  })
  .map(({ role, ...rest }) => seat(role, rest));

const anyTouch = fc
  .record({
    channel: fc.constantFrom(...Channel.options),
    direction: fc.constantFrom(...Direction.options),
    days: fc.integer({ min: -5, max: 100 }),
    solutionIds: fc.constantFrom([], ['talent'], ['learning'], ['learning', 'talent']),
    contactIds: fc.subarray(people),
  })
  .map(({ days, contactIds, ...rest }) => touch(contactIds, { ...rest, at: daysAgo(days) }));

/** The group with this member, in the place of who they were. */
export const withMember = (of: Group, member: Member): Group => ({
  ...of,
  members: [...of.members.filter(({ id }) => id !== member.id), member],
});

/** `p6` is never a member, so that a property can add them. */
export const anyGroup: fc.Arbitrary<Group> = fc
  .record({
    stageId: fc.constantFrom(...stageIds),
    profile: fc.array(anySeat, { minLength: 1, maxLength: 5 }),
    members: fc.uniqueArray(anyMember(fc.constantFrom(...people.slice(0, 5))), {
      selector: ({ id }) => id,
    }),
    touches: fc.array(anyTouch, { maxLength: 12 }),
  })
  .map(({ stageId, ...rest }) => group({ opportunity: opportunity({ stageId }), ...rest }));
