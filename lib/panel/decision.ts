/** One decision opened, put together from the cache. */
import { engagement } from '#lib/model/engagement.ts';
import { type JourneyEntry, journey } from '#lib/model/journey.ts';
import type { Contact } from '#lib/model/records/contact.ts';
import type { Member } from '#lib/model/records/member.ts';
import type { Touch } from '#lib/model/records/touch.ts';
import { suggestRoles, worthSuggesting } from '#lib/model/suggest.ts';
import type { QuorumDatabase } from '#lib/store/database.ts';
import { of, one } from '#lib/store/queries.ts';
import { accountKnown } from './account.ts';
import { Accounts } from './accounts.ts';
import { interestsAt } from './interests.ts';
import type { DecisionDetail, DecisionView, MemberView } from './view.ts';

/** `null` where the decision is not in the cache any more. `now` in milliseconds since 1970. */
export async function decisionDetail(
  db: QuorumDatabase,
  opportunityId: string,
  now: number,
): Promise<DecisionDetail | null> {
  const opportunity = await one(db, 'opportunity', opportunityId);
  const account = opportunity && (await one(db, 'account', opportunity.accountId));
  if (!account) return null;
  const [known, plans, notes] = await Promise.all([
    accountKnown(new Accounts(db, now), account),
    of(db, 'seatPlan', 'opportunity', opportunityId),
    of(db, 'note', 'opportunity', opportunityId),
  ]);
  const { decisions, ground, people, said, touches } = known;
  const decision = decisions.find((view) => view.opportunity.id === opportunityId);
  if (!decision) return null;
  const transitions = known.transitions.filter((one) => one.opportunityId === opportunityId);
  const elsewhere = decisions.filter((view) => view !== decision);
  return {
    ...ground,
    decision,
    members: membersOf(decision, ground.contacts, elsewhere),
    plans: new Map(plans.map((plan) => [plan.seatId, plan])),
    notes: notes.sort((a, b) => (a.at < b.at ? 1 : a.at > b.at || a.id < b.id ? -1 : 1)),
    transitions,
    journey: journeyOf(decision, touches, transitions),
    interests: interestsAt(ground.solutions, people, said, touches, now, decision),
  };
}

/** What its members, and nobody known, had to do with it. */
export const journeyOf = (
  { opportunity, group }: DecisionView,
  touches: readonly Touch[],
  transitions: DecisionDetail['transitions'],
): JourneyEntry[] =>
  journey(touches, transitions, {
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
