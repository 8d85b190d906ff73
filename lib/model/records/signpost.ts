import { z } from 'zod';
import { Id } from '../fields.ts';
import { MergedKind } from './merge.ts';

/** Stands under the id of a merged record, in the scope that one was in, and says to whoever follows it what it became. */
export const Signpost = z.object({ id: Id, accountId: Id, kind: MergedKind, toId: Id });
export type Signpost = z.infer<typeof Signpost>;
