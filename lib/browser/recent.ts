/** What the user opened last, kept in this browser: ids alone, the names stay in the cache. */

import type { Me } from '#lib/contract/sync.ts';
import { stored } from './stored.ts';

export interface Recent {
  kind: 'contact' | 'account' | 'opportunity';
  id: string;
  scope: string;
}

const most = 8;

/** Newest first; `of` is whose it is, so that another user of this browser does not see it. */
export const recentItem = stored<{ of: string; opened: Recent[] } | null>('local:recent', null);

const owner = ({ workspace, userId }: Me): string => `${workspace}:${userId}`;

export const openedBy = (
  kept: { of: string; opened: Recent[] } | null | undefined,
  me: Me,
): Recent[] => (kept?.of === owner(me) ? kept.opened : []);

export async function remember({ kind, id, scope }: Recent, me: Me): Promise<void> {
  const opened = openedBy(await recentItem.getValue(), me);
  const others = opened.filter((one) => one.kind !== kind || one.id !== id);
  await recentItem.setValue({
    of: owner(me),
    opened: [{ kind, id, scope }, ...others].slice(0, most),
  });
}

/** Lets go of what is on record no more: not even the id of somebody who was erased stays. */
export async function forget(gone: readonly Recent[], me: Me): Promise<void> {
  const opened = openedBy(await recentItem.getValue(), me);
  const left = opened.filter(
    ({ kind, id }) => !gone.some((one) => one.kind === kind && one.id === id),
  );
  if (left.length < opened.length) await recentItem.setValue({ of: owner(me), opened: left });
}
