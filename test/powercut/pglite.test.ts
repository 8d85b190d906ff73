import { execFileSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { PGlite } from '@electric-sql/pglite';
import { expect, test } from 'vitest';
import { openDatabase } from '#server/db/database.ts';
import { migrate } from '#server/db/migrate.ts';
import { start, waitFor } from '../e2e/support/cleanup.ts';
import { type Disk, makeDisk, whyNoDisk } from './disk.ts';

const reason = whyNoDisk();
if (reason) console.warn(`The power of PGlite's disk is not cut here: ${reason}.`);

/** Milliseconds of commits before each cut. */
const lives = [5, 30, 80, 150, 250, 400, 600, 900];

/** Commits for a while, cuts the power and kills; answers the last commit that was acknowledged, 0 for none. */
async function live({ folder, cut, restore }: Disk, ms: number, how: 'ours' | 'shipped') {
  const args = ['test/powercut/committer.ts', join(folder, how), how];
  const child = start(process.execPath, args);
  await waitFor('the committer', () => child.output().includes('ready') || undefined, {
    child,
    timeout: 60_000,
  });
  await pause(ms);
  const told = child.output(); // a machine without power acknowledges nothing more
  cut();
  await child.kill();
  restore();
  return Number(/(\d+)\n(?!.*\d+\n)/s.exec(told)?.[1] ?? 0);
}

test.skipIf(reason)(
  '[P1] the server keeps every acknowledged commit through a power cut, and its folder stays whole',
  async () => {
    const disk = makeDisk();
    const lost: number[] = [];
    let before = 0;
    for (const ms of lives) {
      const acknowledged = await live(disk, ms, 'ours');
      const { db, close } = await openDatabase({ folder: join(disk.folder, 'ours') });
      const rows = await db.selectFrom('records').select('version').orderBy('version').execute();
      const { version } = await db
        .selectFrom('workspaces')
        .select('version')
        .executeTakeFirstOrThrow();
      await close();
      lost.push(Math.max(0, acknowledged - version));
      expect(version).toBeGreaterThanOrEqual(before);
      expect(rows.map(({ version }) => version)).toEqual(
        Array.from({ length: version }, (_, at) => at + 1),
      );
      before = version;
    }
    console.info(
      `PGlite: ${lives.length} power cuts, ${before} commits, ${lost.filter((n) => n > 0).length} cuts lost any`,
    );
    expect(lost).toEqual(lives.map(() => 0));
    expect(before).toBeGreaterThan(lives.length * 5);
  },
);

test.skipIf(reason)(
  'cut while the folder is made for the first time, the next start makes it',
  async () => {
    for (const ms of [200, 700, 1200, 2000]) {
      const disk = makeDisk(256);
      const folder = join(disk.folder, 'first');
      mkdirSync(folder, { mode: 0o700 });
      const child = start(process.execPath, ['test/powercut/committer.ts', folder]);
      await pause(ms);
      disk.cut();
      await child.kill();
      disk.restore();
      const { db, close } = await openDatabase({ folder });
      await migrate(db);
      expect(await db.selectFrom('workspaces').select('ws').execute()).toEqual([]);
      await close();
    }
  },
);

/** Otherwise the tests above would show nothing. */
test.skipIf(reason)(
  'PGlite as it is shipped loses acknowledged commits here: the cut is a real one',
  async () => {
    const disk = makeDisk();
    const pg = join(disk.folder, 'shipped', 'pg');
    mkdirSync(pg, { recursive: true });
    await (await PGlite.create(pg)).close();
    execFileSync('sync', ['-f', disk.folder]);
    const acknowledged = await live(disk, 500, 'shipped');
    expect(acknowledged).toBeGreaterThan(5);
    const kept = await PGlite.create(pg)
      .then(async (pglite) => {
        const { rows } = await pglite.query<{ n: number }>('select max(n) as n from commits');
        await pglite.close();
        return rows[0]?.n ?? 0;
      })
      .catch(() => 0);
    console.info(`PGlite as shipped: ${acknowledged} commits acknowledged, ${kept} kept`);
    expect(kept).toBeLessThan(acknowledged);
  },
);
