/** `/v1/assets`: the catalogue by API. */
import { createRoute, z } from '@hono/zod-openapi';
import { AssetAnswer, AssetRequest, AssetsAnswer } from '#lib/contract/catalogue.ts';
import { Id } from '#lib/model/fields.ts';
import { allOf } from '#lib/model/kinds.ts';
import { everything } from '../access/sight.ts';
import type { App, AppDeps } from '../deps.ts';
import type { Pokes } from '../events.ts';
import { type Key, requireKey, requireReader } from '../keys.ts';
import { json, problems } from '../openapi.ts';
import { under } from '../read/query.ts';
import { deleteAsset, putAsset } from './catalogue.ts';

export function mountCatalogue(app: App, deps: AppDeps, { poke }: Pokes): void {
  const { db } = deps;
  const keeper = {
    description: 'Needs an API key with the scope `signals`.',
    security: [{ key: [] as string[] }],
    middleware: requireKey(db, 'signals'),
  };
  const params = z.object({ id: Id });
  const entry = ({ ws, name }: Key, id: string) => ({ ws, id, by: `signal.${name}` });

  app.openapi(
    createRoute({
      method: 'get',
      path: '/v1/assets',
      summary: 'The catalogue: which solutions an asset or event speaks of.',
      description: 'Needs an API key with the scope `read`, or a signed-in user.',
      security: [{ key: [] as string[] }, { user: [] as string[] }],
      middleware: requireReader(deps),
      responses: { 200: json('All entries', AssetsAnswer), ...problems },
    }),
    async (c) => {
      const assets = await under(db, everything(c.get('reader').ws), 'asset', allOf('asset'));
      return c.json({ assets }, 200);
    },
  );

  app.openapi(
    createRoute({
      ...keeper,
      method: 'put',
      path: '/v1/assets/{id}',
      summary: 'Makes an entry of the catalogue, or replaces it.',
      request: { params, body: { required: true, ...json('The entry', AssetRequest) } },
      responses: { 200: json('The entry as it is now', AssetAnswer), ...problems },
    }),
    async (c) => {
      const { id } = c.req.valid('param');
      const asset = await putAsset({ db, poke }, entry(c.get('key'), id), c.req.valid('json'));
      return c.json(asset, 200);
    },
  );

  app.openapi(
    createRoute({
      ...keeper,
      method: 'delete',
      path: '/v1/assets/{id}',
      summary: 'Takes an entry out of the catalogue.',
      request: { params },
      responses: { 204: { description: 'It is gone.' }, ...problems },
    }),
    async (c) => {
      await deleteAsset({ db, poke }, entry(c.get('key'), c.req.valid('param').id));
      return c.body(null, 204);
    },
  );
}
