import { z } from 'zod';
import { Id } from '../fields.ts';
import {
  defineMutation,
  type Key,
  type Outcome,
  put,
  type Reader,
  rejected,
  remove,
} from '../mutation.ts';
import { type Member, memberId, SuggestedRole } from '../records/member.ts';
import { BuyingRole, MemberStatus, Stance } from '../vocabulary.ts';

const roles = z.array(BuyingRole).max(20);
const place = { opportunityId: Id, contactId: Id };
const refs = { opportunityId: 'opportunity', contactId: 'contact' } as const;

/** The member with these roles; what a person says about a role settles what was suggested or declined of it. */
export function withRoles(member: Member, roles: readonly BuyingRole[]): Member {
  const { suggested, declined, ...rest } = member;
  const asked = suggested?.filter(({ role }) => !roles.includes(role)) ?? [];
  const refused = declined?.filter((role) => !roles.includes(role)) ?? [];
  return {
    ...rest,
    roles: [...roles],
    ...(asked.length > 0 && { suggested: asked }),
    ...(refused.length > 0 && { declined: refused }),
  };
}

/** Attaches a person to a decision, or gives a member these roles and this status. Roles are guarded. */
export const addMember = defineMutation(
  'opportunity.addMember@1',
  z.object({ ...place, roles, status: MemberStatus.default('confirmed') }),
  {
    refs,
    reads: ({ opportunityId, contactId }) => [
      ['opportunity', opportunityId],
      ['contact', contactId],
      ['member', memberId(opportunityId, contactId)],
    ],
    run: ({ opportunityId, contactId, roles, status }, reader) => {
      const opportunity = reader.get('opportunity', opportunityId);
      if (!opportunity) return rejected('gone', 'The decision was deleted.');
      if (!reader.get('contact', contactId)) return rejected('gone', 'The contact was deleted.');
      const id = memberId(opportunityId, contactId);
      const before = reader.get('member', id);
      const { accountId } = opportunity;
      const fresh = { accountId, external: false, roles: [] };
      const member: Member = { ...fresh, ...before, id, opportunityId, contactId, status };
      return { changes: [put('member', withRoles({ ...member, accountId }, roles))] };
    },
  },
);

/** Takes a person out of a decision's buying group. */
export const removeMember = defineMutation('opportunity.removeMember@1', z.object(place), {
  refs,
  reads: ({ opportunityId, contactId }) => [['member', memberId(opportunityId, contactId)]],
  run: ({ opportunityId, contactId }, reader) => {
    const id = memberId(opportunityId, contactId);
    return reader.get('member', id)
      ? { changes: [remove('member', id)] }
      : rejected('gone', 'This person is not in the buying group any more.');
  },
});

const reads = ({
  opportunityId,
  contactId,
}: {
  opportunityId: string;
  contactId: string;
}): Key[] => [['member', memberId(opportunityId, contactId)]];

/** Runs over the member that is meant, or says that there is none any more. */
function onMember(
  { opportunityId, contactId }: { opportunityId: string; contactId: string },
  reader: Reader,
  change: (member: Member) => Member,
): Outcome {
  const member = reader.get('member', memberId(opportunityId, contactId));
  return member
    ? { changes: [put('member', change(member))] }
    : rejected('gone', 'This person is not in the buying group any more.');
}

/** A suggested role was right: the member has it, and is confirmed by that. */
export const acceptSuggestion = defineMutation(
  'opportunity.acceptSuggestion@1',
  z.object({ ...place, role: BuyingRole }),
  {
    refs,
    reads,
    run: ({ role, ...place }, reader) =>
      onMember(place, reader, (member) => ({
        ...withRoles(member, [...new Set([...member.roles, role])]),
        status: member.status === 'potential' ? 'confirmed' : member.status,
      })),
  },
);

/** A suggested role was wrong: it is not suggested for this member again. */
export const declineSuggestion = defineMutation(
  'opportunity.declineSuggestion@1',
  z.object({ ...place, role: BuyingRole }),
  {
    refs,
    reads,
    run: ({ role, ...place }, reader) =>
      onMember(place, reader, (member) => ({
        ...member,
        suggested: member.suggested?.filter((suggestion) => suggestion.role !== role) ?? [],
        declined: [...new Set([...(member.declined ?? []), role])],
      })),
  },
);

/**
 * What a member is in this decision; `stance: null` takes it back. Roles are guarded. `suggested` and `declined`, else left to
 * what is said of roles, put back what an act that is undone had settled.
 */
export const editMember = defineMutation(
  'member.edit@1',
  z.object({
    ...place,
    fields: z
      .object({
        status: MemberStatus,
        roles,
        stance: Stance.nullable(),
        external: z.boolean(),
        suggested: z.array(SuggestedRole).max(20),
        declined: roles,
      })
      .partial(),
  }),
  {
    refs,
    reads,
    run: ({ fields, ...place }, reader) =>
      onMember(place, reader, ({ stance, ...member }) => {
        const said = fields.stance === undefined ? stance : fields.stance;
        const { suggested = member.suggested, declined = member.declined } = fields;
        const asked = { ...member, ...(suggested && { suggested }), ...(declined && { declined }) };
        return {
          ...withRoles(asked, fields.roles ?? member.roles),
          status: fields.status ?? member.status,
          external: fields.external ?? member.external,
          ...(said && { stance: said }),
        };
      }),
  },
);
