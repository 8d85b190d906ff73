/** `POST /v1/signals`. */
import { createRoute, z } from '@hono/zod-openapi';
import { SignalsAnswer, SignalsRequest, signalsLimit } from '#lib/contract/signals.ts';
import { Signal } from '#lib/model/signal.ts';
import type { App, AppDeps } from '../deps.ts';
import type { Pokes } from '../events.ts';
import { requireKey } from '../keys.ts';
import { json, problems } from '../openapi.ts';
import { takeSignals } from './signals.ts';

/** In the document a signal has its shape; on the wire each is looked at by itself. */
const shape = z.toJSONSchema(Signal, { io: 'input', target: 'openapi-3.0' });
const Request = SignalsRequest.extend({
  signals: z
    .array(z.unknown().openapi(shape as object))
    .max(signalsLimit)
    .openapi({ description: 'In any order; each is answered by itself.' }),
});

export function mountSignals(app: App, { db, log, now }: AppDeps, { poke }: Pokes): void {
  app.openapi(
    createRoute({
      method: 'post',
      path: '/v1/signals',
      summary: 'What another system saw: each signal is routed into its decision, at most once.',
      description: 'Needs an API key with the scope `signals`.',
      security: [{ key: [] }],
      middleware: [requireKey(db, 'signals')] as const,
      request: { body: { required: true, ...json('The signals', Request) } },
      responses: {
        200: json('What was done with each, in the same order', SignalsAnswer),
        ...problems,
      },
    }),
    async (c) => {
      const { signals } = c.req.valid('json');
      const deps = { db, log, poke, ...(now && { now }) };
      return c.json({ results: await takeSignals(deps, c.get('key'), signals) }, 200);
    },
  );
}
