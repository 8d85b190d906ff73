/** A private PostgreSQL cluster for tests and the simulator, where the machine has PostgreSQL installed. */
import { execFileSync, type SpawnSyncReturns } from 'node:child_process';
import {
  chmodSync,
  chownSync,
  cpSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  rmSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import pg from 'pg';
import { type OpenDatabase, openDatabase } from '../server/db/database.ts';
import { migrate } from '../server/db/migrate.ts';
import { kept } from './kept.ts';

export interface TestPostgres {
  url: string;
  /** A database of its own with every migration run. */
  fresh: () => Promise<OpenDatabase>;
  stop: () => void;
}

/** `undefined` where PostgreSQL is not installed; `reason` of a failing start is thrown, not hidden. */
export async function startPostgres(): Promise<TestPostgres | undefined> {
  const bin = postgresBin();
  if (!bin) return undefined;
  const prepared = await kept(`postgres-${basename(dirname(bin))}`, (path) => prepare(bin, path));
  const cluster = await clusterAt(bin);
  cluster.put(prepared);
  cluster.start();
  let count = 0;
  return {
    url: cluster.url('postgres'),
    async fresh() {
      count += 1;
      const admin = new pg.Client({ connectionString: cluster.url('postgres') });
      await admin.connect();
      await admin.query(`create database test_${count}`);
      await admin.end();
      return openDatabase({ databaseUrl: cluster.url(`test_${count}`) });
    },
    stop() {
      cluster.stop('immediate');
      cluster.remove();
    },
  };
}

/** A cluster whose new databases have every migration run: copying it takes a tenth of the time. */
async function prepare(bin: string, target: string): Promise<void> {
  const cluster = await clusterAt(bin);
  try {
    cluster.init();
    cluster.start();
    const template = await openAndMigrate(cluster.url('template1'));
    await template.close();
    cluster.stop('fast'); // all of it is in the files then
    cpSync(cluster.data, target, { recursive: true });
  } finally {
    cluster.remove();
  }
}

/** A folder and a port for a cluster. */
async function clusterAt(bin: string) {
  const folder = mkdtempSync(join(tmpdir(), 'quorum-pg-'));
  const run = asPostgres(folder);
  const data = join(folder, 'data');
  const port = await freePort();
  const options = `-c listen_addresses=127.0.0.1 -c port=${port} -c unix_socket_directories= -c fsync=off`;
  const control = (...args: string[]) => run.command(join(bin, 'pg_ctl'), ['-D', data, ...args]);
  return {
    data,
    url: (name: string) => `postgres://quorum@127.0.0.1:${port}/${name}`,
    init: () =>
      run.command(join(bin, 'initdb'), [
        ...['-D', data, '-U', 'quorum', '-A', 'trust', '-N', '-E', 'UTF8'],
      ]),
    put(from: string) {
      cpSync(from, data, { recursive: true });
      chmodSync(data, 0o700); // else it does not start
      run.give(data);
    },
    start: () => control('-w', '-l', join(folder, 'log'), '-o', options, 'start'),
    stop: (how: 'fast' | 'immediate') => control('-m', how, 'stop'),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

async function openAndMigrate(databaseUrl: string): Promise<OpenDatabase> {
  const opened = await openDatabase({ databaseUrl });
  await migrate(opened.db);
  return opened;
}

function postgresBin(root = '/usr/lib/postgresql'): string | undefined {
  if (!existsSync(root)) return undefined;
  return readdirSync(root)
    .map((version) => join(root, version, 'bin'))
    .filter((bin) => existsSync(join(bin, 'initdb')))
    .at(-1);
}

/** PostgreSQL refuses to run as root: there the distribution's own user runs it, and is given what it runs on. */
function asPostgres(folder: string) {
  const run = (command: string, args: string[]) => {
    try {
      execFileSync(command, args, {
        cwd: folder,
        stdio: ['ignore', 'ignore', 'pipe'],
        encoding: 'utf8',
      });
    } catch (error) {
      throw new Error(`${command}: ${(error as SpawnSyncReturns<string>).stderr}`);
    }
  };
  if (process.getuid?.() !== 0) return { command: run, give: () => {} };
  const id = (flag: string) => Number(execFileSync('id', [flag, 'postgres'], { encoding: 'utf8' }));
  const [user, group] = [id('-u'), id('-g')];
  chownSync(folder, user, group);
  return {
    command: (command: string, args: string[]) =>
      run('runuser', ['-u', 'postgres', '--', command, ...args]),
    give(path: string) {
      for (const one of ['', ...readdirSync(path, { recursive: true, encoding: 'utf8' })])
        chownSync(join(path, one), user, group);
    },
  };
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const address = server.address();
  await new Promise((done) => server.close(done));
  if (address === null || typeof address === 'string') throw new Error('no free port');
  return address.port;
}
