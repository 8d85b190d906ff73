// @vitest-environment happy-dom
import { screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import type { DecisionDetail } from '#lib/panel/view.ts';
import { notes, opened, steps } from '#test/gallery/decisions.tsx';
import { jo, known } from '#test/gallery/world.ts';
import { person, show } from './show.tsx';

const detail = opened();
const at = (it: DecisionDetail = detail) =>
  show(person(known(jo)), { opened: it, onOpenDecision: () => {} });
const section = (name: string | RegExp) => within(screen.getByRole('region', { name }));
const [first, late] = steps;

test('a play tells its progress and what is overdue, and a step is ticked in one click', async () => {
  const { acts, user } = at();
  const play = section('Play');
  expect(play.getByText('1 of 4 done', { exact: false })).toBeVisible();
  expect(play.getByText('1 overdue')).toBeVisible();
  expect(play.getByText('was due Nov 18')).toBeVisible();
  expect(play.getByText('dropped')).toBeVisible();
  await user.click(play.getByRole('checkbox', { name: /^Send our benchmark/ }));
  expect(acts.setStepState).toHaveBeenLastCalledWith(late, 'done');
  await user.click(play.getByRole('checkbox', { name: /^Workshop on hiring/ }));
  expect(acts.setStepState).toHaveBeenLastCalledWith(first, 'open');
});

test('a step is added by typing alone, and moved by the arrow keys', async () => {
  const { acts, user } = at();
  const play = section('Play');
  const line = play.getByRole('textbox', { name: 'Another step' });
  await user.type(line, '  {Enter}');
  expect(acts.addStep).not.toHaveBeenCalled();
  await user.type(line, 'Ask Helena {Enter}');
  expect(acts.addStep).toHaveBeenCalledExactlyOnceWith('talent-deal', 'Ask Helena');
  await waitFor(() => expect(line).toHaveValue(''));
  play.getByRole('button', { name: 'Move “Workshop on hiring”' }).focus();
  await user.keyboard('{ArrowUp}');
  expect(acts.orderSteps).not.toHaveBeenCalled();
  await user.keyboard('{ArrowDown}');
  expect(acts.orderSteps).toHaveBeenCalledExactlyOnceWith('talent-deal', [
    ...['step-1', 'step-0', 'step-2', 'step-3', 'step-4'],
  ]);
  expect(play.getByRole('status')).toHaveTextContent('“Workshop on hiring” is now step 2 of 5.');
});

test('a step’s owner brings their team, and a step without words is refused in place', async () => {
  const { acts, user } = at();
  const play = section('Play');
  await user.click(play.getByRole('button', { name: 'More on “Send our benchmark to Kim”' }));
  await user.click(screen.getByRole('menuitem', { name: 'Edit' }));
  const form = within(await screen.findByRole('form', { name: /^Edit “Send our/ }));
  await user.selectOptions(form.getByRole('combobox', { name: 'Owner' }), 'bo');
  const title = form.getByRole('textbox', { name: 'Step' });
  await user.clear(title);
  await user.keyboard('{Enter}');
  expect(form.getByText('Say in a few words what is to be done.')).toBeVisible();
  await user.type(title, 'Send it{Enter}');
  expect(acts.editStep).toHaveBeenCalledExactlyOnceWith(late, {
    ...{ title: 'Send it', team: 'sales_development', ownerId: 'bo', due: '2026-11-18' },
  });
});

test('an empty play teaches and offers the solution’s own', async () => {
  const { acts, user } = at(opened({ play: [], fields: { stageId: 'detected' } }));
  await user.click(
    screen.getByRole('button', { name: 'Use the play of Talent Management (3 steps)' }),
  );
  expect(acts.applyPlay).toHaveBeenCalledOnce();
});

test('a note is written in the line of contacts, and an empty one is refused', async () => {
  const { acts, user } = at();
  await user.click(screen.getByRole('button', { name: 'Note' }));
  const form = within(screen.getByRole('form', { name: 'Write a note' }));
  await user.click(form.getByRole('button', { name: 'Keep the note' }));
  expect(form.getByText('A note needs a text.')).toBeVisible();
  await user.type(form.getByRole('textbox'), 'Two lines{Enter}of it');
  await user.keyboard('{Control>}{Enter}{/Control}');
  expect(acts.addNote).toHaveBeenCalledExactlyOnceWith('talent-deal', 'Two lines\nof it');
  expect(acts.logTouch).not.toHaveBeenCalled();
});

test('own notes alone can be removed; one removed while it is rewritten keeps the text', async () => {
  const { acts, user, become } = at();
  const of = section(/^Notes/);
  expect(of.getAllByRole('button', { name: /^Remove the note/ })).toHaveLength(1);
  await user.click(of.getByRole('button', { name: 'Edit the note of Bo Chen, Nov 3' }));
  await user.type(of.getByRole('textbox', { name: 'Text' }), ' And on.');
  const less = { ...detail, notes: notes.filter(({ by }) => by !== 'bo') };
  become(person(known(jo)), { opened: less });
  expect(of.getByText(/A colleague removed this note/)).toBeVisible();
  await user.click(of.getByRole('button', { name: 'Keep the note' }));
  expect(acts.addNote).toHaveBeenCalledExactlyOnceWith(
    'talent-deal',
    'Mara forwards everything to Kim. And on.',
  );
});

test('next steps are saved with the text that was seen when the writing began', async () => {
  const { acts, user, become } = at();
  await user.click(screen.getByRole('button', { name: 'Edit the next steps' }));
  const text = screen.getByRole('textbox', { name: 'Next steps' });
  const changed = opened({ fields: { nextSteps: 'A colleague’s' } });
  become(person(known(jo)), { opened: changed });
  await user.clear(text);
  await user.type(text, 'Mine');
  await user.click(screen.getByRole('button', { name: 'Save' }));
  expect(acts.editNextSteps).toHaveBeenCalledExactlyOnceWith(
    changed.decision.opportunity,
    detail.decision.opportunity.nextSteps,
    'Mine',
  );
});
