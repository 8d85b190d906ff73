/** The catalogue on the wire: what other systems call their assets and events, and the solutions those speak of. */
import { z } from 'zod';
import { Name } from '../model/fields.ts';
import { Asset } from '../model/records/asset.ts';

/** `solutions` are names or ids. */
export const AssetRequest = z.object({
  name: Name,
  keys: Asset.shape.keys,
  solutions: z.array(Name).max(50),
});
export type AssetRequest = z.infer<typeof AssetRequest>;

export const AssetAnswer = Asset;
export const AssetsAnswer = z.object({ assets: z.array(Asset) });
