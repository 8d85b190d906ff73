/** Databases for tests, each migrated and used by one at a time. A closed one is emptied and used again: that takes a tenth of the time. */
import { type Kysely, sql } from 'kysely';
import { type OpenDatabase, openDatabase } from '#server/db/database.ts';
import type { Database } from '#server/db/schema.ts';
import { seed } from '#server/seed.ts';
import { migratedDump } from '../../scripts/migrated.ts';
import { testIssuer } from './issuer.ts';

interface Used {
  opened: OpenDatabase;
  /** Names and numbers of its tables and indexes, as the migrations left them. */
  shape: string;
  /** Whether its schema `demo` holds a copy of the demo's rows. */
  demo: boolean;
}
const closed: Used[] = [];

/** An in-memory PGlite with every migration run and no row in it; close it at the end. */
export async function testDatabase(): Promise<OpenDatabase> {
  return lend(await take());
}

/** The same with the demo workspace in it, and nobody's account at an issuer. */
export async function demoDatabase(): Promise<OpenDatabase> {
  const used = await take();
  const { db } = used.opened;
  const tables = await tablesOf(db);
  if (used.demo) {
    await sql`set session_replication_role = replica`.execute(db); // Foreign keys held when the copy was made.
    for (const name of tables)
      await sql`insert into ${sql.id('public', name)} table ${sql.id('demo', name)}`.execute(db);
    await sql`reset session_replication_role`.execute(db);
  } else {
    await seed({ db, auth: (await testIssuer()).auth });
    await sql`create schema demo`.execute(db);
    for (const name of tables)
      await sql`create table ${sql.id('demo', name)} as table ${sql.id('public', name)}`.execute(
        db,
      );
    used.demo = true;
  }
  return lend(used);
}

function lend(used: Used): OpenDatabase {
  let ended = false;
  const close = async () => {
    if (!ended) closed.push(used);
    ended = true;
  };
  return { ...used.opened, close };
}

async function take(): Promise<Used> {
  for (let used = closed.pop(); used; used = closed.pop()) {
    if (await empty(used).catch(() => false)) return used;
    await used.opened.close();
  }
  const opened = await openDatabase({ dump: await migratedDump() });
  return { opened, shape: await shapeOf(opened.db), demo: false };
}

/** Takes away rows, settings and lodgers; answers whether the tables are still as the migrations left them. */
async function empty({ opened: { db }, shape }: Used): Promise<boolean> {
  await sql`reset all`.execute(db);
  await sql`drop schema if exists auth cascade`.execute(db);
  if ((await shapeOf(db)) !== shape) return false;
  const tables = (await tablesOf(db)).map((name) => sql.id('public', name));
  await sql`truncate ${sql.join(tables)}`.execute(db);
  return true;
}

async function tablesOf(db: Kysely<Database>): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`
    select tablename as name from pg_tables
     where schemaname = 'public' and tablename not like 'migrations%'`.execute(db);
  return rows.map(({ name }) => name);
}

async function shapeOf(db: Kysely<Database>): Promise<string> {
  const { rows } = await sql<{ shape: string }>`
    select string_agg(relname || oid, ' ' order by oid) as shape from pg_class
     where relnamespace = 'public'::regnamespace`.execute(db);
  return rows[0]?.shape ?? '';
}
