/** The catalogue: which solutions an asset or event speaks of, found by any of its names. */
import type { Asset } from './records/asset.ts';

/** Names as other systems write them, compared without case, width and spacing. */
export const bareName = (name: string): string =>
  name.normalize('NFKC').toLowerCase().replace(/\s+/gu, ' ').trim();

/** Under what an asset is found. */
export const assetKey = (name: string): string => `asset:${bareName(name)}`;

export const assetKeys = ({ id, name, keys }: Asset): string[] => [
  ...new Set([id, name, ...keys].map(assetKey)),
];
