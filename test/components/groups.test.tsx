// @vitest-environment happy-dom
import { screen, within } from '@testing-library/react';
import { expect, test, vi } from 'vitest';
import { groupsMoment, groupsOfSixty, groupsOfThree } from '#test/gallery/groups.tsx';
import { contact, everybody } from '#test/gallery/world.ts';
import { show } from './show.tsx';

const people = [
  ...everybody,
  contact({ id: 'gone', name: 'Ida Falk', left: '2026-10-01' }),
  contact({ id: 'ines', name: 'Ines Duarte', title: 'Head of Legal' }),
];
const at = (decisions = groupsOfThree) => {
  const doors = { onOpenDecision: vi.fn(), onVisit: vi.fn() };
  return { ...show(groupsMoment(decisions, people), doors), ...doors };
};
const table = () => within(screen.getByRole('grid', { name: 'Buying groups side by side' }));
/** The row of this name, as texts of its cells. */
const row = (name: RegExp) =>
  within(table().getByRole('row', { name }))
    .getAllByRole('cell')
    .map(({ textContent }) => textContent);

test('the groups of a company stand side by side: who is in which, as what, and who is missing', () => {
  at();
  expect(
    table()
      .getAllByRole('columnheader')
      .map(({ textContent }) => textContent),
  ).toEqual(['Talent ManagementPipeline', 'HR OperationsEngaged', 'LearningDetected']);
  expect(row(/^Missing/)).toEqual([
    'Economic buyer, due nowUser, due nowRatifier, due now',
    'Decision maker, due nowEvaluator, due nowRatifier',
    'Nobody',
  ]);
  expect(row(/^Kim Adeyemi/)).toEqual(['active, Decision maker', '', 'active, Champion']);
  expect(row(/^Mara Ott/)).toEqual(['active, ChampionInfluencer', 'Userinactive', '']);
  expect(row(/^Sam Rossi/)).toEqual(['dark, no role yetpotential', '', '']);
  expect(row(/^Li Wei/)).toEqual(['', 'dark, ChampionEvaluatorexternal', '']);
  expect(
    table()
      .getAllByRole('rowheader')
      .map(({ textContent }) => textContent),
  ).toEqual(['Missing', 'Kim Adeyemi', 'Ida FalkLeft on Oct 1', 'Li Wei', 'Mara Ott', 'Sam Rossi']);
});

test('a cell opens the member in that decision, a head the decision or the person', async () => {
  const { user, onOpenDecision, onVisit } = at();
  const kim = within(table().getByRole('row', { name: /^Kim/ }));
  await user.click(kim.getByRole('button', { name: /Champion/ }));
  expect(onOpenDecision).toHaveBeenLastCalledWith('learning-deal');
  await user.click(kim.getByRole('button', { name: 'Kim Adeyemi' }));
  expect(onVisit).toHaveBeenLastCalledWith({ kind: 'contact', id: 'kim', scope: 'acme' });
  await user.click(table().getByRole('button', { name: /^HR Operations/ }));
  expect(onOpenDecision).toHaveBeenLastCalledWith('operations-deal');
});

test('an empty cell attaches the person in a role, which says what it does to coverage before', async () => {
  const { user, acts } = at();
  await user.click(table().getByRole('button', { name: 'Attach Sam Rossi to HR Operations' }));
  const choice = screen.getByRole('menuitem', { name: /^Evaluator.*Known\s38%\s→\s50%/ });
  await user.click(choice);
  expect(acts.attach).toHaveBeenCalledExactlyOnceWith(
    expect.objectContaining({ match: expect.objectContaining({ is: 'known' }) }),
    'operations-deal',
    ['evaluator'],
  );
});

test('somebody in no group yet is shown when asked for; who has left is not offered', async () => {
  const { user } = at();
  await user.click(screen.getByRole('button', { name: 'Show 2 more people' }));
  expect(table().getByRole('button', { name: 'Attach Ines Duarte to Learning' })).toBeVisible();
  expect(table().queryByRole('button', { name: /Attach Ida Falk/ })).toBeNull();
  expect(document.activeElement?.closest('table')).not.toBeNull();
});

test('it is one stop of the Tab key, and the arrow keys go from cell to cell', async () => {
  const { user } = at();
  const focused = () => document.activeElement?.textContent;
  table()
    .getByRole('button', { name: /^Talent/ })
    .focus();
  await user.keyboard('{ArrowRight}{ArrowRight}{ArrowRight}');
  expect(focused()).toBe('LearningDetected');
  await user.keyboard('{ArrowDown}');
  expect(focused()).toBe('Nobody');
  await user.keyboard('{ArrowDown}{Home}');
  expect(focused()).toBe('Kim Adeyemi');
  await user.keyboard('{ArrowRight}{ArrowRight}{ArrowDown}');
  expect(screen.queryByRole('menu')).toBeNull();
  await user.keyboard('{Control>}{End}{/Control}');
  expect(document.activeElement).toHaveAccessibleName('Attach Sam Rossi to Learning');
  expect(document.querySelectorAll('table [tabindex="0"]')).toHaveLength(1);
});

test('of sixty decisions and forty people the first are drawn, the rest on demand', async () => {
  const { user, container } = at(groupsOfSixty);
  const drawn = () => ['thead th', 'tbody th'].map((of) => container.querySelectorAll(of).length);
  expect(drawn()).toEqual([12, 13]);
  await user.click(screen.getByText('Show 48 more decisions'));
  expect(drawn()).toEqual([60, 13]);
});
