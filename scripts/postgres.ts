/** A private PostgreSQL cluster for tests and the simulator, where the machine has PostgreSQL installed. */
import { execFileSync, type SpawnSyncReturns } from 'node:child_process';
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { type OpenDatabase, openDatabase } from '../server/db/database.ts';
import { migrate } from '../server/db/migrate.ts';

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
  const folder = mkdtempSync(join(tmpdir(), 'quorum-pg-'));
  const run = asPostgres(folder);
  const data = join(folder, 'data');
  const port = await freePort();
  run(join(bin, 'initdb'), ['-D', data, '-U', 'quorum', '-A', 'trust', '-N', '-E', 'UTF8']);
  const options = `-c listen_addresses=127.0.0.1 -c port=${port} -c unix_socket_directories= -c fsync=off`;
  run(join(bin, 'pg_ctl'), ['-D', data, '-w', '-l', join(folder, 'log'), '-o', options, 'start']);
  const url = (name: string) => `postgres://quorum@127.0.0.1:${port}/${name}`;

  const template = await openAndMigrate(url('template1'));
  await template.close();
  let count = 0;
  return {
    url: url('postgres'),
    async fresh() {
      count += 1;
      const admin = new pg.Client({ connectionString: url('postgres') });
      await admin.connect();
      await admin.query(`create database test_${count}`);
      await admin.end();
      return openDatabase({ databaseUrl: url(`test_${count}`) });
    },
    stop() {
      run(join(bin, 'pg_ctl'), ['-D', data, '-m', 'immediate', 'stop']);
      rmSync(folder, { recursive: true, force: true });
    },
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

/** PostgreSQL refuses to run as root: there the distribution's own user runs it. */
function asPostgres(folder: string): (command: string, args: string[]) => void {
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
  if (process.getuid?.() !== 0) return run;
  const id = (flag: string) => Number(execFileSync('id', [flag, 'postgres'], { encoding: 'utf8' }));
  chownSync(folder, id('-u'), id('-g'));
  return (command, args) => run('runuser', ['-u', 'postgres', '--', command, ...args]);
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const address = server.address();
  await new Promise((done) => server.close(done));
  if (address === null || typeof address === 'string') throw new Error('no free port');
  return address.port;
}
