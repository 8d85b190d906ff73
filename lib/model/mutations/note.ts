import { z } from 'zod';
import { Id, Instant, LongText } from '../fields.ts';
import { mergeText } from '../merge-text.ts';
import { defineMutation, put, rejected, remove } from '../mutation.ts';

const NoteText = LongText.refine((text) => text.trim() !== '', 'A note needs a text.');

/** A note about a decision, in the name of who makes it. `at` is when it was written, never later than now. */
export const addNote = defineMutation(
  'note.add@1',
  z.object({ noteId: Id, opportunityId: Id, text: NoteText, at: Instant }),
  {
    refs: { opportunityId: 'opportunity' },
    reads: ({ noteId, opportunityId }) => [
      ['opportunity', opportunityId],
      ['note', noteId],
    ],
    run: ({ noteId, opportunityId, text, at }, reader, { by, at: now }) => {
      const opportunity = reader.get('opportunity', opportunityId);
      if (!opportunity) return rejected('gone', 'The decision was deleted.');
      if (reader.get('note', noteId)) return rejected('invalid', 'This id is in use.');
      const { accountId } = opportunity;
      const written = Date.parse(at) > Date.parse(now) ? now : at;
      const note = { id: noteId, accountId, opportunityId, text, by, at: written };
      return { changes: [put('note', note)] };
    },
  },
);

/**
 * Another text for a note. `base` is the text that the writer saw: changed meanwhile, the two changes are merged,
 * and where they touch the same place it is a conflict.
 */
export const editNote = defineMutation(
  'note.edit@1',
  z.object({ noteId: Id, base: LongText, text: NoteText }),
  {
    refs: {},
    reads: ({ noteId }) => [['note', noteId]],
    run: ({ noteId, base, text }, reader, { by, at }) => {
      const before = reader.get('note', noteId);
      if (!before) return rejected('gone', 'The note was removed.');
      const merged = mergeText(base, text, before.text);
      const after = { ...before, text: merged ?? text, editedAt: at, editedBy: by };
      if (after.text === before.text) return { changes: [] };
      if (merged !== null) return { changes: [put('note', after)] };
      return {
        changes: [put('note', after)],
        expects: [{ kind: 'note', id: noteId, field: 'text', value: base }],
      };
    },
  },
);

/** Takes a note out again; only who wrote it may. */
export const removeNote = defineMutation('note.remove@1', z.object({ noteId: Id }), {
  refs: {},
  reads: ({ noteId }) => [['note', noteId]],
  run: ({ noteId }, reader, { by }) => {
    const note = reader.get('note', noteId);
    if (!note) return rejected('gone', 'The note was removed already.');
    if (note.by !== by) return rejected('notAllowed', 'Only who wrote it may remove it.');
    return { changes: [remove('note', noteId)] };
  },
});
