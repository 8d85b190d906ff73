// @vitest-environment happy-dom
import { cleanup, screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import { draftOf, forgetDrafts, keepDraft } from '#lib/browser/drafts.ts';
import { StorageFailedError } from '#lib/store/failure.ts';
import { opened } from '#test/gallery/decisions.tsx';
import { show } from './show.tsx';

const drafts = { read: draftOf, keep: keepDraft };
const open = () => show({ at: 'nothing', site: null }, { opened: opened(), drafts });
const editTerms = async ({ user }: ReturnType<typeof open>) => {
  await user.click(screen.getByRole('button', { name: /amount/i }));
  return screen.findByLabelText('Amount');
};

test('what was typed survives closing the panel, until it is given up', async () => {
  const first = open();
  const amount = await editTerms(first);
  await first.user.clear(amount);
  await first.user.type(amount, '98765');
  cleanup();

  const second = open();
  await editTerms(second);
  expect(await screen.findByDisplayValue('98765')).toBeVisible();
  await second.user.keyboard('{Escape}');
  cleanup();

  await editTerms(open());
  expect(screen.queryByDisplayValue('98765')).toBeNull();
});

test('a form whose edit could not be stored stays open with its text, and its draft', async () => {
  const { acts, user } = show(
    { at: 'nothing', site: null },
    { opened: opened(), drafts, onOpenDecision: () => {} },
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
  expect(await draftOf('terms:deal')).toBeNull();
});
