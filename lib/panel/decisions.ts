/** Decisions as the panel shows them, put together from the cache. */
import { coverage, type Group, gaps, quorum, seats } from '#lib/model/coverage.ts';
import { inPlayOrder } from '#lib/model/play.ts';
import type { Contact } from '#lib/model/records/contact.ts';
import type { Opportunity } from '#lib/model/records/opportunity.ts';
import { isOpen } from '#lib/model/stages.ts';
import type { Accounts } from './accounts.ts';
import type { DecisionView, ListDecisionView, PersonView } from './view.ts';

/** The account's decisions, those won and lost among them, the most advanced first. */
export const decisionsAt = (accounts: Accounts, accountId: string): Promise<DecisionView[]> =>
  accounts.once(`decisions ${accountId}`, () => putTogether(accounts, accountId));

/** Its decisions still open, the most advanced first. */
export async function openDecisionsAt(
  accounts: Accounts,
  accountId: string,
): Promise<DecisionView[]> {
  return (await decisionsAt(accounts, accountId)).filter(({ stage }) => isOpen(stage));
}

/** The open decisions of every account these people are at, or may be at by its name. */
export async function decisionsOfPeople(
  accounts: Accounts,
  people: readonly PersonView[],
): Promise<ListDecisionView[]> {
  const at = people.flatMap(({ account, match }) => {
    if (account.is === 'known') return [account.account];
    return account.is === 'maybe' && match.is !== 'known' ? account.accounts : [];
  });
  const views: ListDecisionView[] = [];
  for (const account of new Map(at.map((one) => [one.id, one])).values())
    for (const decision of await openDecisionsAt(accounts, account.id))
      views.push({ account, decision });
  return views;
}

async function putTogether(accounts: Accounts, accountId: string): Promise<DecisionView[]> {
  const [opportunities, members, touches, steps, told, solutions] = await Promise.all([
    accounts.at('opportunity', accountId),
    accounts.at('member', accountId),
    accounts.recent(accountId),
    accounts.at('playStep', accountId),
    accounts.all('stage'),
    accounts.all('solution'),
  ]);
  const contactIds = members.map(({ contactId }) => contactId);
  const people = await accounts.people(accountId, contactIds);
  const stages = told.toSorted((a, b) => a.order - b.order);
  const { now } = accounts;

  return opportunities
    .flatMap((opportunity): DecisionView[] => {
      const stage = stages.find(({ id }) => id === opportunity.stageId);
      const solution = solutions.find(({ id }) => id === opportunity.solutionId);
      if (!stage || !solution) return [];
      const group: Group = {
        opportunity,
        profile: solution.profile,
        members: members.filter(({ opportunityId }) => opportunityId === opportunity.id),
        touches,
        stages,
        now,
      };
      return [
        {
          opportunity,
          solution,
          stage,
          stages,
          group,
          ...figures(group),
          play: inPlayOrder(steps.filter(({ opportunityId }) => opportunityId === opportunity.id)),
          people: peopleIn(group, people),
        },
      ];
    })
    .sort((a, b) => b.stage.order - a.stage.order || byId(a.opportunity, b.opportunity));
}

const figures = (group: Group) => ({
  seats: seats(group),
  coverage: coverage(group),
  quorum: quorum(group),
  gaps: gaps(group),
});

const byId = (a: Opportunity, b: Opportunity) => (a.id < b.id ? -1 : 1);

const peopleIn = ({ members }: Group, people: ReadonlyMap<string, Contact>) =>
  new Map(
    members.flatMap(({ contactId }) => {
      const contact = people.get(contactId);
      return contact ? [[contactId, contact] as const] : [];
    }),
  );
