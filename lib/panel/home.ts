/** What is worth seeing where the page shows nobody: what was opened last, and what the user's own decisions lack. */
import { mineKey } from '#lib/model/kinds.ts';
import type { Account } from '#lib/model/records/account.ts';
import type { QuorumDatabase } from '#lib/store/database.ts';
import { many, one, under } from '#lib/store/queries.ts';
import type { Hit } from '#lib/store/search.ts';
import { Accounts } from './accounts.ts';
import { openDecisionsAt } from './decisions.ts';
import type { DecisionView } from './view.ts';
import { presentOf, type Target } from './visit.ts';

export interface HomeView {
  recent: Hit[];
  /** Open, with a seat due and empty; owned, or with a seat to fill for the user. Most gaps first. */
  mine: { account: Account; decision: DecisionView }[];
}

const mostMine = 12;
const isThis = (hit: Hit, kind: Hit['kind'], id: string) => hit.kind === kind && hit.id === id;

export async function homeOf(
  db: QuorumDatabase,
  userId: string,
  opened: readonly Target[],
  now: number,
): Promise<HomeView> {
  const key = mineKey(userId);
  const [owned, plans] = await Promise.all([
    under(db, 'opportunity', [key]),
    under(db, 'seatPlan', [key]),
  ]);
  const own = new Set([
    ...owned.map(({ id }) => id),
    ...plans.map(({ opportunityId }) => opportunityId),
  ]);
  const scopes = [...owned, ...plans].map(({ accountId }) => accountId);
  const accounts = new Accounts(db, now);
  const found = await Promise.all(
    (await many(db, 'account', scopes)).map(async (account) => {
      const views = await openDecisionsAt(accounts, account.id);
      return views
        .filter(({ opportunity, gaps }) => own.has(opportunity.id) && gaps.length > 0)
        .map((decision) => ({ account, decision }));
    }),
  );
  const recent = await Promise.all(opened.map((target) => named(db, target)));
  return {
    recent: recent
      .flatMap((hit) => hit ?? [])
      // Two that became one were both opened.
      .filter((hit, at, all) => all.findIndex(({ kind, id }) => isThis(hit, kind, id)) === at),
    mine: found
      .flat()
      .sort((a, b) => b.decision.gaps.length - a.decision.gaps.length)
      .slice(0, mostMine),
  };
}

/** Of what was opened, what its account, held whole, does not have any more. */
export async function goneOf(db: QuorumDatabase, opened: readonly Target[]): Promise<Target[]> {
  const gone = await Promise.all(
    opened.map(async (target) => {
      const whole = (await db.scopes.get(target.scope))?.complete === true;
      return whole && !(await named(db, target)) ? [target] : [];
    }),
  );
  return gone.flat();
}

/** What is gone from the cache is left out; what was merged is called what it became. */
async function named(db: QuorumDatabase, target: Target): Promise<Hit | undefined> {
  const { kind, id, scope } = await presentOf(db, target);
  const account = await one(db, 'account', scope);
  if (kind === 'account') {
    if (!account) return;
    return { kind, id, scope, name: account.name, line: account.domains[0] ?? '' };
  }
  if (kind === 'contact') {
    const contact = await one(db, 'contact', id);
    const line = [contact?.title, account?.name].filter(Boolean).join(' · ');
    return contact && { kind, id, scope, name: contact.name, line };
  }
  const opportunity = await one(db, 'opportunity', id);
  const solution = opportunity && (await one(db, 'solution', opportunity.solutionId));
  return solution && { kind, id, scope, name: solution.name, line: account?.name ?? '' };
}
