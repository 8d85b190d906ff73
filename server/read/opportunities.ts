import type { OpportunitiesAnswer, OpportunityView } from '#lib/contract/read.ts';
import { coverage, type Group, gaps, quorum } from '#lib/model/coverage.ts';
import { engagement } from '#lib/model/engagement.ts';
import { allOf } from '#lib/model/kinds.ts';
import type { Contact } from '#lib/model/records/contact.ts';
import type { Solution } from '#lib/model/records/solution.ts';
import { type Db, existing, many, ofAccount, under } from './query.ts';

/** An account's decisions with their groups and figures, by the same functions as in the panel. */
export async function opportunitiesOf(
  db: Db,
  ws: string,
  account: string,
  now: Date,
): Promise<OpportunitiesAnswer> {
  const { id: accountId } = await existing(db, ws, 'account', account);
  const [opportunities, members, touches, stages, solutions] = [
    await ofAccount(db, ws, 'opportunity', accountId),
    await ofAccount(db, ws, 'member', accountId),
    await ofAccount(db, ws, 'touch', accountId),
    await under(db, ws, 'stage', allOf('stage')),
    await under(db, ws, 'solution', allOf('solution')),
  ];
  const contactIds = members.map(({ contactId }) => contactId);
  const contacts = await many(db, ws, 'contact', contactIds);
  return {
    opportunities: opportunities.map((opportunity) => {
      const solution = solutions.find(({ id }) => id === opportunity.solutionId);
      const group: Group = {
        opportunity,
        profile: solution?.profile ?? [],
        members: members.filter(({ opportunityId }) => opportunityId === opportunity.id),
        touches,
        stages,
        now: now.getTime(),
      };
      return viewOf(group, solution, contacts);
    }),
  };
}

function viewOf(
  group: Group,
  solution: Solution | undefined,
  contacts: readonly Contact[],
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
  };
}
