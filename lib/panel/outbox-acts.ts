import type { Store } from '#lib/store/store.ts';
import { NotThereError } from './not-there.ts';
import type { Undo } from './undo.ts';

/** What can be done with the user's own edits, long after they were made. */
export interface OutboxActs {
  /** Lets go of an edit that was not sent yet, and of those that build on it. */
  discard: (nonce: string) => Promise<void>;
  /** Takes back the gesture that ended with this edit, where nobody changed it since. */
  undoEdit: (nonce: string) => Promise<void>;
}

export function createOutboxActs({
  store,
  undo,
  nudge,
}: {
  store: Store;
  undo: Undo;
  nudge: () => void;
}): OutboxActs {
  return {
    async discard(nonce) {
      for (const gone of await store.discard(nonce)) undo.getState().forget(gone.nonce);
    },
    async undoEdit(nonce) {
      const way = (await store.db.journal.get({ nonce }))?.way;
      if (!way || way.undone || (await store.standing(way)) !== 'open')
        throw new NotThereError('This was changed since, and cannot be undone any more.');
      await store.takeBack(way.calls, nonce);
      undo.getState().forget(nonce);
      nudge();
    },
  };
}
