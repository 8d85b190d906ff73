/** `/v1/accounts/{id}/access`: who may see an account. */
import { createRoute, z } from '@hono/zod-openapi';
import { Access, AccessAnswer } from '#lib/contract/access.ts';
import { Id } from '#lib/model/fields.ts';
import { requireUser } from '../auth/require-user.ts';
import type { App, AppDeps } from '../deps.ts';
import type { Pokes } from '../events.ts';
import { json, problems } from '../openapi.ts';
import { ProblemError } from '../problem.ts';
import { existing } from '../read/query.ts';
import { accessOf, changeAccess } from './access.ts';
import { everything, sightOf } from './sight.ts';

export function mountAccess(app: App, deps: AppDeps, { poke }: Pokes): void {
  const { db } = deps;
  const shared = {
    path: '/v1/accounts/{id}/access' as const,
    security: [{ user: [] as string[] }],
    middleware: requireUser(deps),
  };
  const params = z.object({ id: Id });

  app.openapi(
    createRoute({
      ...shared,
      method: 'get',
      summary: 'Who may see an account: everybody, or admins and those named.',
      description: 'Needs a signed-in user who may see it.',
      request: { params },
      responses: { 200: json('Who may see it', AccessAnswer), ...problems },
    }),
    async (c) => {
      const sight = await sightOf(db, c.get('user'));
      const { id } = await existing(db, sight, 'account', c.req.valid('param').id);
      return c.json(await accessOf(db, sight.ws, id), 200);
    },
  );

  app.openapi(
    createRoute({
      ...shared,
      method: 'put',
      summary: 'Restricts an account to those named, or opens it to everybody.',
      description: 'Needs a signed-in admin. Admins see every account themselves.',
      request: { params, body: { required: true, ...json('Who may see it from now on', Access) } },
      responses: { 200: json('Who may see it now', AccessAnswer), ...problems },
    }),
    async (c) => {
      const { ws, userId, team } = c.get('user');
      if (team !== 'admin')
        throw new ProblemError('forbidden', 'Admins say who may see an account: ask one of them.');
      const { id } = await existing(db, everything(ws), 'account', c.req.valid('param').id);
      const wanted = c.req.valid('json');
      const answer = await changeAccess({ db, poke }, { ws, by: userId }, id, () => wanted);
      return c.json(answer, 200);
    },
  );
}
