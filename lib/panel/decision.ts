/** One decision opened, put together from the cache. */
import { engagement } from '#lib/model/engagement.ts';
import { interestOf } from '#lib/model/interest.ts';
import { inOrder, type JourneyEntry, journey } from '#lib/model/journey.ts';
import { beside } from '#lib/model/kinds.ts';
import type { Contact } from '#lib/model/records/contact.ts';
import type { Interest } from '#lib/model/records/interest.ts';
import type { Member } from '#lib/model/records/member.ts';
import type { Solution } from '#lib/model/records/solution.ts';
import type { Touch } from '#lib/model/records/touch.ts';
import { suggestRoles, worthSuggesting } from '#lib/model/suggest.ts';
import { InterestLevel } from '#lib/model/vocabulary.ts';
import type { QuorumDatabase } from '#lib/store/database.ts';
import { all, of, one, under } from '#lib/store/queries.ts';
import { allDecisionsOf } from './decisions.ts';
import type { DecisionDetail, DecisionView, MemberView, SolutionInterest } from './view.ts';

/** `null` where the decision is not in the cache any more. `now` in milliseconds since 1970. */
export async function decisionDetail(
  db: QuorumDatabase,
  opportunityId: string,
  now: number,
): Promise<DecisionDetail | null> {
  const opportunity = await one(db, 'opportunity', opportunityId);
  const account = opportunity && (await one(db, 'account', opportunity.accountId));
  if (!account) return null;
  const [decisions, people, transitions, plans, said, users, solutions] = await Promise.all([
    allDecisionsOf(db, account.id, now),
    of(db, 'contact', 'account', account.id),
    under(db, 'transition', [beside('opportunity', opportunityId)]),
    of(db, 'seatPlan', 'opportunity', opportunityId),
    of(db, 'interest', 'account', account.id),
    all(db, 'user'),
    all(db, 'solution'),
  ]);
  const decision = decisions.find((view) => view.opportunity.id === opportunityId);
  if (!decision) return null;
  const contacts = new Map(people.map((person) => [person.id, person]));
  const elsewhere = decisions.filter((view) => view !== decision);
  return {
    account,
    decision,
    members: membersOf(decision, contacts, elsewhere),
    plans: new Map(plans.map((plan) => [plan.seatId, plan])),
    users: users.sort((a, b) => a.name.localeCompare(b.name)),
    contacts,
    transitions: transitions.sort((a, b) => inOrder(asEntry(a), asEntry(b))),
    journey: journeyOf(decision, transitions),
    interests: interestsAt(decision, solutions, people, said, decision.group.touches, now),
  };
}

const asEntry = (transition: DecisionDetail['transitions'][number]): JourneyEntry => ({
  kind: 'transition',
  id: transition.id,
  at: transition.at,
  transition,
});

/** What its members, and nobody known, had to do with it. */
export const journeyOf = (
  { opportunity, group }: DecisionView,
  transitions: DecisionDetail['transitions'],
): JourneyEntry[] =>
  journey(group.touches, transitions, {
    decision: {
      id: opportunity.id,
      solutionId: opportunity.solutionId,
      contactIds: group.members.map(({ contactId }) => contactId),
    },
  });

const standing = { confirmed: 0, potential: 1, inactive: 2 } as const;

/** Confirmed ones first, then potential, then inactive; each by name. */
export function membersOf(
  { group, opportunity }: DecisionView,
  contacts: ReadonlyMap<string, Contact>,
  elsewhere: readonly DecisionView[] = [],
): MemberView[] {
  return group.members
    .map((member): MemberView => {
      const contact = contacts.get(member.contactId);
      const others = elsewhere.flatMap((view) =>
        view.group.members.filter(({ contactId }) => contactId === member.contactId),
      );
      return {
        member,
        contact,
        engagement: engagement(group.touches, member.contactId, opportunity, group.now),
        suggested: openSuggestions(member, contact ? suggestRoles(contact, group, others) : []),
      };
    })
    .sort(
      (a, b) =>
        standing[a.member.status] - standing[b.member.status] ||
        (a.contact?.name ?? '').localeCompare(b.contact?.name ?? ''),
    );
}

/** What a signal suggested, else what speaks for the person now, while they have no role; never what was declined. */
function openSuggestions(
  { status, roles, suggested = [], declined = [] }: Member,
  likely: MemberView['suggested'],
): MemberView['suggested'] {
  if (status === 'inactive') return [];
  const asked = suggested.length > 0 || roles.length > 0 ? suggested : worthSuggesting(likely);
  return asked.filter(({ role }) => !roles.includes(role) && !declined.includes(role));
}

const strength = (level: InterestLevel) => InterestLevel.options.indexOf(level);

/** This decision's solution first, with all its group; then the others in which anybody at the account has shown interest. */
export function interestsAt(
  { solution: own, group }: DecisionView,
  solutions: readonly Solution[],
  people: readonly Contact[],
  said: readonly Interest[],
  touches: readonly Touch[],
  now: number,
): SolutionInterest[] {
  const active = new Set(
    group.members.flatMap(({ status, contactId }) => (status === 'inactive' ? [] : [contactId])),
  );
  return [own, ...solutions.filter(({ id }) => id !== own.id)]
    .map((solution) => ({
      solution,
      people: people
        .map((contact) => {
          const word = said.find(
            ({ contactId, solutionId }) => contactId === contact.id && solutionId === solution.id,
          );
          const { evidence, ...rest } = interestOf(word, touches, contact.id, solution.id, now);
          return { contact, ...rest, evidence: evidence.length };
        })
        .filter(
          ({ contact, level, by }) =>
            level !== 'none' ||
            by !== undefined ||
            (solution.id === own.id && active.has(contact.id)),
        )
        .sort((a, b) => strength(b.level) - strength(a.level)),
    }))
    .filter(({ solution, people }) => solution.id === own.id || people.length > 0);
}
