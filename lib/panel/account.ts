/** One account with what all its decisions share, put together from the cache. */
import { inOrder, journey } from '#lib/model/journey.ts';
import { beside } from '#lib/model/kinds.ts';
import type { Account } from '#lib/model/records/account.ts';
import type { Transition } from '#lib/model/records/transition.ts';
import { isOpen } from '#lib/model/stages.ts';
import type { QuorumDatabase } from '#lib/store/database.ts';
import { all, of, under } from '#lib/store/queries.ts';
import { allDecisionsOf } from './decisions.ts';
import { interestsAt } from './interests.ts';
import type { AccountDetail, JourneyGround } from './view.ts';

/** `now` in milliseconds since 1970. */
export async function accountDetail(
  db: QuorumDatabase,
  account: Account,
  now: number,
): Promise<AccountDetail> {
  const { ground, people, said, touches } = await accountKnown(db, account, now);
  return { ...ground, interests: interestsAt(ground.solutions, people, said, touches, now) };
}

/** What the cache has of an account: the ground that its journey and those of its decisions stand on. */
export async function accountKnown(db: QuorumDatabase, account: Account, now: number) {
  const touches = await of(db, 'touch', 'account', account.id);
  const [decisions, people, told, said, users, solutions, stages, scope] = await Promise.all([
    allDecisionsOf(db, account.id, now, touches),
    of(db, 'contact', 'account', account.id),
    under(db, 'transition', [beside('account', account.id)]),
    of(db, 'interest', 'account', account.id),
    all(db, 'user'),
    all(db, 'solution'),
    all(db, 'stage'),
    db.scopes.get(account.id),
  ]);
  const transitions = told.sort((a, b) => inOrder(asEntry(a), asEntry(b)));
  const ground: JourneyGround = {
    account,
    journey: journey(touches, transitions),
    unrouted: touches
      .filter(({ unrouted }) => unrouted !== undefined)
      .sort((a, b) => (a.at < b.at ? 1 : -1)),
    open: decisions
      .filter(({ stage }) => isOpen(stage))
      .map(({ opportunity, solution }) => ({ id: opportunity.id, solution })),
    contacts: new Map(people.map((person) => [person.id, person])),
    users: users.sort((a, b) => a.name.localeCompare(b.name)),
    solutions,
    stages: stages.sort((a, b) => a.order - b.order),
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
