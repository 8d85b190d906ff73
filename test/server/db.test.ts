// @vitest-environment node
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import fs, { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { openDatabase } from '#server/db/database.ts';
import { FolderLockedError } from '#server/db/lock.ts';
import { migrate } from '#server/db/migrate.ts';
import { migratedFolder } from '#test/support/folder.ts';

function lockFromAnotherProcess(path: string): string {
  const script = `import { lockFolder } from '#server/db/lock.ts'; lockFolder(${JSON.stringify(path)});`;
  return spawnSync(process.execPath, ['--input-type=module-typescript', '-e', script], {
    encoding: 'utf8',
  }).stderr;
}

describe('a PGlite folder', () => {
  const folder = () => {
    const path = mkdtempSync(join(tmpdir(), 'quorum-db-'));
    onTestFinished(() => rmSync(path, { recursive: true, force: true }));
    return join(path, 'data');
  };
  const migrated = async () => {
    const path = folder();
    await migratedFolder(path);
    return path;
  };

  test('keeps its data, has one opener at a time, and is readable by its owner alone', async () => {
    const path = folder();
    const first = await openDatabase({ folder: path });
    await migrate(first.db);
    await first.db
      .insertInto('workspaces')
      .values({ ws: 'demo', name: 'Demo', epoch: 'e1' })
      .execute();

    await expect(openDatabase({ folder: path })).rejects.toBeInstanceOf(FolderLockedError);
    expect(lockFromAnotherProcess(path)).toContain('FolderLockedError'); // the refused try above freed nothing
    await first.close();

    const second = await openDatabase({ folder: path });
    onTestFinished(() => second.close());
    expect(await second.db.selectFrom('workspaces').select(['ws', 'version']).execute()).toEqual([
      { ws: 'demo', version: 0 },
    ]);
    const shared = readdirSync(path, { recursive: true, encoding: 'utf8' }).filter(
      (name) => (statSync(join(path, name)).mode & 0o077) !== 0,
    );
    expect(shared).toEqual([]);
  });

  test('syncs the disk for every commit before it is acknowledged', async () => {
    const opened = await openDatabase({ folder: await migrated() });
    onTestFinished(() => opened.close());
    const real = fs.fsyncSync;
    let syncs = 0;
    fs.fsyncSync = (descriptor) => {
      syncs += 1;
      real(descriptor);
    };
    syncBuiltinESMExports();
    onTestFinished(() => {
      fs.fsyncSync = real;
      syncBuiltinESMExports();
    });
    for (let n = 1; n <= 5; n += 1) {
      await opened.db
        .insertInto('workspaces')
        .values({ ws: `w${n}`, name: 'W', epoch: 'e' })
        .execute();
      expect(syncs).toBeGreaterThanOrEqual(n);
    }
  });

  test('that cannot sync makes the commit fail rather than lie', async () => {
    const opened = await openDatabase({ folder: await migrated() });
    const real = fs.fsyncSync;
    fs.fsyncSync = () => {
      throw new Error('EIO');
    };
    syncBuiltinESMExports();
    onTestFinished(() => {
      fs.fsyncSync = real;
      syncBuiltinESMExports();
    });
    const insert = opened.db.insertInto('workspaces').values({ ws: 'w', name: 'W', epoch: 'e' });
    await expect(insert.execute()).rejects.toThrow();
  });

  test('is freed by the death of the process that held it, and not before', async () => {
    const path = await migrated();
    const holder = spawn(
      process.execPath,
      [
        '--input-type=module-typescript',
        '-e',
        `import { lockFolder } from '#server/db/lock.ts';
         lockFolder(${JSON.stringify(path)});
         console.log('held');
         setInterval(() => {}, 1000);`,
      ],
      { stdio: ['ignore', 'pipe', 'inherit'] },
    );
    await once(holder.stdout, 'data');
    const refused = await openDatabase({ folder: path }).catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(FolderLockedError);
    expect(refused).toMatchObject({ pid: holder.pid });

    holder.kill('SIGKILL');
    await once(holder, 'exit');
    await (await openDatabase({ folder: path })).close();
  });
});
