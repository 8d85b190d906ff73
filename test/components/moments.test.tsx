// @vitest-environment happy-dom
import { screen, within } from '@testing-library/react';
import { describe, expect, test } from 'vitest';
import { seatsOn } from '#lib/panel/thread.ts';
import type { Moment, ThreadPersonView } from '#lib/panel/view.ts';
import {
  acme,
  deals,
  jo,
  kim,
  known,
  knownAccount,
  mara,
  operationsDeal,
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
  const found = screen
    .getAllByRole('listitem')
    .find((item) => within(item).queryByText(name, { selector: 'bdi[id]' }));
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

test('a company: a line of each decision, and the people on the page', async () => {
  const { user } = show(company);
  expect(screen.getByRole('heading', { level: 1, name: 'ACME' })).toBeVisible();
  expect(screen.getByText('acme.example')).toBeVisible();
  expect(screen.getAllByRole('article')).toHaveLength(3);
  expect(screen.queryByRole('list', { name: /^Seats of/ })).toBeNull();
  await user.click(screen.getByRole('button', { name: 'Talent Management' }));
  const seats = within(screen.getByRole('list', { name: 'Seats of Talent Management' }));
  expect(seats.getByText('Ratifier')).toBeVisible();
  const page = within(screen.getByRole('region', { name: /People on this page/ }));
  expect(page.getByText('Talent Management · Champion')).toBeVisible();
});

test('on a company’s page its name is not said again of everybody, another company’s is', () => {
  const wanda = stranger(
    { name: 'Wanda Rey', title: 'Partner', company: 'Initech' },
    [],
    undefined,
    {
      is: 'new',
    },
  );
  const people = [known(mara), dana, wanda];
  const { become } = show({ ...company, people });
  expect(row('Mara Ott').getByText('VP Human Resources')).toBeVisible();
  expect(row('Dana Cole').getByText('Legal Counsel')).toBeVisible();
  expect(row('Wanda Rey').getByText('Partner · Initech')).toBeVisible();
  become({ at: 'people', url, unread: [], people, decisions: [] });
  expect(row('Mara Ott').getByText('VP Human Resources · ACME')).toBeVisible();
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

const thread: Extract<Moment, { at: 'thread' }> = {
  at: 'thread',
  url,
  unread: [],
  composing: false,
  people: [onMail(known(mara), 'from'), onMail(dana, 'to'), onMail(known(sam), 'cc')],
  colleagues: [],
  decisions: [
    { account: acme, decision: talentDeal, ...seatsOn(talentDeal, new Set(['mara', 'sam'])) },
  ],
};

test('an open mail: everybody with their part and seats, and the seats that are not on it', () => {
  show(thread);
  expect(screen.getByText('3 people · 1 not on record')).toBeVisible();
  expect(row('Mara Ott').getByText('From')).toBeVisible();
  expect(row('Mara Ott').getByText('Talent Management · Champion')).toBeVisible();
  const newcomers = screen.getByRole('region', { name: /^Not on record yet/ });
  expect(within(newcomers).getByText('Dana Cole')).toBeVisible();
  expect(row('Sam Rossi').getByText('Cc')).toBeVisible();
  const missing = screen.getByRole('list', {
    name: 'Seats of Talent Management not on this thread',
  });
  expect(
    within(missing)
      .getAllByRole('listitem')
      .map((item) => item.textContent),
  ).toEqual([
    'Ratifierempty, due now',
    'KAKim AdeyemiDecision maker',
    'Economic buyerempty, by Pipeline',
  ]);
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

test('of an open mail’s decisions, the one most of whose seats are on it is unfolded; another one at a click', async () => {
  const operations = { account: acme, decision: operationsDeal };
  const here = seatsOn(operationsDeal, new Set(['mara', 'sam']));
  const { user } = show({
    ...thread,
    decisions: [{ ...operations, ...here }, ...thread.decisions],
  });
  const talent = screen.getByRole('button', {
    name: /Talent Management.*2 of 5 seats on this mail/,
  });
  const other = screen.getByRole('button', { name: /HR Operations.*0 of 4 seats on this mail/ });
  expect([talent, other].map((one) => one.getAttribute('aria-expanded'))).toEqual([
    'true',
    'false',
  ]);
  await user.click(other);
  expect([talent, other].map((one) => one.getAttribute('aria-expanded'))).toEqual([
    'false',
    'true',
  ]);
  await user.click(other);
  expect(other).toHaveAttribute('aria-expanded', 'false');
});

test('the addresses of those who are missing can be copied, one or all', async () => {
  const both = seatsOn(operationsDeal, new Set(['li']));
  const { user } = show({
    ...thread,
    decisions: [{ account: acme, decision: operationsDeal, ...both }],
  });
  await user.click(screen.getByRole('button', { name: 'Copy the address of Kim Adeyemi' }));
  expect(await navigator.clipboard.readText()).toBe('Kim Adeyemi <kim@acme.example>');
  await user.click(screen.getByRole('button', { name: 'Copy all 2 addresses' }));
  expect(await navigator.clipboard.readText()).toBe(
    'Kim Adeyemi <kim@acme.example>, Jo Park <jo.park@acme.example>',
  );
});

describe('the mail being written', () => {
  const writing = { ...thread, composing: true };

  test('to nobody yet teaches what will stand here', () => {
    show({ ...writing, people: [], decisions: [] });
    expect(screen.getByRole('heading', { name: 'Writing to' })).toBeVisible();
    expect(screen.getByText('Nobody yet')).toBeVisible();
    expect(screen.getByText(/Enter whom the mail is for/)).toBeVisible();
  });

  test('keeps colleagues apart, and says who comes and goes', () => {
    show({ ...writing, colleagues: ['Ben Okafor'] });
    expect(screen.getByText('3 people · 1 not on record · 1 colleague')).toHaveAttribute(
      'role',
      'status',
    );
    expect(screen.getByText('From your own company: Ben Okafor')).toBeVisible();
  });

  test('names the seats nobody is written to for as not among its recipients, not as off a thread', () => {
    const { become } = show(writing);
    expect(screen.getByRole('heading', { name: 'Not among the recipients yet' })).toBeVisible();
    screen.getByRole('list', { name: 'Seats of Talent Management not among the recipients yet' });
    expect(screen.queryByText(/this thread/)).toBeNull();
    const everybody = { onThread: talentDeal.seats, notOnThread: [] };
    become({ ...writing, decisions: [{ account: acme, decision: talentDeal, ...everybody }] });
    expect(screen.getByText('Every seat is among the recipients')).toBeVisible();
  });

  const omar = stranger({ name: 'Omar Haddad', title: 'Recruiter', emails: ['omar@acme.example'] });
  const two = { ...writing, people: [...thread.people, onMail(omar, 'to')] };

  test('has all newcomers added to the decision in hand with one act', async () => {
    const { acts, user } = show(two);
    await user.click(
      screen.getByRole('button', { name: /^Add all 2 to Talent Management.*Ratifier and User/ }),
    );
    expect(acts.attachMany).toHaveBeenCalledExactlyOnceWith(
      [
        expect.objectContaining({ person: thread.people[1], roles: ['ratifier'] }),
        expect.objectContaining({ person: two.people[3], roles: ['user'] }),
      ],
      'talent-deal',
    );
  });

  test('adds nobody before the server has said whether it knows them', () => {
    show({ ...two, unsaid: 'checking' });
    expect(screen.getByText('Your server is asked whether they are on record.')).toBeVisible();
    for (const button of screen.getAllByRole('button', { name: /^Add / }))
      expect(button).toBeDisabled();
  });

  test('without the server says that they may be on record all the same', () => {
    show(two, { sync: { is: 'offline', waiting: 0 } });
    expect(screen.getByText(/Your server cannot be reached/)).toBeVisible();
    expect(screen.getByRole('button', { name: /^Add all 2/ })).toBeEnabled();
  });

  test('to forty shows the first of each kind, known ones before new ones', async () => {
    const crowd = Array.from({ length: 40 }, (_, at) =>
      onMail(
        stranger({ name: `Person ${at}`, emails: [`p${at}@acme.example`] }),
        at % 2 ? 'to' : 'cc',
      ),
    );
    const { user } = show({ ...writing, people: [...crowd, ...thread.people] });
    expect(screen.getByText('43 people · 41 not on record')).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'Show 35 more' }));
    expect(screen.getAllByText(/^Person \d+$/)).toHaveLength(40);
  });
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
