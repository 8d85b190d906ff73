/** Fresh, migrated databases for tests: PGlite always, PostgreSQL where this machine has one. */
import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { type OpenDatabase, openDatabase } from '#server/db/database.ts';
import { migrate } from '#server/db/migrate.ts';

const cache = 'node_modules/.cache/quorum';
let migrated: Promise<Blob> | undefined;

/** An in-memory PGlite of its own with every migration run, in about a quarter of a second; close it at the end. */
export async function testDatabase(): Promise<OpenDatabase> {
  migrated ??= migratedDump();
  return openDatabase({ dump: await migrated });
}

/** Kept on disk between runs, named for what it was made from. */
async function migratedDump(): Promise<Blob> {
  const file = join(cache, `migrated-${fingerprint()}.tar`);
  if (existsSync(file)) return new Blob([readFileSync(file)]);
  const { PGlite } = await import('@electric-sql/pglite');
  const { Kysely, PGliteDialect } = await import('kysely');
  const pglite = await PGlite.create();
  await migrate(new Kysely({ dialect: new PGliteDialect({ pglite }) }));
  const dump = await pglite.dumpDataDir('none');
  await pglite.close();
  mkdirSync(cache, { recursive: true });
  const mine = `${file}.${process.pid}`;
  writeFileSync(mine, Buffer.from(await dump.arrayBuffer()));
  renameSync(mine, file); // test files run side by side; none may read a half-written dump
  return dump;
}

function fingerprint(): string {
  const hash = createHash('sha256');
  const folder = 'server/db/migrations';
  const sources = readdirSync(folder)
    .sort()
    .map((name) => join(folder, name));
  for (const path of [
    ...sources,
    'server/db/migrate.ts',
    'node_modules/@electric-sql/pglite/package.json',
  ]) {
    hash.update(path).update(readFileSync(path));
  }
  return hash.digest('hex').slice(0, 16);
}
