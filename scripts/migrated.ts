/** A database in memory with every migration run: setting one up takes seconds, loading what one was takes a tenth of them. */
import { readFileSync, writeFileSync } from 'node:fs';
import { PGlite } from '@electric-sql/pglite';
import { Kysely, PGliteDialect } from 'kysely';
import { migrate } from '../server/db/migrate.ts';
import { kept } from './kept.ts';

/** For `openDatabase`: no row in it. */
export async function migratedDump(): Promise<Blob> {
  const path = await kept('migrated.tar', async (target) => {
    const pglite = await PGlite.create();
    await migrate(new Kysely({ dialect: new PGliteDialect({ pglite }) }));
    const dump = await pglite.dumpDataDir('none');
    await pglite.close();
    writeFileSync(target, Buffer.from(await dump.arrayBuffer()));
  });
  return new Blob([readFileSync(path)]);
}
