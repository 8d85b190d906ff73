import { OpenAPIHono } from '@hono/zod-openapi';
import { bodyLimit } from 'hono/body-limit';
import { except } from 'hono/combine';
import { cors } from 'hono/cors';
import { HTTPException } from 'hono/http-exception';
import { sql } from 'kysely';
import { signalsBodyLimit } from '#lib/contract/signals.ts';
import type { Health } from '#lib/contract/sync.ts';
import { bodyLimit as largestBody, protocolVersion } from '#lib/contract/version.ts';
import { importBytes } from '#lib/model/transfer/limits.ts';
import { mountSignIn } from './auth/routes.ts';
import type { App, AppDeps, AppEnv } from './deps.ts';
import { mountPractice } from './practice/routes.ts';
import { ProblemError, problemResponse } from './problem.ts';
import { mountRoutes } from './routes.ts';

/** The whole server as one function from request to answer: no port, no process. */
export function createApp(deps: AppDeps): App {
  const { db, auth, config, log, closing } = deps;
  const app: App = new OpenAPIHono<AppEnv>({
    defaultHook: (result) => {
      if (result.success) return;
      const issue = result.error.issues[0];
      const place = issue?.path.join('.');
      throw new ProblemError('badRequest', `${place ? `${place}: ` : ''}${issue?.message}`);
    },
  });

  app.use(async (c, next) => {
    const started = performance.now();
    if (closing.aborted) {
      const stopping = new ProblemError('shuttingDown', undefined, { connection: 'close' });
      return problemResponse(c, stopping);
    }
    await next();
    c.header('x-content-type-options', 'nosniff');
    const ms = Math.round(performance.now() - started);
    log.info({ method: c.req.method, path: c.req.path, status: c.res.status, ms }, 'request');
  });
  app.use(
    cors({
      origin: `chrome-extension://${config.extensionId}`,
      allowHeaders: ['authorization', 'content-type', 'last-event-id'],
      maxAge: 600,
    }),
  );
  app.use('*', except(['/v1/signals', '/v1/import'], limited(largestBody)));
  app.use('/v1/signals', limited(signalsBodyLimit));
  app.use('/v1/import', limited(importBytes));

  app.get('/health', async (c) => {
    await sql`select 1`.execute(db);
    const health: Health = {
      status: 'ok',
      protocol: protocolVersion,
      at: new Date().toISOString(),
    };
    return c.json(health);
  });
  mountSignIn(app, deps);
  mountPractice(app);
  mountRoutes(app, deps);
  app.openAPIRegistry.registerComponent('securitySchemes', 'key', {
    type: 'http',
    scheme: 'bearer',
    description: 'An API key: `npm run -s admin -- key --workspace … --scope signals,read`.',
  });
  app.openAPIRegistry.registerComponent('securitySchemes', 'user', {
    type: 'http',
    scheme: 'bearer',
    description: 'The access token of a signed-in user.',
  });
  app.doc31('/openapi.json', {
    openapi: '3.1.0',
    info: { title: 'Quorum', version: String(protocolVersion) },
    servers: [{ url: auth.resource.replace(/\/v1$/, '') }],
  });

  app.notFound((c) => problemResponse(c, new ProblemError('notFound')));
  app.onError((error, c) => {
    if (error instanceof ProblemError) return problemResponse(c, error);
    if (error instanceof HTTPException && error.status < 500)
      return problemResponse(c, new ProblemError('badRequest', error.message));
    if (unkept.has((error as { code?: unknown }).code))
      return problemResponse(
        c,
        new ProblemError('badRequest', 'It has signs that nobody can keep.'),
      );
    log.error({ err: error, method: c.req.method, path: c.req.path }, 'unexpected error');
    return problemResponse(c, new ProblemError('internal'));
  });
  return app;
}

/** PostgreSQL's words for a text with NUL in it, in a parameter or in JSON. */
const unkept: ReadonlySet<unknown> = new Set(['22021', '22P05']);

const limited = (maxSize: number) =>
  bodyLimit({
    maxSize,
    onError: () => {
      throw new ProblemError('tooLarge', `A request may have ${maxSize} bytes at most.`);
    },
  });
