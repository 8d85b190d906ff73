/** One person's own: export and erasure. */
import { createRoute, z } from '@hono/zod-openapi';
import { ContactExport, EraseAnswer, EraseQuery } from '#lib/contract/privacy.ts';
import { Id } from '#lib/model/fields.ts';
import { sightOf } from '../access/sight.ts';
import { requireUser } from '../auth/require-user.ts';
import type { App, AppDeps } from '../deps.ts';
import type { Pokes } from '../events.ts';
import { requireReader } from '../keys.ts';
import { json, problems } from '../openapi.ts';
import { erase } from './erase.ts';
import { exported } from './export.ts';

const params = z.object({ id: Id });
const either: Record<string, string[]>[] = [{ key: [] }, { user: [] }];

export function mountPrivacy(app: App, deps: AppDeps, { poke }: Pokes): void {
  const { db, now = () => new Date() } = deps;

  app.openapi(
    createRoute({
      method: 'get',
      path: '/v1/contacts/{id}/export',
      summary: 'Everything that is kept of one person.',
      description: 'Needs an API key with the scope `read`, or a signed-in user.',
      security: either,
      middleware: requireReader(deps),
      request: { params },
      responses: { 200: json('All of it, as one document', ContactExport), ...problems },
    }),
    async (c) => {
      const { id } = c.req.valid('param');
      return c.json(await exported(db, await sightOf(db, c.get('reader')), id, now()), 200);
    },
  );

  app.openapi(
    createRoute({
      method: 'delete',
      path: '/v1/contacts/{id}',
      summary: 'Erases one person everywhere. Cannot be taken back.',
      description:
        'Needs a signed-in user of marketing or an admin. Touches stay on the account’s journey without the person. Texts that name them are told, not changed.',
      security: [{ user: [] }],
      middleware: [requireUser(deps)] as const,
      request: { params, query: EraseQuery },
      responses: { 200: json('What went', EraseAnswer), ...problems },
    }),
    async (c) => {
      const { id } = c.req.valid('param');
      const { exclude, reason } = c.req.valid('query');
      const wish = { exclude: exclude === 'true', reason };
      return c.json(await erase({ db, poke, now }, c.get('user'), id, wish), 200);
    },
  );
}
