import { expect, test } from 'vitest';
import { suggestRoles, worthSuggesting } from '#lib/model/suggest.ts';
import { group, member, seat } from './groups.ts';

const profile = [
  seat('champion', { personas: ['human_resources'] }),
  seat('ratifier', { personas: ['purchasing', 'legal'] }),
];

test('a seat that wants the person’s function makes its role likelier, one that wants others less', () => {
  const likelihood = (title: string, role: string, of = group({ profile })) =>
    suggestRoles({ title }, of).find((suggestion) => suggestion.role === role)?.likelihood ?? 0;
  expect(likelihood('Head of Procurement', 'ratifier', group())).toBe(0.7);
  expect(likelihood('Head of Procurement', 'ratifier')).toBe(0.9);
  expect(likelihood('CISO', 'ratifier')).toBe(0.6);
  expect(likelihood('Recruiter', 'champion')).toBeGreaterThan(likelihood('Recruiter', 'ratifier'));
});

test.each([
  ['VP of HR', 'decision_maker'],
  ['Head of People', 'decision_maker'],
  ['CISO', 'ratifier'],
  ['Data Protection Officer', 'ratifier'],
  ['CEO', 'executive_sponsor'],
  ['Payroll Manager', 'influencer'],
  ['Software Architect', 'evaluator'],
  ['HR Generalist', 'user'],
])('%s is likely a %s', (title, role) => {
  expect(suggestRoles({ title }, group())[0]?.role).toBe(role);
});

test('a title that says nothing suggests nothing worth keeping', () => {
  expect(worthSuggesting(suggestRoles({ title: 'Synergist' }, group({ profile })))).toEqual([]);
});

test('a declined role comes last and is not worth keeping', () => {
  const members = [member('p1', { declined: ['ratifier'] })];
  const all = suggestRoles({ id: 'p1', title: 'Head of Procurement' }, group({ profile, members }));
  expect(all.at(-1)).toMatchObject({ role: 'ratifier', because: [] });
  expect(worthSuggesting(all).some(({ role }) => role === 'ratifier')).toBe(false);
});
