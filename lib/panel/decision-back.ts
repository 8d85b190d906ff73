/** The ways back from what is done inside one decision. */
import { t } from '#lib/browser/i18n.ts';
import { type Call, call } from '#lib/model/mutation.ts';
import { editMember, removeMember } from '#lib/model/mutations/member.ts';
import { moveStage, setAmount, setCloseDate } from '#lib/model/mutations/stage-move.ts';
import type { Member } from '#lib/model/records/member.ts';
import type { Opportunity } from '#lib/model/records/opportunity.ts';
import type { MemberFields, TermsFields } from './act-fields.ts';

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

/** All that is said of a member; `suggested` and `declined` change with what is said of their roles. */
type Said = Required<MemberFields> & Required<Pick<Member, 'suggested' | 'declined'>>;
type SaidField = keyof Said;

/** What saying which roles somebody has changes. */
export const roleFields: readonly SaidField[] = ['roles', 'suggested', 'declined'];

/** The fields that these ones change, when they are said of a member. */
export const touched = (fields: MemberFields): SaidField[] => [
  ...(Object.keys(fields) as SaidField[]),
  ...(fields.roles ? roleFields : []),
];

/** The member as they are now, in all fields or in these; out of the group, where they are not in it. */
export const asBefore = (
  { opportunityId, contactId }: Pick<Member, 'opportunityId' | 'contactId'>,
  member: Member | undefined,
  fields?: readonly SaidField[],
): Call => {
  if (!member) return call(removeMember, { opportunityId, contactId });
  const { status, roles, stance = null, external, suggested = [], declined = [] } = member;
  const said: Said = { status, roles, stance, external, suggested, declined };
  const wanted = (field: string) => !fields || fields.includes(field as SaidField);
  return call(editMember, {
    ...{ opportunityId, contactId },
    fields: Object.fromEntries(
      Object.entries(said).filter(([field]) => wanted(field)),
    ) as Partial<Said>,
  });
};
