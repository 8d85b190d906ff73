/** The workspace's newer selectors, put here by whoever holds the cache, and handed to pages by the background. */

import type { PackRecord } from '#lib/model/records/pack.ts';
import { stored } from './stored.ts';

export const packItem = stored<PackRecord | null>('local:pack', null);
