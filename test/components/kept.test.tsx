// @vitest-environment happy-dom
import { cleanup, screen, within } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import type { PanelProps } from '#components/panel.tsx';
import { forgetDrafts, keepDraft, keptDrafts } from '#lib/browser/drafts.ts';
import type { Note } from '#lib/model/records/note.ts';
import { createDrafts } from '#lib/panel/drafts.ts';
import { StorageFailedError } from '#lib/store/failure.ts';
import { opened } from '#test/gallery/decisions.tsx';
import { show } from './show.tsx';

const page = { at: 'nothing', site: null } as const;
/** The panel as it opens: with the drafts that were kept. */
const open = async (more: Partial<PanelProps> = {}) =>
  show(page, { opened: opened(), drafts: await createDrafts(), ...more });
const editTerms = async ({ user }: Awaited<ReturnType<typeof open>>) => {
  await user.click(screen.getByRole('button', { name: /amount/i }));
  return screen.findByLabelText('Amount');
};
afterEach(forgetDrafts);

test('what was typed stands there again as a draft when the panel opens, without taking the focus, until it is given up', async () => {
  const first = await open();
  const amount = await editTerms(first);
  expect(amount).toHaveFocus();
  expect(screen.queryByText('Draft')).toBeNull();
  await first.user.clear(amount);
  await first.user.type(amount, '98765');
  cleanup();

  const second = await open();
  const again = screen.getByDisplayValue('98765');
  expect(again).not.toHaveFocus();
  expect(within(formOf(again)).getByText('Draft')).toBeVisible();
  await second.user.click(again);
  await second.user.keyboard('{Escape}');
  expect(screen.queryByDisplayValue('98765')).toBeNull();
  cleanup();

  await editTerms(await open());
  expect(screen.queryByDisplayValue('98765')).toBeNull();
});

const formOf = (field: HTMLElement) => field.closest('form') ?? field;

test('who was ticked in a contact is kept', async () => {
  const first = await open();
  await first.user.click(screen.getByRole('button', { name: 'Meeting' }));
  const boxes = () =>
    within(screen.getByRole('form', { name: 'Meeting' })).getAllByRole('checkbox');
  const ticks = () => boxes().map((box) => (box as HTMLInputElement).checked);
  const before = ticks();
  for (const box of boxes()) await first.user.click(box);
  cleanup();

  await open();
  expect(screen.getByRole('form', { name: 'Meeting' })).toBeVisible();
  expect(ticks()).toEqual(before.map((was) => !was));
});

test('a note being rewritten is kept with the text it began from, and what is saved is no draft any more', async () => {
  const first = await open();
  await first.user.click(
    screen.getAllByRole('button', { name: /^Edit the note/ })[0] as HTMLElement,
  );
  await first.user.keyboard(' And more.');
  cleanup();

  const second = await open();
  const text = screen.getByDisplayValue(/And more\.$/);
  await second.user.click(within(formOf(text)).getByRole('button', { name: 'Save' }));
  const [note, base, written] = second.acts.editNote.mock.calls[0] as unknown as [
    Note,
    string,
    string,
  ];
  expect(base).toBe(note.text);
  expect(written).toBe(`${note.text} And more.`);
  expect((await keptDrafts()).size).toBe(0);
});

test('a person being typed in is kept, where nobody is recognised', async () => {
  const first = await open({ opened: undefined });
  await first.user.click(screen.getByRole('button', { name: 'Enter by hand' }));
  await first.user.type(screen.getByLabelText(/^Name/), 'Nia Fresh');
  cleanup();
  await open({ opened: undefined });
  expect(screen.getByLabelText(/^Name/)).toHaveValue('Nia Fresh');
});

test('a form whose edit could not be stored stays open with its text, and its draft', async () => {
  const { acts, user } = show(
    { at: 'nothing', site: null },
    { opened: opened(), drafts: await createDrafts(), onOpenDecision: () => {} },
  );
  acts.logTouch.mockRejectedValueOnce(new StorageFailedError(new Error('disk')));
  await user.click(screen.getByRole('button', { name: 'Call' }));
  await user.type(
    screen.getByRole('textbox', { name: 'What about (may stay empty)' }),
    'Budget is settled',
  );
  await user.click(screen.getByRole('button', { name: 'Note the call' }));
  expect(await screen.findByText(/could not write its storage/)).toBeVisible();
  expect(screen.getByDisplayValue('Budget is settled')).toBeVisible();
  await user.click(screen.getByRole('button', { name: 'Note the call' }));
  expect(acts.logTouch).toHaveBeenCalledTimes(2);
  expect(screen.queryByDisplayValue('Budget is settled')).toBeNull();
});

test('signing out forgets every draft', async () => {
  await keepDraft('terms:deal', { amount: '1' });
  await forgetDrafts();
  expect((await keptDrafts()).size).toBe(0);
});
