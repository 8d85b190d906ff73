/** What other systems and signed-in users read below `/v1`. */
import { createRoute, z } from '@hono/zod-openapi';
import { AlikeAnswer } from '#lib/contract/alike.ts';
import {
  AccountsAnswer,
  AccountsQuery,
  FiguresAnswer,
  FiguresQuery,
  JourneyAnswer,
  JourneyQuery,
  OpportunitiesAnswer,
  OpportunitiesQuery,
} from '#lib/contract/read.ts';
import { Id } from '#lib/model/fields.ts';
import { sightOf } from '../access/sight.ts';
import type { App, AppDeps } from '../deps.ts';
import { requireReader } from '../keys.ts';
import { json, problems } from '../openapi.ts';
import { accountsAt } from './accounts.ts';
import { alikeOf } from './alike.ts';
import { figuresOf } from './figures.ts';
import { journeyOf } from './journey.ts';
import { opportunitiesOf } from './opportunities.ts';

export function mountReading(app: App, deps: AppDeps): void {
  const { db, now = () => new Date() } = deps;
  const reader = requireReader(deps);
  const security: Record<string, string[]>[] = [{ key: [] }, { user: [] }];
  const shared = {
    method: 'get' as const,
    description: 'Needs an API key with the scope `read`, or a signed-in user.',
    security,
    middleware: reader,
  };

  app.openapi(
    createRoute({
      ...shared,
      path: '/v1/accounts',
      summary: 'The accounts of a domain.',
      request: { query: AccountsQuery },
      responses: { 200: json('None, one or more', AccountsAnswer), ...problems },
    }),
    async (c) => {
      const { domain } = c.req.valid('query');
      const answer = await accountsAt(db, await sightOf(db, c.get('reader')), domain);
      return c.json(AccountsAnswer.parse(answer), 200);
    },
  );

  app.openapi(
    createRoute({
      ...shared,
      path: '/v1/opportunities',
      summary: 'An account’s decisions: stage, buying group, coverage, quorum and gaps.',
      request: { query: OpportunitiesQuery },
      responses: { 200: json('All of them', OpportunitiesAnswer), ...problems },
    }),
    async (c) => {
      const { account } = c.req.valid('query');
      const answer = await opportunitiesOf(db, await sightOf(db, c.get('reader')), account, now());
      return c.json(OpportunitiesAnswer.parse(answer), 200);
    },
  );

  app.openapi(
    createRoute({
      ...shared,
      path: '/v1/accounts/{id}/journey',
      summary: 'Touches of all teams and stage transitions, in the order of time, page by page.',
      request: { params: z.object({ id: Id }), query: JourneyQuery },
      responses: { 200: json('One page', JourneyAnswer), ...problems },
    }),
    async (c) => {
      const { id } = c.req.valid('param');
      const answer = await journeyOf(
        db,
        await sightOf(db, c.get('reader')),
        id,
        c.req.valid('query'),
      );
      return c.json(JourneyAnswer.parse(answer), 200);
    },
  );

  app.openapi(
    createRoute({
      ...shared,
      path: '/v1/accounts/{id}/like',
      summary: 'Other accounts that may be the same company, each with why one should ask.',
      request: { params: z.object({ id: Id }) },
      responses: { 200: json('Twenty at most, the likeliest first', AlikeAnswer), ...problems },
    }),
    async (c) => {
      const { id } = c.req.valid('param');
      const answer = await alikeOf(db, await sightOf(db, c.get('reader')), id);
      return c.json(AlikeAnswer.parse(answer), 200);
    },
  );

  app.openapi(
    createRoute({
      ...shared,
      path: '/v1/figures',
      summary:
        'Volume, value, conversion rate and velocity of every stage, from stage transitions alone.',
      request: { query: FiguresQuery },
      responses: { 200: json('All stages in their order', FiguresAnswer), ...problems },
    }),
    async (c) => {
      const answer = await figuresOf(
        db,
        await sightOf(db, c.get('reader')),
        c.req.valid('query'),
        now(),
      );
      return c.json(FiguresAnswer.parse(answer), 200);
    },
  );
}
