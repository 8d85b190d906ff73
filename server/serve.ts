/** A running server: port, database, issuer and app together, and their orderly end. */
import { randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { join } from 'node:path';
import { getRequestListener } from '@hono/node-server';
import { listenAdmin } from './admin/socket.ts';
import { createApp } from './app.ts';
import type { Auth } from './auth/auth.ts';
import { bundledIssuer } from './auth/bundled.ts';
import { externalIssuer } from './auth/external.ts';
import type { Config } from './config.ts';
import { type OpenDatabase, openDatabase } from './db/database.ts';
import { syncPath } from './db/durable.ts';
import { migrate } from './db/migrate.ts';
import { createPokes } from './events.ts';
import type { Logger } from './log.ts';
import { seed } from './seed.ts';
import { keepForgetting } from './tombstones.ts';

export interface RunningServer {
  /** Where it is reached, without a trailing slash. */
  origin: string;
  /** Whether this start made the demo workspace. */
  seeded: boolean;
  /** Ends live streams, lets running requests finish (5 s at most), then closes the database. */
  stop: () => Promise<void>;
}

const graceMs = 5000;
/** Longer than the minute that proxies keep theirs: a proxy must never send into a connection we just closed. */
const keepAliveMs = 65_000;

/**
 * Takes the port first: a second server must fail before it touches the data.
 * @throws an error with a `code` (`EADDRINUSE`, `folderLocked`, `EACCES`, …); nothing stays open then
 */
export async function startServer(config: Config, log: Logger): Promise<RunningServer> {
  const closing = new AbortController();
  const http = createServer((_request, response) => {
    response.writeHead(503, { 'retry-after': '1', connection: 'close' }).end(); // until the app is ready
  });
  http.keepAliveTimeout = keepAliveMs;
  const closeSilent = trackSilent(http);
  await listen(http, config);
  let opened: OpenDatabase | undefined;
  try {
    opened = await openDatabase(config);
    await migrate(opened.db);
    await keepForgetting(opened.db, log, closing.signal);
    const origin = config.origin ?? localOrigin(http, config.host);
    const auth = await openIssuer(config, opened, origin, log);
    const seeded = config.demo && (await seed({ db: opened.db, auth }));
    const pokes = createPokes();
    const app = createApp({ db: opened.db, auth, config, log, closing: closing.signal, pokes });
    http.removeAllListeners('request').on('request', getRequestListener(app.fetch));
    http.on('request', (_request, response) => {
      // A connection kept alive by its last answer would hold up the stop for seconds.
      response.once('close', () => {
        if (closing.signal.aborted) setImmediate(() => http.closeIdleConnections());
      });
    });
    const closeAdmin = await listenAdmin(config.folder, opened.db, log, pokes).catch(
      (err: unknown) => {
        // With PostgreSQL the folder may be read-only; the admin's commands then go to the database itself.
        log.warn({ err }, 'admin commands cannot reach this server while it runs');
        return async () => {};
      },
    );
    const stop = stopOnce(http, closeSilent, [closeAdmin, opened.close], closing, log);
    return { origin, seeded, stop };
  } catch (error) {
    closing.abort();
    http.close();
    http.closeAllConnections();
    await opened?.close();
    throw error;
  }
}

function openIssuer(
  { issuer, secret, folder, extensionId, rateLimits }: Config,
  { handle }: OpenDatabase,
  origin: string,
  log: Logger,
): Auth | Promise<Auth> {
  if (issuer) {
    const { url, clientId, audience } = issuer;
    return externalIssuer({ issuer: url, clientId, audience, resource: `${origin}/v1` });
  }
  return bundledIssuer({
    db: handle(),
    origin,
    secret: secret ?? keptSecret(folder),
    extensionId,
    rateLimits,
    log,
  });
}

/** Made at the first start. */
function keptSecret(folder: string): string {
  const file = join(folder, 'secret');
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  try {
    const secret = randomBytes(48).toString('base64url');
    writeFileSync(file, secret, { flag: 'wx', mode: 0o600, flush: true });
    syncPath(folder);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
  return readFileSync(file, 'utf8');
}

function listen(http: Server, { port, host }: Config): Promise<void> {
  return new Promise((resolve, reject) => {
    http.once('error', reject);
    http.listen(port, host, () => {
      http.off('error', reject);
      resolve();
    });
  });
}

function localOrigin(http: Server, host: string): string {
  const { port } = http.address() as AddressInfo;
  const name = host === '0.0.0.0' || host === '::' ? '127.0.0.1' : host;
  return `http://${name.includes(':') ? `[${name}]` : name}:${port}`;
}

/** Browsers connect ahead of need. Node does not count as idle what never asked anything; answers a way to end these. */
function trackSilent(http: Server): () => void {
  const open = new Set<Socket>();
  http.on('connection', (socket) => {
    open.add(socket);
    socket.once('close', () => open.delete(socket));
  });
  return () => {
    for (const socket of open) if (socket.bytesRead === 0) socket.destroy();
  };
}

/** `last` is closed in order once no request is under way. */
function stopOnce(
  http: Server,
  closeSilent: () => void,
  last: readonly (() => Promise<void>)[],
  closing: AbortController,
  log: Logger,
) {
  let stopped: Promise<void> | undefined;
  const stop = async () => {
    closing.abort();
    const closed = new Promise((resolve) => http.close(resolve));
    http.closeIdleConnections();
    closeSilent();
    const late = setTimeout(() => {
      log.warn('cutting connections that did not end in time');
      http.closeAllConnections();
    }, graceMs);
    await closed;
    clearTimeout(late);
    for (const close of last) await close();
  };
  return () => {
    stopped ??= stop();
    return stopped;
  };
}
