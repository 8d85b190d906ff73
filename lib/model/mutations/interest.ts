import { z } from 'zod';
import { Id } from '../fields.ts';
import { defineMutation, put, rejected, remove } from '../mutation.ts';
import { Interest, interestId } from '../records/interest.ts';
import { InterestLevel } from '../vocabulary.ts';

/** What a user says of a contact's interest in a solution; `null` leaves it to the touches again. */
export const setInterest = defineMutation(
  'interest.set@1',
  z.object({
    contactId: Id,
    solutionId: Id,
    level: InterestLevel.nullable(),
    evidence: Interest.shape.evidence,
  }),
  {
    refs: { contactId: 'contact', solutionId: 'solution' },
    reads: ({ contactId, solutionId }) => [
      ['contact', contactId],
      ['solution', solutionId],
      ['interest', interestId(contactId, solutionId)],
    ],
    run: ({ contactId, solutionId, level, evidence }, reader, { by, at }) => {
      const contact = reader.get('contact', contactId);
      if (!contact) return rejected('gone', 'The contact was deleted.');
      if (!reader.get('solution', solutionId)) return rejected('gone', 'The solution is gone.');
      const id = interestId(contactId, solutionId);
      if (level === null)
        return { changes: reader.get('interest', id) ? [remove('interest', id)] : [] };
      const { accountId } = contact;
      const interest = { id, accountId, contactId, solutionId, level, evidence, by, at };
      return { changes: [put('interest', interest)] };
    },
  },
);
