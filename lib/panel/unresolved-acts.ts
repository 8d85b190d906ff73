/** What becomes of an edit that the server did not take: made once more, as it was or written anew. */
import type { Call } from '#lib/model/mutation.ts';
import type { UnresolvedMutation } from '#lib/store/database.ts';
import type { Store } from '#lib/store/store.ts';
import { aboutOf, sameAgain } from './decision-conflicts.ts';
import { undoOf } from './redo/undo-of.ts';
import type { Again } from './redo/way.ts';
import type { Undo } from './undo.ts';

export interface UnresolvedActs {
  /** Makes an edit that met a conflict or was refused once more, over what is there now. */
  keepMine: (nonce: string) => Promise<void>;
  /** Makes it with other words or values: this edit in place of that one. */
  rewrite: (nonce: string, call: Call) => Promise<void>;
}

export function createUnresolvedActs({
  store,
  undo,
  nudge,
  newId,
  wayOf,
}: {
  store: Store;
  undo: Undo;
  nudge: () => void;
  newId: () => string;
  wayOf: Again['wayOf'];
}): UnresolvedActs {
  const { db } = store;

  async function resend(kept: UnresolvedMutation, edit: Call): Promise<void> {
    const back = await undoOf(edit, { db, newId, wayOf });
    const act = back && { ...back, name: back.name ?? (await aboutOf(db, edit.args)) ?? '' };
    const nonce = await store.resend(kept.nonce, edit, act);
    if (act) undo.getState().remember({ ...act, nonce });
    nudge();
  }

  return {
    async keepMine(nonce) {
      const kept = await db.unresolved.get(nonce);
      if (kept) await resend(kept, await sameAgain(db, kept, newId));
    },
    async rewrite(nonce, call) {
      const kept = await db.unresolved.get(nonce);
      if (kept) await resend(kept, call);
    },
  };
}
