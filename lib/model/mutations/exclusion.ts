import { z } from 'zod';
import { Id } from '../fields.ts';
import { defineMutation, put, rejected, remove } from '../mutation.ts';
import { Exclusion } from '../records/exclusion.ts';
import { listKeepers } from '../vocabulary.ts';

/** Puts a person or a company on the do-not-record list. */
export const addExclusion = defineMutation(
  'exclusion.add@1',
  z.object({ exclusion: Exclusion.omit({ by: true, at: true }) }),
  {
    teams: listKeepers,
    refs: {},
    reads: ({ exclusion }) => [['exclusion', exclusion.id]],
    run: ({ exclusion }, reader, { by, at }) =>
      reader.get('exclusion', exclusion.id)
        ? rejected('invalid', 'This id is in use.')
        : { changes: [put('exclusion', { ...exclusion, by, at })] },
  },
);

/** Takes an entry off the list: from then on they can be recorded again. */
export const removeExclusion = defineMutation('exclusion.remove@1', z.object({ exclusionId: Id }), {
  teams: listKeepers,
  refs: { exclusionId: 'exclusion' },
  reads: ({ exclusionId }) => [['exclusion', exclusionId]],
  run: ({ exclusionId }, reader) =>
    reader.get('exclusion', exclusionId)
      ? { changes: [remove('exclusion', exclusionId)] }
      : rejected('gone', 'This entry is off the list already.'),
});
