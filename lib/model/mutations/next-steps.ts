import { z } from 'zod';
import { Id, LongText } from '../fields.ts';
import { mergeText } from '../merge-text.ts';
import { defineMutation, put, rejected } from '../mutation.ts';

/** What is to happen next in a decision; an empty text is none. `base` is the text that the writer saw, as in `note.edit`. */
export const editNextSteps = defineMutation(
  'opportunity.editNextSteps@1',
  z.object({ opportunityId: Id, base: LongText, text: LongText }),
  {
    refs: { opportunityId: 'opportunity' },
    reads: ({ opportunityId }) => [['opportunity', opportunityId]],
    run: ({ opportunityId, base, text }, reader) => {
      const before = reader.get('opportunity', opportunityId);
      if (!before) return rejected('gone', 'The decision was deleted.');
      const { nextSteps = '', ...rest } = before;
      const merged = mergeText(base, text, nextSteps);
      const after = merged ?? text;
      if (after === nextSteps) return { changes: [] };
      const changes = [put('opportunity', after ? { ...rest, nextSteps: after } : rest)];
      if (merged !== null) return { changes };
      const expected = { kind: 'opportunity', id: opportunityId, field: 'nextSteps' } as const;
      return { changes, expects: [{ ...expected, value: base || null }] };
    },
  },
);
