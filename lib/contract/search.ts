/** Search of a whole workspace, for what a client does not hold. */
import { z } from 'zod';
import { Id } from '../model/fields.ts';
import { searchKinds } from '../model/search.ts';

/** `cursor` is the `next` of the page before. */
export const SearchQuery = z.object({
  q: z.string().trim().min(1).max(200),
  limit: z.coerce.number().int().min(1).max(50).default(20),
  cursor: z.string().max(1000).optional(),
});
export type SearchQuery = z.infer<typeof SearchQuery>;

/** `scope` is the account to follow in order to have it; `line` tells it from others of its name. */
export const SearchHit = z.object({
  kind: z.enum(searchKinds),
  id: Id,
  scope: Id,
  name: z.string(),
  line: z.string(),
});

/** `next` is the cursor of the next page; null on the last. */
export const SearchAnswer = z.object({ hits: z.array(SearchHit), next: z.string().nullable() });
export type SearchAnswer = z.infer<typeof SearchAnswer>;

/** The accounts where decisions are that the user owns, or whose empty seats are the user's to fill. */
export const MineAnswer = z.object({ scopes: z.array(Id) });
export type MineAnswer = z.infer<typeof MineAnswer>;
