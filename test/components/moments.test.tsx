// @vitest-environment happy-dom
import { screen, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import type { Moment, ThreadPersonView } from '#lib/panel/view.ts';
import {
  acme,
  deals,
  jo,
  kim,
  known,
  knownAccount,
  mara,
  sam,
  stranger,
  talentDeal,
} from '#test/gallery/world.ts';
import { show } from './show.tsx';

const url = 'https://example.com/';
const dana = stranger({ name: 'Dana Cole', title: 'Legal Counsel', emails: ['dana@acme.example'] });
const onMail = (view: typeof dana, part: ThreadPersonView['seen']['part']): ThreadPersonView => ({
  ...view,
  seen: { ...view.seen, part },
});
const row = (name: string) => {
  const found = screen.getAllByRole('listitem').find((item) => item.textContent?.includes(name));
  if (!found) throw new Error(`No row of ${name}`);
  return within(found);
};

const company: Moment = {
  at: 'account',
  url,
  unread: [],
  seen: { name: 'ACME', domains: ['acme.example'] },
  account: knownAccount(),
  decisions: deals,
  people: [known(mara), dana],
};

test('a company: its decisions with their groups and who is missing, and the people on the page', () => {
  show(company);
  expect(screen.getByRole('heading', { level: 1, name: 'ACME' })).toBeVisible();
  expect(screen.getByText('acme.example')).toBeVisible();
  expect(screen.getAllByRole('article')).toHaveLength(3);
  const seats = within(screen.getByRole('list', { name: 'Seats of Talent Management' }));
  expect(seats.getByText('Ratifier')).toBeVisible();
  expect(seats.getByText('due now')).toBeVisible();
  const page = within(screen.getByRole('region', { name: /People on this page/ }));
  expect(page.getByText('Talent Management · Champion')).toBeVisible();
});

test('a new company is added with one click', async () => {
  const seen = { name: 'Globex', domains: ['globex.example'] };
  const { acts, user } = show({
    ...company,
    seen,
    account: { is: 'new' },
    decisions: [],
    people: [],
  });
  await user.click(screen.getByRole('button', { name: 'Add Globex' }));
  expect(acts.addAccount).toHaveBeenCalledExactlyOnceWith(seen);
});

test('a decision is added to a company', async () => {
  const { acts, user } = show({ ...company, decisions: [] });
  expect(screen.getByText(/No decision in motion at ACME yet/)).toBeVisible();
  await user.click(screen.getByRole('button', { name: 'Add a decision' }));
  await user.click(screen.getByRole('menuitem', { name: 'Learning' }));
  expect(acts.addDecision).toHaveBeenCalledExactlyOnceWith('acme', 'learning');
});

const thread: Moment = {
  at: 'thread',
  url,
  unread: [],
  composing: false,
  people: [onMail(known(mara), 'from'), onMail(dana, 'to'), onMail(known(sam), 'cc')],
  decisions: [
    {
      account: acme,
      decision: talentDeal,
      notOnThread: talentDeal.seats.filter(({ seat }) => ['t2', 't3'].includes(seat.id)),
    },
  ],
};

test('an open mail: everybody with their part and seats, and the seats that are not on it', () => {
  show(thread);
  expect(screen.getByText('3 people · 1 not on record')).toBeVisible();
  expect(row('Mara Ott').getByText('From')).toBeVisible();
  expect(row('Mara Ott').getByText('Talent Management · Champion')).toBeVisible();
  expect(row('Dana Cole').getByText('New')).toBeVisible();
  expect(row('Sam Rossi').getByText('Cc')).toBeVisible();
  const missing = screen.getByRole('list', {
    name: 'Seats of Talent Management not on this thread',
  });
  expect(
    within(missing)
      .getAllByRole('listitem')
      .map((item) => item.textContent),
  ).toEqual(['Decision maker (Kim Adeyemi)', 'Economic buyer (empty)']);
});

test('a newcomer on a mail is added and attached with one click, in the likeliest decision', async () => {
  const { acts, user } = show(thread);
  const button = row('Dana Cole').getByRole('button', {
    name: 'Add as Ratifier · Talent Management Known 64% → 79%',
  });
  await user.click(button);
  expect(acts.attach).toHaveBeenCalledExactlyOnceWith(
    expect.objectContaining({ seen: expect.objectContaining({ name: 'Dana Cole' }) }),
    'talent-deal',
    ['ratifier'],
  );
  expect(screen.getByRole('button', { name: 'More on Dana Cole' })).toHaveFocus();
});

test('a row opens to every decision of the person', async () => {
  const { acts, user } = show(thread);
  await user.click(screen.getByRole('button', { name: 'More on Dana Cole' }));
  const learning = within(screen.getByRole('article', { name: 'Learning' }));
  await user.click(learning.getByRole('button', { name: /^Add and attach as Ratifier/ }));
  expect(acts.attach).toHaveBeenCalledExactlyOnceWith(expect.anything(), 'learning-deal', [
    'ratifier',
  ]);
});

test('nobody who holds a seat is offered a second one unasked', () => {
  show(thread);
  expect(row('Mara Ott').queryByRole('button', { name: /attach|add as/i })).not.toBeInTheDocument();
});

test('the mail being written is named so', () => {
  show({ ...thread, composing: true });
  expect(screen.getByRole('heading', { name: 'The mail you are writing' })).toBeVisible();
});

test('a list: who is known, new, a question, and in which decision', async () => {
  const rossi = stranger({ name: 'S. Rossi', company: 'ACME' }, deals, {
    is: 'maybe',
    contacts: [sam],
    because: 'name',
  });
  const { user } = show({
    at: 'people',
    decisions: [],
    url,
    unread: [],
    people: [known(jo), known(kim, []), dana, rossi],
  });
  expect(screen.getByRole('heading', { name: '4 people on this page' })).toBeVisible();
  expect(screen.getByText('2 known, 2 not yet')).toBeVisible();
  expect(row('Jo Park').getByText('HR Operations · Ratifier')).toBeVisible();
  expect(row('Kim Adeyemi').getByText('Known')).toBeVisible();
  expect(row('Dana Cole').getByText('New')).toBeVisible();
  expect(row('S. Rossi').getByText('Known?')).toBeVisible();
  await user.click(screen.getByRole('button', { name: 'More on S. Rossi' }));
  await user.click(screen.getByRole('button', { name: /^Yes, Sam Rossi/ }));
  expect(row('Sam Rossi').getByText('Talent Management · User')).toBeVisible();
});
