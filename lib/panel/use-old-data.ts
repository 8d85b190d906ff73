import type { Mended } from '#lib/store/database.ts';
import type { Store } from '#lib/store/store.ts';
import { useLive } from './use-live.ts';

/** What was put aside of a damaged cache, until the user lets go of it. `save` has the browser keep it as a file. */
export function useOldData(
  store: Store,
): (Mended & { save: () => Promise<void>; remove: () => Promise<void> }) | undefined {
  const mended = useLive(async () => (await store.db.meta.get('meta'))?.mended, [store]);
  if (!mended) return undefined;
  return {
    ...mended,
    save: async () => {
      const address = URL.createObjectURL(await store.aside());
      const name = `quorum-${mended.at.slice(0, 10)}.json`;
      Object.assign(document.createElement('a'), { href: address, download: name }).click();
      setTimeout(() => URL.revokeObjectURL(address), 60_000); // the download reads it after the click
    },
    remove: () => store.forgetAside(),
  };
}
