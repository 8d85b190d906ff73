import { expect, test } from 'vitest';
import { suggestRoles } from '#lib/model/suggest.ts';
import { buyingRoles } from '#lib/model/vocabulary.ts';
import { group, member, seat } from './groups.ts';

const first = (title: string, of = group()) => suggestRoles({ title }, of)[0];

test.each([
  ['Head of Procurement', 'ratifier'],
  ['Legal Counsel', 'ratifier'],
  ['CFO', 'economic_buyer'],
  ['Chief People Officer', 'executive_sponsor'],
  ['HR Director', 'decision_maker'],
  ['HRIS Analyst', 'evaluator'],
  ['Recruiter', 'user'],
  ['Leiter Einkauf', 'ratifier'],
  ['采购经理', 'ratifier'],
])('%s is likely a %s, because of the title', (title, role) => {
  expect(first(title)).toMatchObject({ role, because: [{ fact: 'title', title }] });
});

test('all roles are on offer, best first, each likelihood between 0 and 1', () => {
  const offered = suggestRoles({ title: 'VP of HR' }, group({ profile: [seat('user')] }));
  expect(offered.map(({ role }) => role).sort()).toEqual([...buyingRoles].sort());
  const likelihoods = offered.map(({ likelihood }) => likelihood);
  expect(likelihoods).toEqual([...likelihoods].sort((a, b) => b - a));
  for (const likelihood of likelihoods) {
    expect(likelihood).toBeGreaterThan(0);
    expect(likelihood).toBeLessThan(1);
  }
});

test('without a title, an empty seat decides, and says so', () => {
  const open = group({ profile: [seat('evaluator')] });
  expect(suggestRoles({}, open)[0]).toMatchObject({
    role: 'evaluator',
    because: [{ fact: 'emptySeat' }],
  });
  const taken = { ...open, members: [member('p1', { roles: ['evaluator'] })] };
  expect(suggestRoles({}, taken).every(({ because }) => because.length === 0)).toBe(true);
});

test('a role held in other decisions counts, with how often', () => {
  const elsewhere = [
    member('p1', { roles: ['champion'] }),
    member('p1', { roles: ['champion', 'user'] }),
  ];
  expect(suggestRoles({}, group(), elsewhere)[0]).toMatchObject({
    role: 'champion',
    because: [{ fact: 'earlierRole', times: 2 }],
  });
});

test('the headline speaks where there is no title', () => {
  expect(suggestRoles({ headline: 'General Counsel at ACME' }, group())[0]).toMatchObject({
    role: 'ratifier',
  });
});
