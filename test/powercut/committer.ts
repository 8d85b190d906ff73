/**
 * Commits without an end and tells each commit once it is acknowledged: `committer.ts FOLDER [shipped]`. With `shipped` the
 * database is opened as PGlite comes, to show what a cut does to that.
 */
import { writeSync } from 'node:fs';
import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { sql } from 'kysely';
import { openDatabase } from '#server/db/database.ts';
import { jsonb } from '#server/db/json.ts';
import { migrate } from '#server/db/migrate.ts';
import { takeVersion } from '#server/version.ts';

const [folder = '', how] = process.argv.slice(2);
const tell = (what: string | number) => writeSync(1, `${what}\n`);

if (how === 'shipped') {
  const pglite = await PGlite.create(join(folder, 'pg'));
  await pglite.exec('create table if not exists commits (n int primary key)');
  const { rows } = await pglite.query<{ n: number }>(
    'select coalesce(max(n), 0) as n from commits',
  );
  tell('ready');
  for (let n = (rows[0]?.n ?? 0) + 1; ; n++) {
    await pglite.query('insert into commits values ($1)', [n]);
    tell(n);
  }
}

const { db } = await openDatabase({ folder });
await migrate(db);
const ws = 'demo';
await sql`insert into workspaces (ws, name, epoch) values (${ws}, 'Demo', 'one') on conflict do nothing`.execute(
  db,
);
tell('ready');
for (;;) {
  const n = await db.transaction().execute(async (tx) => {
    const version = await takeVersion(tx, ws);
    const row = { ws, kind: 'contact', id: `p-${version}`, scope: 'acme', deleted_at: null };
    const data = jsonb({ text: 'x'.repeat(version % 3000) });
    await tx
      .insertInto('records')
      .values({ ...row, version, data })
      .execute();
    return version;
  });
  tell(n);
}
