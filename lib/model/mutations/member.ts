import { z } from 'zod';
import { Id } from '../fields.ts';
import { defineMutation, put, rejected, remove } from '../mutation.ts';
import { memberId } from '../records/member.ts';
import { BuyingRole, MemberStatus } from '../vocabulary.ts';

const roles = z.array(BuyingRole).max(20);
const place = { opportunityId: Id, contactId: Id };
const refs = { opportunityId: 'opportunity', contactId: 'contact' } as const;

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
      const member = { external: false, ...before, id, opportunityId, contactId };
      return {
        changes: [put('member', { ...member, accountId: opportunity.accountId, roles, status })],
      };
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
