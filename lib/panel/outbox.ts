/** The user's own edits, as they stand: what waits, what was refused, what was confirmed lately and can still be undone. */
import type { JournalEntry, PendingMutation } from '#lib/store/database.ts';
import type { Store } from '#lib/store/store.ts';

/** `undo` is there where a whole gesture can be taken back, or could before somebody changed what it left. */
export interface OwnEdit {
  nonce: string;
  name: string;
  /** The person, account or solution it was about. */
  about?: string;
  /** ISO 8601. */
  at: string;
  state: JournalEntry['state'];
  /** It took another one back. */
  back?: true;
  undo?: 'open' | 'changed' | 'gone' | 'undone';
  /** Of one that waits: how many others would apply no more without it. */
  builtOn: number;
}

const most = 200;
/** Looked at closely: older ones are told without their way back. */
const close = 50;

/** Newest first. */
export async function ownEdits(store: Store): Promise<OwnEdit[]> {
  const journal = await store.db.journal.orderBy('seq').reverse().limit(most).toArray();
  const noted = new Set(journal.map(({ nonce }) => nonce));
  // Made before there was a journal: whether it was sent is not known.
  const before = (await store.pending())
    .filter(({ nonce }) => !noted.has(nonce))
    .map((mutation: PendingMutation): JournalEntry => ({ ...mutation, state: 'sent' }));
  return Promise.all([...journal, ...before].map((entry, at) => ownEdit(store, entry, at < close)));
}

async function ownEdit(store: Store, entry: JournalEntry, closely: boolean): Promise<OwnEdit> {
  const { nonce, name, args, at, state, way, back } = entry;
  const { aboutOf } = await import('./decision-conflicts.ts');
  const about = await aboutOf(store.db, args);
  const taken = state === 'waiting' || state === 'sent' || state === 'applied';
  const undo =
    closely && way && taken ? (way.undone ? 'undone' : await store.standing(way)) : undefined;
  const builtOn = closely && state === 'waiting' ? (await store.builtOn(nonce)).length : 0;
  return {
    ...{ nonce, name, at, state, builtOn },
    ...(about && { about }),
    ...(undo && { undo }),
    ...(back && { back }),
  };
}
