// @vitest-environment happy-dom
import { act, screen, waitFor, within } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import { setLocale } from '#lib/browser/i18n.ts';
import type { Moment } from '#lib/panel/view.ts';
import { officeWith } from '#test/gallery/office.ts';
import { asked, askedAway, askedBeyond, mergedBefore, onPage } from '#test/gallery/people.tsx';
import { account, jo, known, knownAccount } from '#test/gallery/world.ts';
import { show } from './show.tsx';

afterEach(() => setLocale('en'));

const open = async (user: ReturnType<typeof show>['user'], item: string | RegExp) => {
  await user.click(screen.getByRole('button', { name: /^Record of/ }));
  await user.click(await screen.findByRole('menuitem', { name: item }));
};

test('a person is merged after a preview of both, either way round', async () => {
  const { acts, user } = show(onPage(known(jo, [])), { ask: asked });
  await open(user, 'Merge with…');
  await user.click(await screen.findByRole('button', { name: /J\. Park/ }));
  const table = await screen.findByRole('table', { name: 'J. Park becomes Jo Park' });
  const title = within(table).getByRole('row', { name: /^Title/ });
  expect(within(title).getByText('Head of Procurement').closest('td')).toHaveTextContent('Head');
  expect(within(title).getAllByLabelText('holds')).toHaveLength(1);
  expect(within(table).getByRole('row', { name: /^E-mails/ })).toHaveTextContent('j.park@acme');
  expect(screen.getByText(/2 memberships, 14 touches/)).toBeVisible();
  expect(screen.getByText('Both are in Talent Management: roles are joined.')).toBeVisible();
  await user.click(screen.getByRole('button', { name: 'Keep J. Park instead' }));
  expect(await screen.findByRole('table', { name: 'Jo Park becomes J. Park' })).toBeVisible();
  expect(acts.merge).not.toHaveBeenCalled();
  await user.click(screen.getByRole('button', { name: 'Merge' }));
  expect(acts.merge).toHaveBeenCalledWith({ kind: 'contact', keptId: 'twin', mergedId: 'jo' });
  expect(screen.queryByRole('table')).toBeNull();
});

test('another language leaves a form open, with what was chosen and typed in it', async () => {
  const { user } = show(onPage(known(jo, [])), { ask: asked, office: officeWith([]) });
  await open(user, 'Merge with…');
  await user.click(await screen.findByRole('button', { name: /J\. Park/ }));
  await user.click(await screen.findByRole('button', { name: 'Keep J. Park instead' }));
  await act(() => setLocale('zh_CN'));
  expect(screen.getByRole('table')).toHaveAccessibleName('“Jo Park”并入“J. Park”');
  await act(() => setLocale('en'));
  expect(screen.getByRole('button', { name: 'Keep Jo Park instead' })).toBeVisible();

  await user.click(screen.getByRole('button', { name: 'Cancel' }));
  await open(user, 'Erase…');
  await user.type(await screen.findByRole('textbox', { name: /Reason/ }), 'She asked.');
  await act(() => setLocale('zh_CN'));
  expect(screen.getByDisplayValue('She asked.')).toBeVisible();
});

test('who cannot be merged is said, and nothing can be pressed', async () => {
  const ask = { ...asked, mergePreview: async () => null };
  const { user } = show(onPage(known(jo, [])), { ask });
  await open(user, 'Merge with…');
  await user.click(await screen.findByRole('button', { name: /J\. Park/ }));
  expect(await screen.findByText(/cannot be merged/)).toBeVisible();
  expect(screen.getByRole('button', { name: 'Merge' })).toBeDisabled();
});

test('an address that somebody has leads to merging with them', async () => {
  const { user } = show(onPage(known(jo, [])), { ask: asked });
  await open(user, 'Edit');
  await user.click(screen.getByRole('button', { name: 'Save' }));
  await user.click(await screen.findByRole('button', { name: 'Merge with Mara Ott…' }));
  expect(await screen.findByRole('table')).toBeVisible();
});

test('a merge is taken back from the menu, and what stays as it is now is said', async () => {
  const person = { ...known(jo, []), merges: mergedBefore };
  const { acts, user } = show(onPage(person), { ask: asked });
  await open(user, 'Merged from J. Park: take back…');
  expect(
    screen.getByText('Changed since, so it stays as it is now: Title and E-mails.'),
  ).toBeVisible();
  await user.click(screen.getByRole('button', { name: 'Take apart' }));
  expect(acts.takeApart).toHaveBeenCalledWith(mergedBefore.merges[0]?.merge);
});

test('what the server has yet to do is said', () => {
  const waiting = { is: 'merging', name: 'J. Park' } as const;
  show(onPage({ ...known(jo, []), merges: { merges: [], waiting } }), { ask: asked });
  expect(screen.getByText('Merging with J. Park…')).toBeVisible();
});

test('a placeholder asks whether it is the company of a like name; that one stays', async () => {
  const placeholder = account({ id: 'seen', name: 'Globex', placeholder: true });
  const { acts, user } = show(
    {
      ...{ at: 'account', url: 'https://globex.example', unread: [], people: [], decisions: [] },
      seen: { name: 'Globex', domains: [] },
      account: knownAccount(placeholder),
    },
    { ask: asked },
  );
  await user.click(await screen.findByRole('button', { name: 'Merge with Globex GmbH…' }));
  await waitFor(() => expect(screen.getByRole('button', { name: 'Merge' })).toBeEnabled());
  await user.click(screen.getByRole('button', { name: 'Merge' }));
  expect(acts.merge).toHaveBeenCalledWith({ kind: 'account', keptId: 'globex', mergedId: 'seen' });
});

const seenPlaceholder = (): Moment => {
  const placeholder = account({ id: 'seen', name: 'Umbra', placeholder: true });
  return {
    at: 'account',
    url: 'https://umbra.example',
    ...{ unread: [], people: [], decisions: [] },
    seen: { name: 'Umbra', domains: [] },
    account: knownAccount(placeholder),
  };
};

test('a company that is on the server alone is asked about with the reasons, and fetched before it can be merged', async () => {
  const { acts, user } = show(seenPlaceholder(), { ask: askedBeyond });
  expect(
    await screen.findByText(/It may be Umbra Systems.*people here write from umbra\.example/),
  ).toBeVisible();
  await user.click(screen.getByRole('button', { name: /^Merge with Umbra Systems/ }));
  await waitFor(() => expect(screen.getByRole('button', { name: 'Merge' })).toBeEnabled());
  expect(acts.merge).not.toHaveBeenCalled();
  await user.click(screen.getByRole('button', { name: 'Merge' }));
  expect(acts.merge).toHaveBeenCalledWith({ kind: 'account', keptId: 'far', mergedId: 'seen' });
});

test('the server’s stand among whom to merge with, each with its reasons; one that does not come is said', async () => {
  const { user } = show(seenPlaceholder(), { ask: askedBeyond });
  await open(user, 'Merge with…');
  const beyond = await screen.findByRole('button', { name: /^UMBRA/ });
  expect(beyond).toHaveTextContent('it has the same name');
  await user.click(beyond);
  expect(await screen.findByText('UMBRA could not be fetched. Try again later.')).toBeVisible();
  await user.click(await screen.findByRole('button', { name: /^Umbra Systems.*the other$/ }));
  expect(await screen.findByRole('table')).toBeVisible();
});

test('where the server cannot be asked, it says that only what is here was looked at', async () => {
  const { user } = show(seenPlaceholder(), { ask: askedAway });
  await open(user, 'Merge with…');
  expect(await screen.findByText(/only what is in this browser was looked at/)).toBeVisible();
  expect(await screen.findByRole('button', { name: /Globex GmbH/ })).toBeVisible();
});
