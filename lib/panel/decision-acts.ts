/** What a person does inside one decision, each with its way back. */
import { type Call, call } from '#lib/model/mutation.ts';
import { setInterest } from '#lib/model/mutations/interest.ts';
import { declineSuggestion } from '#lib/model/mutations/member.ts';
import { planSeat } from '#lib/model/mutations/seat-plan.ts';
import { moveStage } from '#lib/model/mutations/stage-move.ts';
import { removeTouch } from '#lib/model/mutations/touch.ts';
import { interestId } from '#lib/model/records/interest.ts';
import type { Member } from '#lib/model/records/member.ts';
import type { Opportunity } from '#lib/model/records/opportunity.ts';
import { seatPlanId } from '#lib/model/records/seat-plan.ts';
import type { BuyingRole, InterestLevel, Team } from '#lib/model/vocabulary.ts';
import { one } from '#lib/store/queries.ts';
import type { Store } from '#lib/store/store.ts';
import type { MemberFields, SeatPlanFields, TermsFields, TouchFields } from './act-fields.ts';
import { asBefore, moveBack, roleFields, termCalls, termsOf, touched } from './decision-back.ts';
import { accepted, edited, noted } from './decision-calls.ts';
import type { Undoable } from './undo.ts';

export interface DecisionActs {
  /** `reason` is asked for where the decision moves back. */
  setStage: (opportunity: Opportunity, stageId: string, reason?: string) => Promise<void>;
  setTerms: (opportunity: Opportunity, terms: TermsFields) => Promise<void>;
  editMember: (member: Member, fields: MemberFields) => Promise<void>;
  acceptRole: (member: Member, role: BuyingRole) => Promise<void>;
  declineRole: (member: Member, role: BuyingRole) => Promise<void>;
  planSeat: (opportunityId: string, seatId: string, fields: SeatPlanFields) => Promise<void>;
  logTouch: (opportunity: Opportunity, touch: TouchFields) => Promise<void>;
  /** `null` leaves it to the touches again. */
  sayInterest: (
    contactId: string,
    solutionId: string,
    level: InterestLevel | null,
  ) => Promise<void>;
}

export function createDecisionActs({
  store: { db },
  edit,
  userId,
  team,
  newId,
}: {
  store: Store;
  edit: (calls: Call[], act: Undoable) => Promise<void>;
  userId: string;
  team: Team;
  newId: () => string;
}): DecisionActs {
  const solutionName = async ({ solutionId }: Pick<Opportunity, 'solutionId'>) =>
    (await one(db, 'solution', solutionId))?.name ?? '';
  const personName = async (contactId: string) => (await one(db, 'contact', contactId))?.name ?? '';

  const place = ({ opportunityId, contactId }: Member) => ({ opportunityId, contactId });
  return {
    async setStage(opportunity, stageId, reason) {
      const move = { opportunityId: opportunity.id };
      await edit(
        [
          call(moveStage, {
            ...move,
            stageId,
            fromStageId: opportunity.stageId,
            transitionId: newId(),
            ...(reason && { reason }),
          }),
        ],
        {
          what: 'movedStage',
          name: await solutionName(opportunity),
          calls: [moveBack(opportunity, stageId, newId)],
        },
      );
    },

    async setTerms(opportunity, to) {
      const { id } = opportunity;
      const from = termsOf(opportunity);
      const calls = termCalls(from, to, id, newId);
      if (calls.length === 0) return;
      await edit(calls, {
        what: 'changedTerms',
        name: await solutionName(opportunity),
        calls: termCalls(to, from, id, newId),
      });
    },

    async editMember(member, fields) {
      await edit([edited(member, fields)], {
        what: 'changedMember',
        name: await personName(member.contactId),
        calls: [asBefore(member, member, touched(fields))],
      });
    },

    async acceptRole(member, role) {
      await edit([accepted(member, role)], {
        what: 'acceptedRole',
        name: await personName(member.contactId),
        calls: [asBefore(member, member, ['status', ...roleFields])],
      });
    },

    async declineRole(member, role) {
      await edit([call(declineSuggestion, { ...place(member), role })], {
        what: 'declinedRole',
        name: await personName(member.contactId),
        calls: [asBefore(member, member, ['suggested', 'declined'])],
      });
    },

    async planSeat(opportunityId, seatId, fields) {
      const before = await one(db, 'seatPlan', seatPlanId(opportunityId, seatId));
      const opportunity = await one(db, 'opportunity', opportunityId);
      const { assigneeId = null, due = null, note = null } = before ?? {};
      await edit([call(planSeat, { opportunityId, seatId, fields })], {
        what: 'plannedSeat',
        name: opportunity ? await solutionName(opportunity) : '',
        calls: [call(planSeat, { opportunityId, seatId, fields: { assigneeId, due, note } })],
      });
    },

    async logTouch(opportunity, fields) {
      const id = newId();
      await edit([noted({ id, team, userId }, opportunity, fields)], {
        what: 'loggedTouch',
        name: await solutionName(opportunity),
        calls: [call(removeTouch, { touchId: id })],
      });
    },

    async sayInterest(contactId, solutionId, level) {
      const before = await one(db, 'interest', interestId(contactId, solutionId));
      const said = before?.by ? before.level : null;
      const evidence = before?.evidence ?? [];
      const place = { contactId, solutionId };
      await edit([call(setInterest, { ...place, level, evidence: [] })], {
        what: 'saidInterest',
        name: await personName(contactId),
        calls: [call(setInterest, { ...place, level: said, evidence })],
      });
    },
  };
}
