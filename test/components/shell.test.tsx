// @vitest-environment happy-dom
import { screen, waitFor, within } from '@testing-library/react';
import { expect, test, vi } from 'vitest';
import type { SyncView } from '#lib/panel/sync-view.ts';
import { jo, known, talentDeal } from '#test/gallery/world.ts';
import { person, show } from './show.tsx';

const at = person(known(jo, [talentDeal]));

test('a site that is off: says what would be read, and switches it on inside the click', async () => {
  const { onEnableSite, user } = show({ at: 'siteOff', host: 'mail.example.com' });
  expect(screen.getByRole('heading', { name: 'Quorum is off on mail.example.com' })).toBeVisible();
  expect(screen.getByText(/names, titles, companies and addresses/)).toBeVisible();
  expect(screen.queryByText(/LinkedIn's user agreement/)).not.toBeInTheDocument();
  await user.click(screen.getByRole('button', { name: 'Switch on for mail.example.com' }));
  expect(onEnableSite).toHaveBeenCalledExactlyOnceWith('mail.example.com');
});

test('on LinkedIn its terms are said before the switch', () => {
  show({ at: 'siteOff', host: 'www.linkedin.com' });
  expect(screen.getByText(/LinkedIn's user agreement restricts/)).toBeVisible();
});

test('a page whose site is unknown offers no switch, but the way to the sites', async () => {
  const { onOpenOptions, user } = show({ at: 'siteOff', host: null });
  expect(screen.getByRole('heading', { name: 'Quorum does not see this page' })).toBeVisible();
  expect(screen.queryByRole('button', { name: /switch on/i })).not.toBeInTheDocument();
  await user.click(screen.getByRole('button', { name: 'Choose sites' }));
  expect(onOpenOptions).toHaveBeenCalledOnce();
});

test('a page whose site is off can be read once without switching it on', async () => {
  const { onReadPage, onEnableSite, user } = show({ at: 'siteOff', host: 'mail.example.com' });
  await user.click(screen.getByRole('button', { name: 'Read only this page' }));
  expect(onReadPage).toHaveBeenCalledOnce();
  expect(onEnableSite).not.toHaveBeenCalled();
});

test('a page without people teaches where they appear, and offers one to try', () => {
  show({ at: 'nothing', site: 'linkedin' });
  expect(screen.getByRole('heading', { name: 'Nobody on this page' })).toBeVisible();
  expect(screen.getByRole('link', { name: 'Open the practice page' })).toHaveAttribute(
    'href',
    'https://quorum.example/practice',
  );
});

test('data that was damaged: says what was rescued and what was not, saves it and removes it', async () => {
  const [onSave, onRemove] = [vi.fn(), vi.fn()];
  const { user } = show(at, {
    oldData: { is: 'aside', rescued: 2, lost: 1, onSave, onRemove },
  });
  const notice = screen.getByRole('region', { name: 'Damaged data' });
  expect(notice).toHaveTextContent('2 edits that waited were rescued and are sent.');
  expect(notice).toHaveTextContent('1 edit that waited could not be read.');
  await user.click(within(notice).getByRole('button', { name: 'Save as a file' }));
  expect(onSave).toHaveBeenCalledOnce();
  expect(onRemove).not.toHaveBeenCalled();
  await user.click(within(notice).getByRole('button', { name: 'Remove the old data' }));
  expect(onRemove).toHaveBeenCalledOnce();
});

test('where nothing waited in damaged data, nothing is said of edits', () => {
  const nothing = () => {};
  show(at, {
    oldData: { is: 'aside', rescued: 0, lost: 0, onSave: nothing, onRemove: nothing },
  });
  expect(screen.getByRole('region', { name: 'Damaged data' })).not.toHaveTextContent(/edit/);
});

test('data that cannot be read: says what beginning anew costs before it is pressed', async () => {
  const onBeginAnew = vi.fn();
  const { user } = show({ at: 'loading' }, { oldData: { is: 'unreadable', onBeginAnew } });
  expect(screen.getByText(/edits that were not sent yet are lost/)).toBeVisible();
  await user.click(screen.getByRole('button', { name: 'Begin anew' }));
  expect(onBeginAnew).toHaveBeenCalledOnce();
});

test('loading is said to those who cannot see it', () => {
  show({ at: 'loading' }, { busy: true });
  expect(screen.getByRole('heading', { name: 'Loading' })).toBeInTheDocument();
  expect(screen.getByRole('progressbar', { name: 'Working' })).toBeInTheDocument();
});

test('signed out with nothing cached: only the way in', async () => {
  const { onSignIn, user } = show(
    { at: 'loading' },
    { user: undefined, sync: { is: 'signedOut', waiting: 0 } },
  );
  await user.click(screen.getByRole('button', { name: 'Sign in' }));
  expect(onSignIn).toHaveBeenCalledOnce();
});

test('an ended session keeps the page and says how many edits wait', async () => {
  const { onSignIn, user } = show(at, { sync: { is: 'signedOut', waiting: 2 } });
  expect(screen.getByRole('heading', { name: 'Jo Park' })).toBeVisible();
  expect(screen.getByText(/2 edits wait, safe on this computer/)).toBeVisible();
  await user.click(screen.getByRole('button', { name: 'Sign in' }));
  expect(onSignIn).toHaveBeenCalledOnce();
});

const stories: [SyncView, button: string, story: RegExp][] = [
  [{ is: 'synced', at: Date.now() }, 'Synced', /Everything you did is on your server.*just now/],
  [{ is: 'syncing', waiting: 1 }, 'Syncing', /Sending and fetching.*1 edit waits/],
  [{ is: 'waiting', waiting: 2 }, '2 waiting', /not confirmed everything yet.*2 edits wait/],
  [{ is: 'offline', waiting: 0 }, 'Offline', /cannot be reached/],
  [{ is: 'offline', waiting: 3 }, 'Offline, 3 waiting', /3 edits wait\. They are safe/],
  [
    { is: 'failed', waiting: 1, code: 'answerNotUnderstood', message: '' },
    'Not synced',
    /could not be understood/,
  ],
  [
    { is: 'failed', waiting: 0, code: 'unheard', message: 'Teapot' },
    'Not synced',
    /This did not work: Teapot\./,
  ],
];
test.each(stories)('sync %o opens from one dot to the full story', async (sync, button, story) => {
  const { user } = show(at, { sync });
  await user.click(screen.getByRole('button', { name: new RegExp(`^${button}`) }));
  const dialog = screen.getByRole('dialog', { name: 'State of sync' });
  expect(dialog).toHaveTextContent(story);
  expect(dialog).toHaveTextContent('Server: https://quorum.example');
});

test('sync can be tried again from its story', async () => {
  const { onRetrySync, user } = show(at, { sync: { is: 'offline', waiting: 1 } });
  await user.click(screen.getByRole('button', { name: /^Offline/ }));
  await user.click(screen.getByRole('button', { name: 'Try now' }));
  expect(onRetrySync).toHaveBeenCalledOnce();
});

test('what was done is announced, with the way back', async () => {
  const { acts, become, user } = show(at);
  // The dock is the last to speak.
  const status = screen.getAllByRole('status').at(-1) as HTMLElement;
  expect(status).toBeEmptyDOMElement(); // there from the start, or a screen reader would not hear the change
  become(at, { undoable: { label: 'Jo Park attached' } });
  expect(status).toHaveTextContent('Jo Park attached');
  await user.click(within(status).getByRole('button', { name: 'Undo' }));
  expect(acts.undo).toHaveBeenCalledOnce();
});

test('after undoing the last act the focus is not lost', async () => {
  const { become, user } = show(at, { undoable: { label: 'Jo Park attached' } });
  screen.getByRole('button', { name: 'Settings' }).focus();
  const undo = screen.getByRole('button', { name: 'Undo' });
  undo.focus();
  await user.keyboard('{Enter}');
  become(at, { undoable: undefined });
  await waitFor(() => expect(screen.getByRole('button', { name: 'Settings' })).toHaveFocus());
});

test('a problem is an alert that can be dismissed', async () => {
  const { onDismissProblem, user } = show(at, { problem: { code: 'unreachable', message: '' } });
  expect(screen.getByRole('alert')).toHaveTextContent(
    'The server did not answer. Your edits are safe',
  );
  await user.click(screen.getByRole('button', { name: 'Dismiss this message' }));
  expect(onDismissProblem).toHaveBeenCalledOnce();
});

test.each([
  ['unreachable', 'The server did not answer.'],
  ['answerNotUnderstood', "The server's answer could not be understood"],
  ['signedOut', 'Your session has ended.'],
  ['signInFailed', 'The sign-in was refused.'],
  ['forbidden', 'You may not do this'],
  ['gone', 'Somebody deleted this meanwhile.'],
  ['extensionOutdated', 'This extension is older than your server'],
  ['serverOutdated', 'Your server is older than this extension'],
  ['storageFailed', 'The browser could not write its storage'],
  ['neverHeardOf', 'This did not work: A teapot.'],
])('the problem %s is said in words', (code, words) => {
  show(at, { problem: { code, message: 'A teapot' } });
  expect(screen.getByRole('alert')).toHaveTextContent(words);
});

test('edits the server did not take are said with their reason until dismissed', async () => {
  const { onDismissUnresolved, user } = show(at, {
    unresolved: [
      {
        nonce: 'n1',
        name: 'opportunity.setStage@1',
        status: 'conflict',
        because: 'Bo moved it.',
        at: '',
      },
      { nonce: 'n2', name: 'something.new@9', status: 'rejected', because: 'Gone.', at: '' },
    ],
  });
  const section = within(screen.getByRole('region', { name: 'Edits that need you' }));
  expect(
    section.getByText('Moving a decision to another stage: somebody else changed it first'),
  ).toBeVisible();
  expect(section.getByText('An edit: not taken by the server')).toBeVisible();
  await user.click(section.getByRole('button', { name: 'Discard: An edit' }));
  expect(onDismissUnresolved).toHaveBeenCalledExactlyOnceWith('n2');
});

test('who works here, and the way to the settings', async () => {
  const { onOpenOptions, user } = show(at);
  expect(screen.getByText('Ana Lima').parentElement).toHaveTextContent('Ana Lima · Sales');
  await user.click(screen.getByRole('button', { name: 'Settings' }));
  expect(onOpenOptions).toHaveBeenCalledOnce();
});

test.each([
  ['serverOutdated', 'Your server needs an update', /Ask whoever runs the server/],
  ['extensionOutdated', 'This extension needs an update', /Update the extension/],
])(
  '[L8] %s stays in sight with what to do, beside the work that goes on',
  async (code, title, what) => {
    const sync = { is: 'failed' as const, waiting: 2, code, message: 'Update the older side.' };
    const { onRetrySync, user } = show(at, { sync });
    const notice = screen.getByRole('region', { name: title });
    expect(within(notice).getByText(what)).toBeVisible();
    expect(within(notice).getByText(/2 edits wait\. They are safe/)).toBeVisible();
    expect(screen.getByRole('button', { name: /^Update needed/ })).toBeVisible();
    await user.click(within(notice).getByRole('button', { name: 'Check now' }));
    expect(onRetrySync).toHaveBeenCalledOnce();
  },
);
