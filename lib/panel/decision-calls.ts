/** What is done inside a decision and changes its coverage, as edits: the acts make them, and their previews try them. */
import { type Call, call } from '#lib/model/mutation.ts';
import {
  acceptSuggestion,
  addMember,
  editMember,
  removeMember,
} from '#lib/model/mutations/member.ts';
import { logTouch, routeTouch } from '#lib/model/mutations/touch.ts';
import type { Member } from '#lib/model/records/member.ts';
import type { Opportunity } from '#lib/model/records/opportunity.ts';
import type { BuyingRole, Team } from '#lib/model/vocabulary.ts';
import type { MemberFields, TouchFields } from './act-fields.ts';

type Place = Pick<Member, 'opportunityId' | 'contactId'>;

const of = ({ opportunityId, contactId }: Place): Place => ({ opportunityId, contactId });

/** Attaches somebody, or confirms or changes a member, in these roles. */
export const seated = (place: Place, roles: BuyingRole[]): Call =>
  call(addMember, { ...of(place), roles, status: 'confirmed' });

export const takenOut = (place: Place): Call => call(removeMember, of(place));

export const edited = (place: Place, fields: MemberFields): Call =>
  call(editMember, { ...of(place), fields });

/** The member has the role, and is confirmed by that. */
export const accepted = (place: Place, role: BuyingRole): Call =>
  call(acceptSuggestion, { ...of(place), role });

/** Says that a touch belongs to this decision. */
export const routed = (touchId: string, opportunityId: string): Call =>
  call(routeTouch, { touchId, opportunityId, solutionIds: [] });

/** Notes a contact that somebody had, under this id. */
export function noted(
  { id, team, userId }: { id: string; team: Team; userId: string },
  { accountId, solutionId }: Pick<Opportunity, 'accountId' | 'solutionId'>,
  { channel, direction, at, title, contactIds }: TouchFields,
): Call {
  const touch = {
    ...{ id, team, channel, at, solutionIds: [solutionId], actorId: userId },
    ...(direction && { direction }),
    ...(title && { title }),
  };
  return call(logTouch, { touch, accountId, contactIds });
}
