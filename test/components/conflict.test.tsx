// @vitest-environment happy-dom
import { screen, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { defaultStages } from '#lib/model/records/stage.ts';
import { rewriting } from '#lib/panel/rewriting/table.ts';
import type { UnresolvedView } from '#lib/panel/sync-view.ts';
import { jo, known } from '#test/gallery/world.ts';
import { person, show } from './show.tsx';

const hourAgo = new Date(Date.now() - 3_600_000).toISOString();
const stage = (id: string) => defaultStages.find((one) => one.id === id);
const moved: UnresolvedView = {
  ...{ nonce: 'n1', name: 'opportunity.setStage@2', status: 'conflict', because: '', at: '' },
  about: 'Talent Management',
  conflicts: [{ field: 'stageId', mine: stage('pipeline'), theirs: stage('lost'), by: 'Bo Chen' }],
};
const priced: UnresolvedView = {
  ...{ nonce: 'n2', name: 'opportunity.setAmount@1', status: 'conflict', because: '', at: '' },
  conflicts: [{ field: 'amount', mine: 150_000, theirs: null, currency: 'EUR', at: hourAgo }],
  rewrite: {
    call: {
      name: 'opportunity.setAmount@1',
      args: { opportunityId: 'deal', transitionId: 't', amount: 150_000, currency: 'EUR' },
    },
    fields: rewriting['opportunity.setAmount@1'] ?? [],
    ...{ users: [], stages: [] },
  },
};
const pairs = (place: HTMLElement) =>
  [...place.querySelectorAll('dt')].map((dt) => [
    dt.textContent,
    dt.nextElementSibling?.textContent,
  ]);

test('a conflict shows both values and who, and each is one click', async () => {
  const { acts, user, onDismissUnresolved } = show(person(known(jo)), {
    unresolved: [moved, priced],
  });
  const region = screen.getByRole('region', { name: 'Edits that need you' });
  expect(pairs(region)).toEqual([
    ['Yours', 'Pipeline'],
    ['Bo Chen’s', 'Lost'],
    ['Yours', '€150K'],
    ['Theirs', 'not set1 hour ago'],
  ]);
  const edit = 'Moving a decision to another stage (Talent Management)';
  const [keep, take] = [`Keep mine: ${edit}`, `Take theirs: ${edit}`];
  await user.click(within(region).getByRole('button', { name: keep }));
  expect(acts.keepMine).toHaveBeenCalledExactlyOnceWith('n1');
  expect(onDismissUnresolved).not.toHaveBeenCalled();
  await user.click(within(region).getByRole('button', { name: take }));
  expect(onDismissUnresolved).toHaveBeenCalledExactlyOnceWith('n1');
});

test('[C11] a conflict is edited in its place, begun with one’s own value, by keys alone', async () => {
  const { acts, user } = show(person(known(jo)), { unresolved: [priced] });
  const name = 'Edit once more: Changing the amount of a decision';
  screen.getByRole('button', { name }).focus();
  await user.keyboard('{Enter}');
  const form = screen.getByRole('form', { name });
  const amount = within(form).getByRole('textbox', { name: 'Amount' });
  expect(document.activeElement).toBe(amount);
  await user.keyboard('{Control>}a{/Control}a lot{Enter}');
  expect(acts.rewrite).not.toHaveBeenCalled();
  expect(within(form).getByText(/a number of 0 or more/i)).toBeDefined();
  await user.clear(amount);
  await user.keyboard('175000{Enter}');
  const args = expect.objectContaining({ amount: 175_000, currency: 'EUR' });
  expect(acts.rewrite).toHaveBeenCalledExactlyOnceWith('n2', {
    ...{ name: 'opportunity.setAmount@1', args },
  });
  expect(screen.queryByRole('form', { name })).toBeNull();
});

test('[C10] what is refused again for the same reason is edited or discarded, not tried in a circle', async () => {
  const refused: UnresolvedView = { ...priced, status: 'rejected', because: 'No.', again: 2 };
  const { user, onDismissUnresolved } = show(person(known(jo)), { unresolved: [refused] });
  const region = screen.getByRole('region', { name: 'Edits that need you' });
  expect(within(region).getByText(/Tried 2 times/)).toBeDefined();
  expect(within(region).queryByRole('button', { name: /^Try again/ })).toBeNull();
  await user.click(within(region).getByRole('button', { name: /^Discard/ }));
  expect(onDismissUnresolved).toHaveBeenCalledExactlyOnceWith('n2');
});
