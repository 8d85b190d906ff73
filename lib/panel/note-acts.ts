/** What a person writes down about a decision, each with its way back. */
import { call } from '#lib/model/mutation.ts';
import { editNextSteps } from '#lib/model/mutations/next-steps.ts';
import { addNote, editNote, removeNote } from '#lib/model/mutations/note.ts';
import type { Note } from '#lib/model/records/note.ts';
import type { Opportunity } from '#lib/model/records/opportunity.ts';
import { one } from '#lib/store/queries.ts';
import type { Doer } from './undo.ts';

export interface NoteActs {
  addNote: (opportunityId: string, text: string) => Promise<void>;
  /** `base` is the text as the user saw it: what a colleague changed in it meanwhile is kept. */
  editNote: (note: Pick<Note, 'id' | 'opportunityId'>, base: string, text: string) => Promise<void>;
  removeNote: (note: Note) => Promise<void>;
  /** As for a note; an empty text is none. */
  editNextSteps: (opportunity: Opportunity, base: string, text: string) => Promise<void>;
}

export function createNoteActs({ db, edit, now, newId }: Doer): NoteActs {
  const solutionName = async ({ solutionId }: Pick<Opportunity, 'solutionId'>) =>
    (await one(db, 'solution', solutionId))?.name ?? '';
  const about = async (opportunityId: string) => {
    const opportunity = await one(db, 'opportunity', opportunityId);
    return opportunity ? await solutionName(opportunity) : '';
  };

  return {
    async addNote(opportunityId, text) {
      const noteId = newId();
      const at = new Date(now()).toISOString();
      await edit([call(addNote, { noteId, opportunityId, text, at })], {
        what: 'addedNote',
        name: await about(opportunityId),
        calls: [call(removeNote, { noteId })],
      });
    },

    async editNote({ id: noteId, opportunityId }, base, text) {
      await edit([call(editNote, { noteId, base, text })], {
        what: 'changedNote',
        name: await about(opportunityId),
        // Merged like any other edit, so that undoing takes back the user's own change alone.
        calls: [call(editNote, { noteId, base: text, text: base })],
      });
    },

    async removeNote({ id: noteId, opportunityId, text, at }) {
      await edit([call(removeNote, { noteId })], {
        what: 'removedNote',
        name: await about(opportunityId),
        calls: [call(addNote, { noteId, opportunityId, text, at })],
      });
    },

    async editNextSteps(opportunity, base, text) {
      const { id: opportunityId } = opportunity;
      await edit([call(editNextSteps, { opportunityId, base, text })], {
        what: 'changedNextSteps',
        name: await solutionName(opportunity),
        calls: [call(editNextSteps, { opportunityId, base: text, text: base })],
      });
    },
  };
}
