/** How the way back of an edit is found that is made once more. */
import type { Mutation } from '#lib/model/mutation.ts';
import type { QuorumDatabase } from '#lib/store/database.ts';
import type { DecisionActs } from '../decision-acts.ts';
import type { MergeActs } from '../merge-acts.ts';
import type { NoteActs } from '../note-acts.ts';
import type { PeopleActs } from '../people-acts.ts';
import type { PlayActs } from '../play-acts.ts';
import type { Undoable } from '../undo.ts';

/** The acts that know their own way back. */
export interface EditActs extends DecisionActs, MergeActs, NoteActs, PeopleActs, PlayActs {
  detach: (opportunityId: string, contactId: string) => Promise<void>;
}

/** `name` where the edit itself does not say whom or what it is about. */
export type Back = Pick<Undoable, 'what' | 'calls'> & { name?: string };

export interface Again {
  db: QuorumDatabase;
  newId: () => string;
  /** The way back that one of the user's acts would have, without doing it. */
  wayOf: (act: (acts: EditActs) => Promise<void>) => Promise<Undoable | undefined>;
}

export type Way = (args: unknown, again: Again) => Promise<Back | undefined>;

/** With the arguments as this mutation has them. */
export function way<Args>(
  { args: shape }: Mutation<Args>,
  back: (args: Args, again: Again) => Back | undefined | Promise<Back | undefined>,
): Way {
  return async (args, again) => back(shape.parse(args), again);
}
