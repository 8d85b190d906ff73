/** The waterfall's figures for other systems, by the same functions as everywhere. */
import type { FiguresAnswer, FiguresQuery } from '#lib/contract/read.ts';
import { figures } from '#lib/model/figures.ts';
import { allOf } from '#lib/model/kinds.ts';
import type { Transition } from '#lib/model/records/transition.ts';
import { openIn, type Sight } from '../access/sight.ts';
import { ProblemError } from '../problem.ts';
import { type Db, existing, under } from './query.ts';

/** @throws ProblemError `notFound` for an account, solution or owner that is not there, `badRequest` for a window that ends before it begins */
export async function figuresOf(
  db: Db,
  sight: Sight,
  { account, solution, owner, from, until }: FiguresQuery,
  time: Date,
): Promise<FiguresAnswer> {
  const now = time.toISOString();
  const end = until ?? now;
  if (from !== undefined && from > end)
    throw new ProblemError('badRequest', 'from: later than the end of the window.');
  const accountIds = account ? [(await existing(db, sight, 'account', account)).id] : undefined;
  const solutionIds = solution ? [(await existing(db, sight, 'solution', solution)).id] : undefined;
  const ownerIds = owner ? [(await existing(db, sight, 'user', owner)).id] : undefined;
  const stages = await under(db, sight, 'stage', allOf('stage'));
  const transitions = await told(db, sight, accountIds?.[0]);
  const window = { from: from ?? new Date(0).toISOString(), until: end, now };
  const byId = new Map(stages.map((stage) => [stage.id, stage]));
  const filter = {
    ...(accountIds && { accountIds }),
    ...(solutionIds && { solutionIds }),
    ...(ownerIds && { ownerIds }),
  };
  return {
    from: from ?? null,
    until: end,
    now,
    stages: figures(transitions, stages, window, filter).flatMap(({ stageId, ...rest }) => {
      const stage = byId.get(stageId);
      return stage ? [{ stage, ...rest }] : [];
    }),
  };
}

/** All transitions that may be seen, of one account or of the workspace. */
async function told(db: Db, sight: Sight, accountId: string | undefined): Promise<Transition[]> {
  const rows = await db
    .selectFrom('records')
    .select('data')
    .where('ws', '=', sight.ws)
    .where(openIn(sight, 'scope'))
    .where('kind', '=', 'transition')
    .where('deleted_at', 'is', null)
    .$if(accountId !== undefined, (query) => query.where('scope', '=', accountId ?? ''))
    .execute();
  return rows.map(({ data }) => data as unknown as Transition);
}
