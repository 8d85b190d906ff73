/** The API's routes, all below `/v1`: each parses its request by the contract and asks for a signed-in user. */
import { createRoute, type z } from '@hono/zod-openapi';
import { streamSSE } from 'hono/streaming';
import { HistoryAnswer, HistoryQuery } from '#lib/contract/history.ts';
import { MineAnswer, SearchAnswer, SearchQuery } from '#lib/contract/search.ts';
import {
  LookupAnswer,
  LookupRequest,
  Me,
  type Poke,
  PullAnswer,
  PullRequest,
  PushAnswer,
  PushRequest,
} from '#lib/contract/sync.ts';
import { protocolVersion, schemaVersion } from '#lib/contract/version.ts';
import { mountAccess } from './access/routes.ts';
import { sightOf } from './access/sight.ts';
import { requireUser } from './auth/require-user.ts';
import { mountCatalogue } from './catalogue/routes.ts';
import type { App, AppDeps } from './deps.ts';
import { createPokes } from './events.ts';
import { lookup } from './lookup.ts';
import { mine } from './mine.ts';
import { json, problems } from './openapi.ts';
import { mountPrivacy } from './privacy/routes.ts';
import { ProblemError } from './problem.ts';
import { pull } from './pull.ts';
import { push } from './push.ts';
import { historyOf } from './read/history.ts';
import { mountReading } from './read/routes.ts';
import { search } from './search.ts';
import { mountSignals } from './signals/routes.ts';
import { mountTransfer } from './transfer/routes.ts';

const security: Record<string, string[]>[] = [{ user: [] }];

export function mountRoutes(app: App, deps: AppDeps): void {
  const { db, closing, now, pokes = createPokes() } = deps;
  const signedIn = requireUser(deps);

  app.openapi(
    route(
      'post',
      '/v1/push',
      'Sends edits, in order; each has one effect, however often it is sent.',
      PushRequest,
      PushAnswer,
      signedIn,
    ),
    async (c) => {
      const request = c.req.valid('json');
      assertServed(request);
      return c.json(
        await push({ db, poke: pokes.poke, ...(now && { now }) }, c.get('user'), request),
        200,
      );
    },
  );

  app.openapi(
    route(
      'post',
      '/v1/pull',
      'What changed in the scopes a client follows, one page at a time.',
      PullRequest,
      PullAnswer,
      signedIn,
    ),
    async (c) => {
      const request = c.req.valid('json');
      assertServed(request);
      return c.json(await pull(db, c.get('user'), request), 200);
    },
  );

  app.openapi(
    route('post', '/v1/lookup', 'Who has these exact keys.', LookupRequest, LookupAnswer, signedIn),
    async (c) => c.json(await lookup(db, c.get('user'), c.req.valid('json')), 200),
  );

  app.openapi(
    createRoute({
      method: 'get',
      path: '/v1/me',
      summary: 'Who is signed in.',
      security,
      middleware: [signedIn] as const,
      responses: { 200: json('The signed-in user', Me), ...problems },
    }),
    async (c) => {
      const { ws, userId, name, team } = c.get('user');
      const workspace = await db
        .selectFrom('workspaces')
        .select('name')
        .where('ws', '=', ws)
        .executeTakeFirstOrThrow();
      return c.json({ workspace: ws, workspaceName: workspace.name, userId, name, team }, 200);
    },
  );

  app.openapi(
    createRoute({
      method: 'get',
      path: '/v1/search',
      summary: 'People, accounts and decisions by the beginnings of their words, page by page.',
      security,
      middleware: [signedIn] as const,
      request: { query: SearchQuery },
      responses: { 200: json('One page', SearchAnswer), ...problems },
    }),
    async (c) =>
      c.json(await search(db, await sightOf(db, c.get('user')), c.req.valid('query')), 200),
  );

  app.openapi(
    createRoute({
      method: 'get',
      path: '/v1/mine',
      summary: 'The accounts of the user’s own open decisions, and of the seats they are to fill.',
      security,
      middleware: [signedIn] as const,
      responses: { 200: json('Accounts to follow', MineAnswer), ...problems },
    }),
    async (c) => c.json(await mine(db, c.get('user')), 200),
  );

  app.openapi(
    createRoute({
      method: 'get',
      path: '/v1/history',
      summary: 'Who changed what of one record, and when, newest first.',
      security,
      middleware: [signedIn] as const,
      request: { query: HistoryQuery },
      responses: { 200: json('One page', HistoryAnswer), ...problems },
    }),
    async (c) => {
      const answer = await historyOf(db, await sightOf(db, c.get('user')), c.req.valid('query'));
      return c.json(HistoryAnswer.parse(answer), 200);
    },
  );

  mountAccess(app, deps, pokes);
  mountSignals(app, deps, pokes);
  mountReading(app, deps);
  mountPrivacy(app, deps, pokes);
  mountCatalogue(app, deps, pokes);
  mountTransfer(app, deps, pokes);

  // Server-sent events: `poke` with the workspace's version at the start and after each commit, and with that of the last
  // change of who may see what, at the start and after each such change. It carries no data.
  app.get('/v1/events', signedIn, async (c) => {
    const { ws } = c.get('user');
    const { version, access } = await db
      .selectFrom('workspaces')
      .select(['version', 'access'])
      .where('ws', '=', ws)
      .executeTakeFirstOrThrow();
    c.header('x-accel-buffering', 'no');
    return streamSSE(c, async (stream) => {
      const ended = new AbortController();
      const signal = AbortSignal.any([closing, ended.signal, AbortSignal.timeout(longestStream)]);
      stream.onAbort(() => ended.abort());
      const poke = (said: Poke) =>
        void stream
          .writeSSE({ event: 'poke', id: String(said.version), data: JSON.stringify(said) })
          .catch(() => ended.abort());
      pokes.listen(
        ws,
        (at, access) => poke({ version: at, ...(access && { access: at }) }),
        signal,
      );
      poke({ version, access });
      const beat = setInterval(
        () => void stream.write(': still here\n\n').catch(() => ended.abort()),
        25_000,
      );
      await new Promise<void>((resolve) => {
        if (signal.aborted) resolve();
        else signal.addEventListener('abort', () => resolve(), { once: true });
      });
      clearInterval(beat);
    });
  });
}

/** A stream outlives its access token by little: after this long the client comes back with a fresh one. */
const longestStream = 10 * 60_000;

/** This schema and the one before are served at once, so that extensions update at their own pace. */
function assertServed({ protocol, schema }: { protocol: number; schema: number }): void {
  if (protocol === protocolVersion && schema <= schemaVersion && schema >= schemaVersion - 1)
    return;
  throw new ProblemError(
    'upgradeRequired',
    `This server speaks protocol ${protocolVersion}, schema ${schemaVersion}. Update the older side.`,
  );
}

function route<
  In extends z.ZodType,
  Out extends z.ZodType,
  M extends ReturnType<typeof requireUser>,
>(method: 'post', path: string, summary: string, request: In, answer: Out, middleware: M) {
  return createRoute({
    method,
    path,
    summary,
    security,
    middleware: [middleware] as const,
    request: { body: { required: true, ...json('The request', request) } },
    responses: { 200: json('The answer', answer), ...problems },
  });
}
