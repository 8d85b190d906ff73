/** Decisions as the panel shows them, put together from the cache. */
import { coverage, type Group, gaps, quorum, seats } from '#lib/model/coverage.ts';
import { inPlayOrder } from '#lib/model/play.ts';
import type { Contact } from '#lib/model/records/contact.ts';
import type { Opportunity } from '#lib/model/records/opportunity.ts';
import type { Touch } from '#lib/model/records/touch.ts';
import { isOpen } from '#lib/model/stages.ts';
import type { QuorumDatabase } from '#lib/store/database.ts';
import { all, many, of } from '#lib/store/queries.ts';
import type { DecisionView } from './view.ts';

/** The account's decisions still open, the most advanced first. `now` in milliseconds since 1970. */
export async function decisionsOf(
  db: QuorumDatabase,
  accountId: string,
  now: number,
): Promise<DecisionView[]> {
  return (await allDecisionsOf(db, accountId, now)).filter(({ stage }) => isOpen(stage));
}

/** The account's decisions, those won and lost among them. Who has read the account's touches already hands them in. */
export async function allDecisionsOf(
  db: QuorumDatabase,
  accountId: string,
  now: number,
  read?: Touch[],
): Promise<DecisionView[]> {
  const [opportunities, members, touches, steps, stages, solutions] = await Promise.all([
    of(db, 'opportunity', 'account', accountId),
    of(db, 'member', 'account', accountId),
    read ?? of(db, 'touch', 'account', accountId),
    of(db, 'playStep', 'account', accountId),
    all(db, 'stage'),
    all(db, 'solution'),
  ]);
  const contacts = await many(
    db,
    'contact',
    members.map(({ contactId }) => contactId),
  );
  const people = new Map(contacts.map((contact) => [contact.id, contact]));
  stages.sort((a, b) => a.order - b.order);

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
