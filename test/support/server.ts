/** The real server app on a fresh PGlite, without a port. */

import { createApp } from '#server/app.ts';
import type { Auth } from '#server/auth/auth.ts';
import { bundledIssuer } from '#server/auth/bundled.ts';
import { extensionId } from '#server/config.ts';
import type { OpenDatabase } from '#server/db/database.ts';
import { createLogger } from '#server/log.ts';
import { seed } from '#server/seed.ts';
import { demoDatabase, testDatabase } from './database.ts';

export const origin = 'http://127.0.0.1:8787';

/** With the demo workspace; `auth` replaces the bundled issuer, `opened` the fresh PGlite. Close it at the end. */
export async function testServer(
  options: {
    auth?: Auth;
    rateLimits?: boolean;
    opened?: OpenDatabase | undefined;
    secret?: string;
    now?: () => Date;
  } = {},
) {
  const opened = options.opened ?? (await (options.auth ? demoDatabase : testDatabase)());
  const log = createLogger('silent');
  const auth =
    options.auth ??
    (await bundledIssuer({
      db: opened.handle(),
      origin,
      secret: options.secret ?? 'for tests only: 0123456789abcdefghijklmnopqrstuvwxyz',
      extensionId,
      rateLimits: options.rateLimits ?? false,
      log,
    }));
  await seed({ db: opened.db, auth });
  const closing = new AbortController();
  const config = { extensionId, demo: true };
  const { now } = options;
  const deps = { db: opened.db, auth, config, log, closing: closing.signal };
  const app = createApp({ ...deps, ...(now && { now }) });
  return {
    app,
    auth,
    db: opened.db,
    /** What a stopping server does first. */
    beginClosing: () => closing.abort(),
    request: async (path: string, init?: RequestInit): Promise<Response> =>
      app.request(`${origin}${path}`, init),
    close: async () => {
      closing.abort();
      await opened.close();
    },
  };
}
export type TestServer = Awaited<ReturnType<typeof testServer>>;
