/** A data folder that a server can start on at once: making one takes seconds, copying one does not. */
import { cpSync } from 'node:fs';
import { openDatabase } from '#server/db/database.ts';
import { migrate } from '#server/db/migrate.ts';
import { kept } from '../../scripts/kept.ts';

/** Copies one that holds every migration and no row to a path where nothing is yet. */
export async function migratedFolder(target: string): Promise<void> {
  const folder = await kept('folder', async (path) => {
    const { db, close } = await openDatabase({ folder: path });
    await migrate(db);
    await close();
  });
  cpSync(folder, target, { recursive: true });
}
