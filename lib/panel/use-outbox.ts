import type { Store } from '#lib/store/store.ts';
import { type OwnEdit, ownEdits } from './outbox.ts';
import { useLive } from './use-live.ts';

/** The user's own edits, kept current while they are looked at; `undefined` while not, and until first read. */
export function useOutbox(store: Store, open: boolean): OwnEdit[] | undefined {
  const read = useLive(async () => (open ? await ownEdits(store) : undefined), [store, open]);
  return open ? read : undefined;
}
