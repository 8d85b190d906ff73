/** The workspace's newer selectors, put here by whoever holds the cache, and handed to pages by the background. */
import { storage } from 'wxt/utils/storage';
import type { PackRecord } from '#lib/model/records/pack.ts';

export const packItem = storage.defineItem<PackRecord | null>('local:pack', {
  fallback: null,
});
