import { chmodSync, mkdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { PGlite, type PGliteOptions } from '@electric-sql/pglite';
import { type Dialect, Kysely, PGliteDialect, PostgresDialect } from 'kysely';
import pg from 'pg';
import { openDurable } from './durable.ts';
import { lockFolder } from './lock.ts';
import { withPrepared } from './prepared.ts';
import type { Database } from './schema.ts';

export interface OpenDatabase {
  db: Kysely<Database>;
  kind: 'pglite' | 'postgres';
  /** A second Kysely over the same database, for a lodger with tables of its own. Do not destroy it: `close` ends all. */
  handle: <Tables>() => Kysely<Tables>;
  close: () => Promise<void>;
}

export interface DatabaseOptions {
  /** `postgres://…`: then a PostgreSQL server holds the data, and `folder` is not looked at. */
  databaseUrl?: string | undefined;
  /** Where PGlite keeps its files; absent: in memory, gone at close. */
  folder?: string | undefined;
  /** For tests and the simulator: an in-memory PGlite starts from this dump of another one. */
  dump?: Blob | undefined;
  /** PostgreSQL connections at most. */
  connections?: number;
}

const INT8 = pg.types.builtins.INT8;

/** Versions and counts as numbers on both databases; one too big to be exact is an error rather than another number. */
function parseInt8(text: string): number {
  const value = Number(text);
  if (!Number.isSafeInteger(value)) throw new RangeError(`int8 out of range: ${text}`);
  return value;
}

/**
 * Opens the database and nothing more: `migrate` comes next.
 * @throws FolderLockedError when another process has the folder, NotDurableError when writes would not survive a cut
 */
export async function openDatabase(options: DatabaseOptions = {}): Promise<OpenDatabase> {
  return options.databaseUrl ? openPostgres(options.databaseUrl, options) : openPGlite(options);
}

async function openPGlite({ folder, dump }: DatabaseOptions): Promise<OpenDatabase> {
  const settings: PGliteOptions = { parsers: { [INT8]: parseInt8 } };
  if (folder === undefined) {
    const pglite = await PGlite.create({
      ...settings,
      startParams: [...PGlite.defaultStartParams, '-c', 'synchronous_commit=off'],
      ...(dump && { loadDataDir: dump }),
    });
    return opened('pglite', new PGliteDialect({ pglite: withPrepared(pglite) }), () =>
      pglite.close(),
    );
  }
  const path = resolve(folder);
  mkdirSync(path, { recursive: true, mode: 0o700 });
  chmodSync(path, 0o700);
  const unlock = lockFolder(path);
  try {
    const pglite = await openDurable(path, settings);
    return opened('pglite', new PGliteDialect({ pglite: withPrepared(pglite) }), async () => {
      await pglite.close();
      unlock();
    });
  } catch (error) {
    unlock();
    throw error;
  }
}

async function openPostgres(
  databaseUrl: string,
  { connections = 10 }: DatabaseOptions,
): Promise<OpenDatabase> {
  const pool = new pg.Pool({
    connectionString: databaseUrl,
    max: connections,
    types: {
      getTypeParser: (oid: number, format?: 'text' | 'binary') =>
        oid === INT8 ? parseInt8 : pg.types.getTypeParser(oid, format as 'text'),
    } as pg.CustomTypesConfig,
  });
  pool.on('error', () => {}); // an idle connection that breaks is replaced; the next query tells if the server is gone
  try {
    await pool.query('select 1');
  } catch (error) {
    await pool.end();
    throw error;
  }
  return opened('postgres', new PostgresDialect({ pool }), () => pool.end());
}

function opened(
  kind: OpenDatabase['kind'],
  dialect: Dialect,
  end: () => Promise<void>,
): OpenDatabase {
  let ended: Promise<void> | undefined;
  const close = () => {
    ended ??= end();
    return ended;
  };
  return {
    db: new Kysely<Database>({ dialect }),
    kind,
    handle: <Tables>() => new Kysely<Tables>({ dialect }),
    close,
  };
}
