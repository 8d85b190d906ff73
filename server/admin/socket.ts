/**
 * The way for an admin to a running server: a socket beside the data, for the owner of the folder alone. The data
 * folder has one opener, so another process asks the server instead of opening it. One line of JSON each way.
 */
import { createHash } from 'node:crypto';
import { chmodSync, lstatSync, mkdirSync, rmSync } from 'node:fs';
import { connect, createServer, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import type { Kysely } from 'kysely';
import type { Database } from '../db/schema.ts';
import type { Pokes } from '../events.ts';
import type { Logger } from '../log.ts';
import { AdminAnswer, AdminCommand, runAdmin } from './commands.ts';

/** Longer paths no operating system takes for a socket (104 on macOS, 108 on Linux, with the end mark). */
const longestPath = 100;
const longestLine = 10_000;

/** Where the server of this data folder listens. */
export function adminSocket(folder: string, platform = process.platform): string {
  const whole = resolve(folder);
  const name = `quorum-${createHash('sha256').update(whole).digest('hex').slice(0, 16)}`;
  if (platform === 'win32') return `\\\\.\\pipe\\${name}`;
  const path = join(whole, 'admin.sock');
  return path.length <= longestPath ? path : join(tmpdir(), name, 'admin.sock');
}

/** Listens until closed. A socket that a killed server left behind is replaced. */
export async function listenAdmin(
  folder: string,
  db: Kysely<Database>,
  log: Logger,
  { poke }: Pick<Pokes, 'poke'>,
): Promise<() => Promise<void>> {
  const path = adminSocket(folder);
  if (process.platform !== 'win32') {
    mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
    if (lstatSync(dirname(path)).uid !== process.getuid?.())
      throw new Error(`${dirname(path)} belongs to somebody else.`);
    rmSync(path, { force: true });
  }
  const server = createServer((socket) => void serve(socket, db, log, poke));
  await new Promise<void>((done, fail) => {
    server.once('error', fail);
    server.listen(path, done);
  });
  if (process.platform !== 'win32') chmodSync(path, 0o600);
  return () => new Promise((done) => server.close(() => done()));
}

async function serve(
  socket: Socket,
  db: Kysely<Database>,
  log: Logger,
  poke: Pokes['poke'],
): Promise<void> {
  const answer = (said: AdminAnswer) => socket.end(`${JSON.stringify(said)}\n`);
  socket.setTimeout(10_000, () => socket.destroy());
  socket.on('error', () => socket.destroy());
  try {
    answer(await runAdmin(db, AdminCommand.parse(JSON.parse(await line(socket))), poke));
  } catch (error) {
    log.error({ err: error }, 'an admin command failed');
    answer({ error: 'The server could not do this; its log says more.' });
  }
}

/** Asks the running server; `undefined` when none listens there. */
export async function askServer(
  folder: string,
  command: AdminCommand,
): Promise<AdminAnswer | undefined> {
  const socket = connect(adminSocket(folder));
  try {
    await new Promise<void>((done, fail) => socket.once('connect', done).once('error', fail));
  } catch (error) {
    const { code = '' } = error as NodeJS.ErrnoException;
    if (['ENOENT', 'ECONNREFUSED', 'ENOTDIR'].includes(code)) return undefined;
    throw error;
  }
  socket.write(`${JSON.stringify(command)}\n`);
  return AdminAnswer.parse(JSON.parse(await line(socket)));
}

async function line(socket: Socket): Promise<string> {
  let text = '';
  for await (const chunk of socket.setEncoding('utf8').iterator({ destroyOnReturn: false })) {
    text += chunk;
    if (text.includes('\n') || text.length > longestLine) break;
  }
  return text;
}
