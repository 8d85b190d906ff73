/** The real server as a process of its own, on a free port and with the demo workspace in it. */
import { join } from 'node:path';
import { migratedFolder } from '#test/support/folder.ts';
import { shortLived } from '#test/support/process.ts';
import { atEnd, freePort, start, temporaryFolder, waitFor } from './cleanup.ts';

export interface ServerOptions {
  /** A PostgreSQL database instead of PGlite in `folder`. */
  databaseUrl?: string | undefined;
  /** Data to go on with, after stop() or kill(); else a new folder. */
  folder?: string;
  /** The port of an earlier run, so that its clients find it again. */
  port?: number;
}

export interface TestServer {
  /** Where it is reached, without a trailing slash. */
  origin: string;
  port: number;
  folder: string;
  /** All that it has logged. */
  output: () => string;
  /** An orderly end, as by Ctrl-C. */
  stop: () => Promise<void>;
  /** SIGKILL, as by a power cut. */
  kill: () => Promise<void>;
}

/** The demo users, who share one password. */
export const users = {
  ana: { email: 'ana@northwind.example', password: 'quorum-demo' },
  ben: { email: 'ben@northwind.example', password: 'quorum-demo' },
  mia: { email: 'mia@northwind.example', password: 'quorum-demo' },
  ada: { email: 'ada@northwind.example', password: 'quorum-demo' },
} as const;

/** Starts the server and waits until it answers. It ends with the test, at the latest. */
export async function startServer({
  databaseUrl,
  folder: given,
  port,
}: ServerOptions = {}): Promise<TestServer> {
  const folder = given ?? (await newFolder());
  const ownPort = port ?? (await freePort());
  const origin = `http://127.0.0.1:${ownPort}`;
  const child = start(process.execPath, [...shortLived, 'server/main.ts'], {
    env: {
      HOST: '127.0.0.1',
      PORT: String(ownPort),
      PUBLIC_URL: origin,
      QUORUM_DATA: folder,
      QUORUM_DEMO: '1',
      QUORUM_RATE_LIMITS: '0',
      DATABASE_URL: databaseUrl ?? '',
      OIDC_ISSUER: '',
      LOG_LEVEL: 'info',
    },
  });
  const healthy = () =>
    fetch(`${origin}/health`).then(
      (answer) => answer.ok || undefined,
      () => undefined,
    );
  await waitFor('the server', healthy, { child, timeout: 60_000 });
  atEnd(() => child.stop());
  return {
    origin,
    port: ownPort,
    folder,
    output: child.output,
    stop: () => child.stop(),
    kill: child.kill,
  };
}

async function newFolder(): Promise<string> {
  const folder = join(temporaryFolder('server'), 'data');
  await migratedFolder(folder);
  return folder;
}
