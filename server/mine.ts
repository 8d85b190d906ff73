import type { MineAnswer } from '#lib/contract/search.ts';
import { allOf, mineKey } from '#lib/model/kinds.ts';
import { isOpen } from '#lib/model/stages.ts';
import type { Actor } from './actor.ts';
import { type Db, many, under } from './read/query.ts';

/** So many accounts are named; a client follows them all. */
const most = 200;

/** Accounts with open decisions that this user owns, or in which a seat is theirs to fill. */
export async function mine(
  db: Db,
  { ws, userId }: Pick<Actor, 'ws' | 'userId'>,
): Promise<MineAnswer> {
  const key = mineKey(userId);
  const owned = await under(db, ws, 'opportunity', key);
  const planned = await under(db, ws, 'seatPlan', key);
  const opportunityIds = planned.map(({ opportunityId }) => opportunityId);
  const assigned = await many(db, ws, 'opportunity', [...new Set(opportunityIds)]);
  const stages = await under(db, ws, 'stage', allOf('stage'));
  const open = new Set(stages.filter(isOpen).map(({ id }) => id));
  const scopes = [...owned, ...assigned].flatMap(({ accountId, stageId }) =>
    open.has(stageId) ? [accountId] : [],
  );
  return { scopes: [...new Set(scopes)].slice(0, most) };
}
