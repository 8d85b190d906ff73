// @vitest-environment happy-dom
import { render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { expect, test, vi } from 'vitest';
import { Options, type OptionsProps } from '#components/options.tsx';
import { SignedOutError, UnreachableError } from '#lib/api/errors.ts';
import type { Checked } from '#lib/panel/diagnostics.ts';

function show(props: Partial<OptionsProps> = {}) {
  const calls = {
    onSaveServer: vi.fn(async () => {}),
    onSignIn: vi.fn(),
    onSignOut: vi.fn(),
    onToggleSite: vi.fn(),
    onAddSite: vi.fn(),
    onRemoveSite: vi.fn(),
    onLanguage: vi.fn(),
  };
  render(
    <Options
      server="https://quorum.example"
      user={{ name: 'Ana Lima', team: 'sales', email: 'ana@example.com' }}
      waiting={0}
      sites={[
        { name: 'LinkedIn', host: 'linkedin.com', on: true },
        { host: 'webmail.example', on: false, own: true },
      ]}
      {...calls}
      {...props}
    />,
  );
  return { ...calls, user: userEvent.setup() };
}

test("the server's own host is called the practice page it has, with its address, and stays on the list", () => {
  show({
    server: 'http://127.0.0.1:8787',
    sites: [
      { host: '127.0.0.1', on: false, own: true },
      { host: 'webmail.example', on: false, own: true },
    ],
  });
  screen.getByRole('switch', { name: 'Practice page on this computer 127.0.0.1' });
  expect(screen.queryByRole('button', { name: 'Take 127.0.0.1 off the list' })).toBeNull();
  screen.getByRole('button', { name: 'Take webmail.example off the list' });
});

/** Whoever is signed in says so once more. */
async function signedOutFor(user: ReturnType<typeof userEvent.setup>, question: string) {
  const asks = screen.getByRole('alertdialog', { name: question });
  expect(asks).toHaveAccessibleDescription(/another one signs you out here/);
  await user.click(within(asks).getByRole('button', { name: /^Sign out/ }));
}

test('saves another server, once it is one, and whoever is signed in agrees to be signed out', async () => {
  const { onSaveServer, user } = show({ waiting: 2 });
  const field = screen.getByRole('textbox', { name: 'Address of your server' });
  const save = screen.getByRole('button', { name: 'Save' });
  expect(save).toBeDisabled();
  await user.clear(field);
  await user.type(field, 'http://far.example{Enter}');
  expect(field).toHaveAccessibleDescription(/Only https/);
  await user.clear(field);
  await user.type(field, 'https://far.example/{Enter}');
  expect(onSaveServer).not.toHaveBeenCalled();
  await signedOutFor(user, 'Sign out and lose 2 edits?');
  expect(onSaveServer).toHaveBeenCalledExactlyOnceWith('https://far.example');
  expect(screen.getByText('Saved')).toBeVisible();
});

test('nobody is signed out before it is known what waits', async () => {
  const { onSaveServer, onSignOut, user } = show({ waiting: undefined });
  expect(screen.getByRole('button', { name: 'Sign out' })).toBeDisabled();
  const field = screen.getByRole('textbox', { name: 'Address of your server' });
  await user.clear(field);
  await user.type(field, 'https://far.example{Enter}');
  expect(screen.queryByRole('alertdialog')).toBeNull();
  expect(onSaveServer).not.toHaveBeenCalled();
  expect(onSignOut).not.toHaveBeenCalled();
});

test('a server that does not answer is not taken, and the page says so', async () => {
  const onSaveServer = vi.fn(async () => {
    throw new UnreachableError('The server does not answer.');
  });
  const { user } = show({ onSaveServer });
  const field = screen.getByRole('textbox', { name: 'Address of your server' });
  await user.clear(field);
  await user.type(field, 'https://far.example{Enter}');
  await signedOutFor(user, 'Sign out?');
  expect(await screen.findByText(/so the one before is still in use/)).toBeVisible();
  expect(field).toHaveValue('https://far.example');
});

test('the check says what it found, and what to do about it', async () => {
  const check = vi.fn(
    async (): Promise<Checked> => ({
      server: { is: 'ok', ms: 12 },
      clockAhead: -61_000,
      signIn: { is: 'failed', error: new SignedOutError('Not accepted.') },
    }),
  );
  const { user } = show({ diagnosing: { check, report: async () => '{}' } });
  await user.click(screen.getByRole('button', { name: 'Check now' }));
  const found = screen.getAllByRole('listitem').map((item) => item.textContent);
  expect(found).toEqual(
    expect.arrayContaining([
      'The server answers, in 12 ms.',
      expect.stringContaining('61 seconds behind'),
      expect.stringContaining('Sign in again'),
    ]),
  );
});

test('the report is shown as it is copied', async () => {
  const { user } = show({
    diagnosing: { check: vi.fn(), report: async () => '{"extension":"0.1.0"}' },
  });
  await user.click(screen.getByRole('button', { name: 'Make the report' }));
  expect(screen.getByText('{"extension":"0.1.0"}')).toBeVisible();
  await user.click(screen.getByRole('button', { name: 'Copy the report' }));
  expect(await navigator.clipboard.readText()).toBe('{"extension":"0.1.0"}');
  expect(screen.getByText('Copied')).toBeVisible();
});

test('the key that opens the panel is told, with the way to change it, and the index leads there', () => {
  show({ shortcuts: { panelKey: 'Ctrl+Shift+Y', address: 'chrome://extensions/shortcuts' } });
  const part = within(screen.getByRole('region', { name: 'Keyboard' }));
  expect(part.getByText('Ctrl+Shift+Y')).toBeVisible();
  expect(part.getByText('chrome://extensions/shortcuts')).toBeVisible();
  const index = screen.getByRole('navigation', { name: 'On this page' });
  const targets = within(index)
    .getAllByRole('link')
    .map((link) => link.getAttribute('href') ?? '');
  expect(targets).toContain('#keys');
  for (const target of targets) expect(document.querySelector(target)).not.toBeNull();
});

test('the tour can be taken again', async () => {
  const onTour = vi.fn();
  const { user } = show({ onTour });
  await user.click(screen.getByRole('button', { name: 'Take the tour again' }));
  expect(onTour).toHaveBeenCalledOnce();
});

const noop = () => {};

/** The page as its host: what is saved is in use from then on. */
function Saving() {
  const [server, setServer] = useState('https://quorum.example');
  return (
    <Options
      server={server}
      onSaveServer={async (origin) => setServer(origin)}
      waiting={0}
      sites={[]}
      onSignIn={noop}
      onSignOut={noop}
      onToggleSite={noop}
      onAddSite={noop}
      onRemoveSite={noop}
    />
  );
}

test('that it is saved stays in sight once the new server is in use', async () => {
  const user = userEvent.setup();
  render(<Saving />);
  const field = screen.getByRole('textbox', { name: 'Address of your server' });
  await user.clear(field);
  await user.type(field, 'https://far.example/{Enter}');
  expect(screen.getByText('Saved')).toBeVisible();
  expect(field).toHaveValue('https://far.example');
});

test('signing out asks first', async () => {
  const { onSignOut, user } = show();
  await user.click(screen.getByRole('button', { name: 'Sign out' }));
  const dialog = within(screen.getByRole('alertdialog', { name: 'Sign out?' }));
  await user.click(dialog.getByRole('button', { name: 'Sign out' }));
  expect(onSignOut).toHaveBeenCalledOnce();
});

test('signing out warns of unsent edits, and staying is the first choice', async () => {
  const { onSignOut, user } = show({ waiting: 3 });
  await user.click(screen.getByRole('button', { name: 'Sign out' }));
  const dialog = within(screen.getByRole('alertdialog', { name: 'Sign out and lose 3 edits?' }));
  expect(dialog.getByRole('button', { name: 'Stay signed in' })).toHaveFocus();
  await user.keyboard('{Enter}');
  expect(onSignOut).not.toHaveBeenCalled();
  expect(screen.queryByRole('alertdialog')).not.toBeInTheDocument();
});

test('signed out: the way in', async () => {
  const { onSignIn, user } = show({ user: undefined });
  await user.click(screen.getByRole('button', { name: 'Sign in' }));
  expect(onSignIn).toHaveBeenCalledOnce();
});

test('each site has its switch', async () => {
  const { onToggleSite, user } = show();
  const linkedin = screen.getByRole('switch', { name: /LinkedIn/ });
  expect(linkedin).toBeChecked();
  await user.click(linkedin);
  expect(onToggleSite).toHaveBeenCalledExactlyOnceWith('linkedin.com', false);
});

test('a site of one’s own is added by host and can be taken off again', async () => {
  const { onAddSite, onRemoveSite, user } = show();
  const field = screen.getByRole('textbox', { name: 'A site of your own' });
  await user.type(field, 'https://mail.acme.example/?_task=mail{Enter}');
  expect(onAddSite).toHaveBeenCalledExactlyOnceWith('mail.acme.example');
  expect(field).toHaveValue('');
  await user.type(field, 'webmail.example{Enter}');
  expect(field).toHaveAccessibleDescription('This site is on the list already.');
  await user.click(screen.getByRole('button', { name: 'Take webmail.example off the list' }));
  expect(onRemoveSite).toHaveBeenCalledExactlyOnceWith('webmail.example');
});

test('a site that the browser did not allow stays in the field, to be tried again', async () => {
  const onAddSite = vi.fn(async () => false);
  const { user } = show({ onAddSite });
  const field = screen.getByRole('textbox', { name: 'A site of your own' });
  await user.type(field, 'mail.acme.example{Enter}');
  expect(onAddSite).toHaveBeenCalledOnce();
  expect(field).toHaveValue('mail.acme.example');
  onAddSite.mockResolvedValue(true);
  await user.type(field, '{Enter}');
  await waitFor(() => expect(field).toHaveValue(''));
});

test('the language is chosen where the host page offers it', async () => {
  const { onLanguage, user } = show({ language: 'auto' });
  await user.selectOptions(screen.getByRole('combobox', { name: 'Language' }), '简体中文');
  expect(onLanguage).toHaveBeenCalledExactlyOnceWith('zh_CN');
});

test('[C9] signing out works without the cache, and says that edits in it may be lost', async () => {
  const { onSignOut, user } = show({ waiting: 'unread' });
  await user.click(screen.getByRole('button', { name: 'Sign out' }));
  const asks = await screen.findByRole('alertdialog', { name: /remove what cannot be read/ });
  expect(asks).toHaveTextContent('Edits in it that were not sent yet are lost');
  expect(onSignOut).not.toHaveBeenCalled();
  await user.click(within(asks).getByRole('button', { name: 'Sign out all the same' }));
  expect(onSignOut).toHaveBeenCalledOnce();
});
