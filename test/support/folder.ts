/** A data folder that a server can start on at once: making one takes seconds, copying one does not. */
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openDatabase } from '#server/db/database.ts';
import { migrate } from '#server/db/migrate.ts';

/** Makes the first; `copyTo` gives each test one of its own, `remove` ends it. */
export async function dataFolder() {
  const parent = mkdtempSync(join(tmpdir(), 'quorum-data-'));
  const folder = join(parent, 'data');
  const { db, close } = await openDatabase({ folder });
  await migrate(db);
  await close();
  return {
    copyTo: (target: string) => cpSync(folder, target, { recursive: true }),
    remove: () => rmSync(parent, { recursive: true, force: true }),
  };
}
