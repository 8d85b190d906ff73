// @vitest-environment happy-dom
import { screen, within } from '@testing-library/react';
import { expect, test, vi } from 'vitest';
import { jo, known } from '#test/gallery/world.ts';
import { person, show } from './show.tsx';

const at = new Date().toISOString();

test('own edits open from the dot, each with its state and what can be done', async () => {
  const onOpenOutbox = vi.fn();
  const { acts, user, become } = show(person(known(jo)), { onOpenOutbox });
  await user.click(screen.getByRole('button', { name: /Synced/ }));
  await user.click(screen.getByRole('button', { name: 'Your edits' }));
  expect(onOpenOutbox).toHaveBeenCalledExactlyOnceWith(true);

  become(person(known(jo)), {
    outbox: [
      { nonce: 'a', name: 'contact.create@1', about: 'Inês', at, state: 'waiting', builtOn: 2 },
      {
        nonce: 'b',
        name: 'member.edit@1',
        about: 'Jo',
        at,
        state: 'applied',
        undo: 'open',
        builtOn: 0,
      },
      { nonce: 'c', name: 'touch.log@1', at, state: 'applied', undo: 'changed', builtOn: 0 },
      { nonce: 'd', name: 'touch.log@1', at, state: 'sent', builtOn: 0, back: true },
    ],
  });
  const rows = within(screen.getByRole('list', { name: 'Your edits' })).getAllByRole('listitem');
  expect(rows.map((row) => row.textContent)).toEqual([
    expect.stringContaining('Waiting to be sent'),
    expect.stringContaining('Confirmed'),
    expect.stringContaining('Changed since'),
    expect.stringMatching(/^Undo: .*On its way, not confirmed yet/),
  ]);
  await user.click(screen.getByRole('button', { name: 'Discard: Adding a person (Inês)' }));
  expect(acts.discard).not.toHaveBeenCalled();
  expect(screen.getByText(/2 later edits build on this one/)).toBeDefined();
  await user.click(screen.getByRole('button', { name: 'Discard' }));
  expect(acts.discard).toHaveBeenCalledExactlyOnceWith('a');
  await user.click(screen.getByRole('button', { name: /^Undo:/ }));
  expect(acts.undoEdit).toHaveBeenCalledExactlyOnceWith('b');
  await user.keyboard('{Escape}');
  expect(onOpenOutbox).toHaveBeenLastCalledWith(false);
});

test('what the server refused can be tried again', async () => {
  const { acts, user } = show(person(known(jo)), {
    unresolved: [
      { nonce: 'n', name: 'contact.edit@1', status: 'rejected', because: 'Gone.', at, about: 'Jo' },
    ],
  });
  await user.click(screen.getByRole('button', { name: /^Try again:/ }));
  expect(acts.keepMine).toHaveBeenCalledExactlyOnceWith('n');
});
