// @vitest-environment happy-dom
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test } from 'vitest';
import type { Api } from '#lib/api/api.ts';
import { RefusedError, UnreachableError } from '#lib/api/errors.ts';
import type { JourneyAnswer, JourneyAsked } from '#lib/contract/read.ts';
import { useEarlier } from '#lib/panel/use-earlier.ts';
import type { DecisionDetail, Moment } from '#lib/panel/view.ts';
import { accountMoment, accountOf } from '#test/gallery/accounts.tsx';
import { opened, touchesOfAYear } from '#test/gallery/decisions.tsx';
import { panelOf } from '#test/gallery/panel.tsx';
import { daysAgo } from '#test/gallery/world.ts';

/** A server that has 250 calls, some of which the cache has too, and that can fail. */
function serverWith(failure: { now: Error | undefined }) {
  const asked: [string, JourneyAsked][] = [];
  const all = Array.from({ length: 250 }, (_, at) => ({
    ...{ kind: 'touch' as const, id: `far-${at}`, at: daysAgo(300 + at), team: 'sales' as const },
    ...{ channel: 'call' as const, title: `Call ${at}`, solutionIds: [] },
    contacts: [{ id: 'gone', name: 'Petra Alt' }],
  }));
  const newest = touchesOfAYear
    .filter(({ channel }) => channel === 'meeting')
    .map(({ contactIds, accountId: _, visitor: __, ...touch }) => ({
      ...{ kind: 'touch' as const, ...touch, title: 'As the server has it' },
      contacts: contactIds.map((id) => ({ id, name: id })),
    }));
  const entries = [...newest, ...all];
  const journey: Api['journey'] = async (accountId, query): Promise<JourneyAnswer> => {
    asked.push([accountId, query]);
    if (failure.now) throw failure.now;
    const from = Number(query.cursor ?? 0);
    const until = from + Number(query.limit);
    return {
      entries: entries.slice(from, until),
      next: until < entries.length ? String(until) : null,
    };
  };
  return { asked, journey };
}

const nothing = () => {};

function Bench({
  api,
  moment,
  detail,
}: {
  api: Pick<Api, 'journey'>;
  moment: Moment;
  detail?: DecisionDetail;
}) {
  const { earlier, askEarlier } = useEarlier(api);
  return panelOf(moment, {
    ...(detail && { opened: detail }),
    ...(earlier && { earlier }),
    ...{ onAskEarlier: askEarlier, onOpenDecision: nothing },
  });
}

function open(account = { ...accountOf(), whole: false }, detail?: DecisionDetail) {
  const failure: { now: Error | undefined } = { now: undefined };
  const server = serverWith(failure);
  const queries = new QueryClient({ defaultOptions: { queries: { networkMode: 'always' } } });
  render(
    <QueryClientProvider client={queries}>
      <Bench api={server} moment={accountMoment(account)} {...(detail && { detail })} />
    </QueryClientProvider>,
  );
  return { ...server, failure, user: userEvent.setup() };
}
const list = () => within(screen.getByRole('list', { name: 'Journey' }));
const count = () => list().getAllByRole('listitem').length;
const more = () => screen.getByRole('button', { name: /^Show \d+ more$/ });

test('behind the last cached entry the server is asked, page by page, until it has nothing earlier', async () => {
  const { asked, user } = open();
  expect(screen.queryByRole('button', { name: 'Earlier…' })).toBeNull();
  await user.click(more());
  expect(count()).toBe(35);
  expect(asked).toEqual([]);
  await user.click(screen.getByRole('button', { name: 'Earlier…' }));
  expect(await list().findByText('Call 40')).toBeVisible();
  expect(list().getAllByText(/Petra Alt/)[0]).toBeVisible();
  // The cache has these meetings too: they stand once, as the cache has them.
  expect(list().queryByText('As the server has it')).toBeNull();
  expect(list().getAllByText('Workshop on site')).toHaveLength(1);
  while (screen.queryByRole('button', { name: /^Show/ })) await user.click(more());
  await user.click(screen.getByRole('button', { name: 'Earlier…' }));
  await list().findByText('Call 120');
  while (screen.queryByRole('button', { name: /^Show/ })) await user.click(more());
  await user.click(screen.getByRole('button', { name: 'Earlier…' }));
  await list().findByText('Call 220');
  while (screen.queryByRole('button', { name: /^Show/ })) await user.click(more());
  expect(screen.getByText('The server has nothing earlier.')).toBeVisible();
  expect(count()).toBe(35 + 250);
  expect(asked.map(([id, { cursor, order }]) => [id, cursor, order])).toEqual([
    ['acme', undefined, 'desc'],
    ['acme', '100', 'desc'],
    ['acme', '200', 'desc'],
  ]);
});

test('offline it says so, keeps what is there, and asks again on a word', async () => {
  const { failure, user } = open();
  failure.now = new UnreachableError('The server does not answer.');
  await user.click(more());
  await user.click(screen.getByRole('button', { name: 'Earlier…' }));
  expect(await screen.findByText(/server cannot be reached/)).toBeVisible();
  expect(count()).toBe(35);
  failure.now = new RefusedError('internal', 500, 'A fault.', null);
  await user.click(screen.getByRole('button', { name: 'Try again' }));
  expect(await screen.findByText(/could not be fetched/)).toBeVisible();
  failure.now = undefined;
  await user.click(screen.getByRole('button', { name: 'Try again' }));
  expect(await list().findByText('Call 1')).toBeVisible();
});

test('a failure further back keeps the pages before it', async () => {
  const { failure, user } = open();
  await user.click(more());
  await user.click(screen.getByRole('button', { name: 'Earlier…' }));
  await list().findByText('Call 1');
  while (screen.queryByRole('button', { name: /^Show/ })) await user.click(more());
  const before = count();
  failure.now = new UnreachableError('The server does not answer.');
  await user.click(screen.getByRole('button', { name: 'Earlier…' }));
  expect(await screen.findByText(/server cannot be reached/)).toBeVisible();
  expect(count()).toBe(before);
  failure.now = undefined;
  await user.click(screen.getByRole('button', { name: 'Try again' }));
  expect(await list().findByText('Call 100')).toBeVisible();
});

test('what is chosen is asked of the server too', async () => {
  const { asked, user } = open();
  await user.selectOptions(screen.getByRole('combobox', { name: 'Team' }), 'sales');
  await user.selectOptions(screen.getByRole('combobox', { name: 'Solution' }), 'learning');
  await user.click(screen.getByRole('button', { name: 'Earlier…' }));
  expect(asked).toMatchObject([['acme', { team: 'sales', solution: 'learning' }]]);
});

test('an account of which nothing is cached yet has its journey from the server', async () => {
  const { user } = open({ ...accountOf([], []), whole: false });
  await user.click(screen.getByRole('button', { name: 'Earlier…' }));
  expect(await list().findByText('Call 0')).toBeVisible();
  expect(screen.getByRole('img', { name: /of sales: 100/ })).toBeVisible();
});

test('a decision asks for its own, and where the cache has all of it nobody is asked', async () => {
  const { asked, user } = open(accountOf(), { ...opened(), whole: false });
  while (screen.queryByRole('button', { name: /^Show/ })) await user.click(more());
  await user.click(screen.getByRole('button', { name: 'Earlier…' }));
  expect(asked).toMatchObject([['acme', { opportunity: 'talent-deal' }]]);
});

test('where the cache has all of it nobody is asked', async () => {
  const { user } = open(accountOf());
  await user.click(more());
  expect(screen.queryByRole('button', { name: 'Earlier…' })).toBeNull();
});
