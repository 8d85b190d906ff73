// @vitest-environment happy-dom
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test, vi } from 'vitest';
import { History } from '#components/history/history.tsx';
import type { Api } from '#lib/api/api.ts';
import { RefusedError, UnreachableError } from '#lib/api/errors.ts';
import type { HistoryAsked, HistoryEntry } from '#lib/contract/history.ts';
import { createActs } from '#lib/panel/acts.ts';
import type { HistoryAsk } from '#lib/panel/history/history.ts';
import { createHistoryDoor } from '#lib/panel/history/use-history.ts';
import { createUndo } from '#lib/panel/undo.ts';
import { opened as decisionOpened } from '#test/gallery/decisions.tsx';
import { doorOf } from '#test/gallery/door.ts';
import { names, ofDeal } from '#test/gallery/history.tsx';
import { jo, known, talentDeal } from '#test/gallery/world.ts';
import { cache, deal, page, told } from '#test/store/cache.ts';
import { person, show } from './show.tsx';

const users = [
  { id: 'ana', name: 'Ana Lima', email: 'ana@quorum.example', team: 'sales' as const },
  { id: 'bo', name: 'Bo Chen', email: 'bo@quorum.example', team: 'sales' as const },
];
const entry = (field: string, before: unknown, after: unknown, at: string): HistoryEntry => ({
  ...{ kind: 'opportunity', id: 'deal', field, before, after, at },
  by: { id: 'bo', name: 'Bo Chen' },
});
const entries = [
  entry('stageId', 'engaged', 'qualified', '2026-11-21T09:00:00.000Z'),
  entry('amount', 80_000, 120_500, '2026-11-20T09:00:00.000Z'),
  entry('stageSince', null, '2026-11-20T09:00:00.000Z', '2026-11-20T09:00:00.000Z'),
  entry('*', null, { stageId: 'target' }, '2026-11-01T09:00:00.000Z'),
];

async function opened(of: HistoryAsk = { kind: 'opportunity', id: 'deal' }) {
  const failure: { now: Error | undefined } = { now: undefined };
  const asked: HistoryAsked[] = [];
  const history: Api['history'] = async (query) => {
    asked.push(query);
    if (failure.now) throw failure.now;
    const from = Number(query.cursor ?? 0);
    const next = from + 2 < entries.length ? String(from + 2) : null;
    return { entries: entries.slice(from, from + 2), next };
  };
  const store = await cache();
  await store.apply(page({ puts: users.map((user) => told('user', user, 5)) }));
  const acts = createActs({
    ...{ store, undo: createUndo(), nudge: () => {}, userId: 'ana', team: 'sales' },
  });
  const door = createHistoryDoor({ history }, store, 'ana');
  const queries = new QueryClient({ defaultOptions: { queries: { networkMode: 'always' } } });
  const start = () =>
    render(
      <QueryClientProvider client={queries}>
        <History door={door} of={of} title="History of Talent" />
      </QueryClientProvider>,
    );
  return { store, acts, asked, failure, start, user: userEvent.setup() };
}
const list = () => within(screen.getByRole('list', { name: 'History of Talent' }));
const rows = () =>
  list()
    .queryAllByRole('listitem')
    .map((row) => row.textContent);

test('[H1] who changed what, with names, the newest first, page by page, and one’s own that waits before it', async () => {
  const { acts, asked, start, user } = await opened();
  await acts.setTerms(deal, { amount: null, closeDate: '2027-01-31' });
  start();
  expect(await list().findByText('120,500')).toBeVisible();
  expect(rows()).toEqual([
    expect.stringMatching(/^Ana Lima.*Not sent yet.*Close date.*Jan 31, 2027/),
    expect.stringMatching(/^Bo Chen.*Stage.*Engaged.*Qualified/),
    expect.stringMatching(/^Bo Chen.*Amount.*80,000.*120,500/),
  ]);
  await user.click(screen.getByRole('button', { name: 'Show earlier changes' }));
  expect(await list().findByText('Added')).toBeVisible();
  expect(await screen.findByText('That is all there is.')).toBeVisible();
  expect(screen.queryByRole('button', { name: 'Show earlier changes' })).toBeNull();
  expect(asked).toMatchObject([{ kind: 'opportunity', id: 'deal' }, { cursor: '2' }]);

  await user.selectOptions(screen.getByRole('combobox', { name: 'Show' }), 'Stage');
  expect(rows()).toEqual([
    expect.stringMatching(/Engaged.*Qualified/),
    expect.stringMatching(/not set.*Target/),
  ]);
});

test('[H1] of an account also who was given sight of it, asked anew once that is changed', async () => {
  const { store } = await opened();
  const at = '2026-11-21T09:00:00.000Z';
  const of: HistoryAsk = { kind: 'account', id: 'acme' };
  const access = (users: string[] | null) => ({ restricted: users !== null, users: users ?? [] });
  const line = (before: unknown, after: unknown, at: string): HistoryEntry => ({
    ...entry('access', before, after, at),
    ...{ kind: 'account', id: 'acme' },
  });
  const given = line(access(null), access(['ana', 'who-left']), at);
  let entries = [given];
  const history: Api['history'] = async () => ({ entries, next: null });
  const client = new QueryClient({ defaultOptions: { queries: { networkMode: 'always' } } });
  const shown = (sight: number) => (
    <QueryClientProvider client={client}>
      <History door={createHistoryDoor({ history }, store, 'ana', sight)} of={of} title="ACME" />
    </QueryClientProvider>
  );
  const { rerender } = render(shown(8));
  const now = () => screen.queryAllByRole('listitem').map((row) => row.textContent);
  const restricted = /^Bo Chen.*Who may see it.*Everybody.*Admins, Ana Lima, and somebody who left/;
  await vi.waitFor(() => expect(now()).toEqual([expect.stringMatching(restricted)]));
  entries = [line(given.after, access(null), '2026-11-22T09:00:00.000Z'), given];
  rerender(shown(9));
  await vi.waitFor(() =>
    expect(now()).toEqual([
      expect.stringMatching(/^Bo Chen.*somebody who left.*Everybody$/),
      expect.stringMatching(restricted),
    ]),
  );
});

test('[H1] offline it says so, and shows what the cache knows; back online it asks again', async () => {
  const { acts, failure, start, store, user } = await opened({ kind: 'contact', id: 'dana' });
  await acts.changeContact('dana', { title: 'Head of People' }, { add: [], remove: [] });
  failure.now = new UnreachableError('No network.');
  start();
  expect(await screen.findByText(/server cannot be asked now/)).toBeVisible();
  expect(rows()).toEqual([expect.stringMatching(/^Ana Lima.*Title.*Head of People/)]);
  failure.now = undefined;
  await user.click(screen.getByRole('button', { name: 'Ask again' }));
  expect(await list().findByText('120,500')).toBeVisible();
  expect(screen.queryByText(/server cannot be asked now/)).toBeNull();
  await store.delete();
});

test('[H1] an older server that tells no history is no error of the panel', async () => {
  const { failure, start } = await opened();
  failure.now = new RefusedError('notFound', 404, 'There is nothing at this address');
  start();
  expect(await screen.findByText(/Nothing of it is known here/)).toBeVisible();
  expect(screen.getByRole('button', { name: 'Ask again' })).toBeVisible();
});

test('a history opens beside what it is of, by keys alone, in the decision and for one field', async () => {
  const { user } = show(person(known(jo)), {
    history: doorOf({ lines: ofDeal, names }),
    opened: decisionOpened(),
    onOpenDecision: () => {},
  });
  const stage = screen.getByRole('button', { name: 'Who changed “Stage”' });
  stage.focus();
  await user.keyboard('{Enter}');
  const region = await screen.findByRole('region', { name: 'Who changed “Stage”' });
  expect(stage.getAttribute('aria-expanded')).toBe('true');
  expect(within(region).getAllByRole('listitem')).toHaveLength(3);
  expect(within(region).queryByText('120,500')).toBeNull();
  await user.keyboard('{Enter}');
  expect(screen.queryByRole('region', { name: 'Who changed “Stage”' })).toBeNull();

  const whole = screen.getByRole('region', { name: 'History' });
  await user.click(within(whole).getByRole('button', { name: 'Show the history' }));
  const all = await screen.findByRole('list', { name: `History of ${talentDeal.solution.name}` });
  expect(within(all).getByText('120,500')).toBeVisible();
  expect(within(all).getByText('somebody who left')).toBeVisible();
  expect(within(all).getByText('A signal from forms')).toBeVisible();
});
