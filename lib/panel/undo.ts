/** What can be undone since the panel opened: vanishes with it, so it lives in zustand. */
import { createStore } from 'zustand/vanilla';
import type { MessageKey } from '#lib/browser/i18n.ts';
import type { Call } from '#lib/model/mutation.ts';
import type { Team } from '#lib/model/vocabulary.ts';
import type { QuorumDatabase } from '#lib/store/database.ts';

/** What the panel has words for: the keys of its `did_…` messages. */
type Did = MessageKey extends infer Key ? (Key extends `did_${infer What}` ? What : never) : never;

/** `what` names the act for the panel to say; `calls` take it back. */
export interface Undoable {
  what: Did;
  /** Whom or what it was about: a person's, account's or solution's name. */
  name: string;
  calls: Call[];
  /** The last edit of it, by which the journal knows it too. */
  nonce?: string;
}

export interface UndoState {
  /** Oldest first. */
  done: Undoable[];
  remember: (act: Undoable) => void;
  /** Takes the last one out, to be undone. */
  takeLast: () => Undoable | undefined;
  /** It was taken back, or let go of, elsewhere. */
  forget: (nonce: string) => void;
}

const depth = 50;

export const createUndo = () =>
  createStore<UndoState>()((set, get) => ({
    done: [],
    remember: (act) => set(({ done }) => ({ done: [...done, act].slice(-depth) })),
    forget: (nonce) => set(({ done }) => ({ done: done.filter((act) => act.nonce !== nonce) })),
    takeLast: () => {
      const last = get().done.at(-1);
      if (last) set(({ done }) => ({ done: done.slice(0, -1) }));
      return last;
    },
  }));
export type Undo = ReturnType<typeof createUndo>;

/** What whoever makes acts is given: the cache to read, and the way to make an edit that can be undone. */
export interface Doer {
  db: QuorumDatabase;
  edit: (calls: Call[], act: Undoable) => Promise<void>;
  userId: string;
  team: Team;
  /** Milliseconds since 1970. */
  now: () => number;
  newId: () => string;
}
