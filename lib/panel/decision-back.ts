/** The ways back from what is done inside one decision. */
import { t } from '#lib/browser/i18n.ts';
import { type Call, call } from '#lib/model/mutation.ts';
import { editMember, removeMember } from '#lib/model/mutations/member.ts';
import { moveStage, setAmount, setCloseDate } from '#lib/model/mutations/stage-move.ts';
import type { Member } from '#lib/model/records/member.ts';
import type { Opportunity } from '#lib/model/records/opportunity.ts';
import type { TermsFields } from './act-fields.ts';

/** Back to where the decision is now, from the stage it goes to. */
export const moveBack = (
  { id: opportunityId, stageId }: Opportunity,
  from: string,
  newId: () => string,
): Call =>
  call(moveStage, {
    ...{ opportunityId, stageId, fromStageId: from, transitionId: newId() },
    // Moving back asks for a reason, and the way back from a slip has this one.
    reason: t('undoneReason'),
  });

export function termsOf({ amount, currency, closeDate }: Opportunity): TermsFields {
  const terms = { amount: amount ?? null, closeDate: closeDate ?? null };
  return { ...terms, ...(currency && { currency }) };
}

/** The calls that change the terms; what stays as it is makes no transition. */
export const termCalls = (
  from: TermsFields,
  to: TermsFields,
  opportunityId: string,
  newId: () => string,
): Call[] => [
  ...(from.amount === to.amount && (from.currency === to.currency || to.amount === null)
    ? []
    : [
        call(setAmount, {
          opportunityId,
          transitionId: newId(),
          amount: to.amount,
          ...(to.currency && { currency: to.currency }),
        }),
      ]),
  ...(from.closeDate === to.closeDate
    ? []
    : [call(setCloseDate, { opportunityId, transitionId: newId(), closeDate: to.closeDate })]),
];

/** The member as they are now; out of the group, where they are not in it. */
export const asBefore = (
  place: Pick<Member, 'opportunityId' | 'contactId'>,
  member: Member | undefined,
): Call => {
  const { opportunityId, contactId } = place;
  if (!member) return call(removeMember, { opportunityId, contactId });
  const { status, roles, stance = null, external } = member;
  return call(editMember, {
    ...{ opportunityId, contactId },
    fields: { status, roles, stance, external },
  });
};
