/** One account with what all its decisions share, put together from the cache. */
import { inOrder, journey } from '#lib/model/journey.ts';
import type { Account } from '#lib/model/records/account.ts';
import type { Transition } from '#lib/model/records/transition.ts';
import { isOpen } from '#lib/model/stages.ts';
import type { Accounts } from './accounts.ts';
import { decisionsAt } from './decisions.ts';
import { interestsAt } from './interests.ts';
import { mergesOf } from './merges.ts';
import type { AccountDetail, JourneyGround } from './view.ts';

export async function accountDetail(accounts: Accounts, account: Account): Promise<AccountDetail> {
  const { ground, people, said, touches } = await accountKnown(accounts, account);
  const { solutions, now } = ground;
  const interests = interestsAt(solutions, people, said, touches, now);
  return { ...ground, interests, merges: await mergesOf(accounts.db, 'account', account) };
}

/** What the cache has of an account: the ground that its journey and those of its decisions stand on. */
export async function accountKnown(accounts: Accounts, account: Account) {
  const { db, now } = accounts;
  const [touches, people, decisions, told, said, users, solutions, stages, scope] =
    await Promise.all([
      accounts.at('touch', account.id),
      accounts.at('contact', account.id),
      decisionsAt(accounts, account.id),
      accounts.at('transition', account.id),
      accounts.at('interest', account.id),
      accounts.all('user'),
      accounts.all('solution'),
      accounts.all('stage'),
      db.scopes.get(account.id),
    ]);
  const transitions = told.toSorted((a, b) => inOrder(asEntry(a), asEntry(b)));
  const ground: JourneyGround = {
    account,
    journey: journey(touches, transitions),
    unrouted: touches
      .filter(({ unrouted }) => unrouted !== undefined)
      .sort((a, b) => (a.at < b.at ? 1 : -1)),
    open: decisions.filter(({ stage }) => isOpen(stage)),
    contacts: new Map(people.map((person) => [person.id, person])),
    users: users.toSorted((a, b) => a.name.localeCompare(b.name)),
    solutions,
    stages: stages.toSorted((a, b) => a.order - b.order),
    now,
    whole: scope?.complete === true && scope.touchesSince === undefined,
    ...(scope?.complete && scope.touchesSince && { touchesSince: scope.touchesSince }),
  };
  return { decisions, ground, people, said, touches, transitions };
}

const asEntry = (transition: Transition) => ({
  kind: 'transition' as const,
  id: transition.id,
  at: transition.at,
  transition,
});
