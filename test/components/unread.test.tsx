// @vitest-environment happy-dom
import { screen, waitFor } from '@testing-library/react';
import { expect, test } from 'vitest';
import { stranger } from '#test/gallery/world.ts';
import { person, show } from './show.tsx';

test('a page nobody could be read from lets one enter a person by hand', async () => {
  const { acts, user } = show({ at: 'nothing', site: 'linkedin-profile' });
  await user.click(screen.getByRole('button', { name: 'Enter by hand' }));
  await user.type(screen.getByLabelText(/^Name/), 'Kim Park');
  await user.type(screen.getByLabelText(/^Company/), 'Acme');
  await user.click(screen.getByRole('button', { name: /^Add/ }));
  await waitFor(() =>
    expect(acts.addPerson).toHaveBeenCalledExactlyOnceWith(
      expect.objectContaining({ match: { is: 'new' } }),
      { name: 'Kim Park', company: 'Acme', title: '', email: '' },
    ),
  );
});

test('the page’s report goes to the clipboard, and the panel says what is in it', async () => {
  const { user } = show(
    { at: 'nothing', site: 'linkedin-profile' },
    { onPageReport: async () => '<main>xxx</main>' },
  );
  await user.click(screen.getByRole('button', { name: 'Copy page report' }));
  expect(await screen.findByText(/every text blanked/)).toBeVisible();
  expect(await navigator.clipboard.readText()).toBe('<main>xxx</main>');
});

test('a page that gives no report is said to give none', async () => {
  const { user } = show(
    { at: 'nothing', site: 'linkedin-profile' },
    { onPageReport: async () => null },
  );
  await user.click(screen.getByRole('button', { name: 'Copy page report' }));
  expect(await screen.findByText(/gave no report/)).toBeVisible();
});

test('a page of no site of ours offers no report', () => {
  show({ at: 'nothing', site: null }, { onPageReport: async () => '' });
  expect(screen.queryByRole('button', { name: 'Copy page report' })).not.toBeInTheDocument();
});

test('what of a new person could not be read is completed by hand, the rest filled in', async () => {
  const view = stranger({ name: 'Noor Haddad' }, [], { is: 'new' }, { is: 'new' });
  const { user } = show(person(view, ['headline']));
  await user.click(screen.getByRole('button', { name: 'Enter by hand' }));
  expect(screen.getAllByLabelText(/^Name/).at(-1)).toHaveValue('Noor Haddad');
});
