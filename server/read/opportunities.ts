import type { OpportunitiesAnswer, OpportunityView } from '#lib/contract/read.ts';
import { coverage, type Group, gaps, quorum } from '#lib/model/coverage.ts';
import { engagement } from '#lib/model/engagement.ts';
import { allOf, ref } from '#lib/model/kinds.ts';
import { inPlayOrder, isOverdue } from '#lib/model/play.ts';
import type { Contact } from '#lib/model/records/contact.ts';
import type { Opportunity } from '#lib/model/records/opportunity.ts';
import type { PlayStep } from '#lib/model/records/play-step.ts';
import type { Solution } from '#lib/model/records/solution.ts';
import type { Sight } from '../access/sight.ts';
import { type Db, existing, many, ofAccount, under, underAny } from './query.ts';

/** A decision with all that its figures follow from. */
export interface OpenedGroup {
  group: Group;
  solution: Solution | undefined;
}

/** The decisions with their groups, all read at once. */
export async function groupsOf(
  db: Db,
  sight: Sight,
  opportunities: readonly Opportunity[],
  now: Date,
): Promise<OpenedGroup[]> {
  const accounts = [...new Set(opportunities.map(({ accountId }) => ref('account', accountId)))];
  const ids = opportunities.map(({ id }) => ref('opportunity', id));
  const [members, touches, stages, solutions] = [
    await underAny(db, sight, 'member', ids),
    await underAny(db, sight, 'touch', accounts),
    await under(db, sight, 'stage', allOf('stage')),
    await under(db, sight, 'solution', allOf('solution')),
  ];
  const membersOf = Map.groupBy(members, ({ opportunityId }) => opportunityId);
  const touchesAt = Map.groupBy(touches, ({ accountId }) => accountId);
  return opportunities.map((opportunity) => {
    const solution = solutions.find(({ id }) => id === opportunity.solutionId);
    const group: Group = {
      opportunity,
      profile: solution?.profile ?? [],
      members: membersOf.get(opportunity.id) ?? [],
      touches: touchesAt.get(opportunity.accountId) ?? [],
      stages,
      now: now.getTime(),
    };
    return { group, solution };
  });
}

/** An account’s decisions with their groups and figures, by the same functions as in the panel. */
export async function opportunitiesOf(
  db: Db,
  sight: Sight,
  account: string,
  now: Date,
): Promise<OpportunitiesAnswer> {
  const { id: accountId } = await existing(db, sight, 'account', account);
  const opportunities = await ofAccount(db, sight, 'opportunity', accountId);
  const groups = await groupsOf(db, sight, opportunities, now);
  const contactIds = groups.flatMap(({ group }) => group.members.map(({ contactId }) => contactId));
  const contacts = await many(db, sight, 'contact', contactIds);
  const steps = await ofAccount(db, sight, 'playStep', accountId);
  const playOf = Map.groupBy(inPlayOrder(steps), ({ opportunityId }) => opportunityId);
  return {
    opportunities: groups.map(({ group, solution }) =>
      viewOf(group, solution, contacts, playOf.get(group.opportunity.id) ?? []),
    ),
  };
}

function viewOf(
  group: Group,
  solution: Solution | undefined,
  contacts: readonly Contact[],
  play: readonly PlayStep[],
): OpportunityView {
  const { opportunity, stages, touches, now } = group;
  const { solutionId, stageId, ...rest } = opportunity;
  const stage = stages.find(({ id }) => id === stageId);
  return {
    ...rest,
    solution: { id: solutionId, name: solution?.name ?? solutionId },
    stage: stage ?? { id: stageId, label: stageId, kind: 'open' },
    members: group.members.map(({ contactId, suggested = [], ...member }) => ({
      contact: contacts.find(({ id }) => id === contactId) ?? {
        id: contactId,
        name: contactId,
        emails: [],
      },
      ...member,
      suggested,
      engagement: engagement(touches, contactId, opportunity, now),
    })),
    coverage: coverage(group),
    quorum: quorum(group),
    gaps: gaps(group).map(({ seat, missing }) => ({ ...seat, missing })),
    play: play.map((step) => ({ ...step, overdue: isOverdue(step, now) })),
  };
}
