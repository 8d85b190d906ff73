import type { MineAnswer } from '#lib/contract/search.ts';
import { allOf, mineKey } from '#lib/model/kinds.ts';
import { isOpen } from '#lib/model/stages.ts';
import { sightOf } from './access/sight.ts';
import type { Actor } from './actor.ts';
import { type Db, many, under } from './read/query.ts';

/** So many accounts are named; a client follows them all. */
const most = 200;

/** Accounts with open decisions that this user owns, or in which a seat is theirs to fill. */
export async function mine(db: Db, actor: Actor): Promise<MineAnswer> {
  const { userId } = actor;
  const sight = await sightOf(db, actor);
  const key = mineKey(userId);
  const owned = await under(db, sight, 'opportunity', key);
  const planned = await under(db, sight, 'seatPlan', key);
  const opportunityIds = planned.map(({ opportunityId }) => opportunityId);
  const assigned = await many(db, sight, 'opportunity', [...new Set(opportunityIds)]);
  const stages = await under(db, sight, 'stage', allOf('stage'));
  const open = new Set(stages.filter(isOpen).map(({ id }) => id));
  const scopes = [...owned, ...assigned].flatMap(({ accountId, stageId }) =>
    open.has(stageId) ? [accountId] : [],
  );
  return { scopes: [...new Set(scopes)].slice(0, most) };
}
