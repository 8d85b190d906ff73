/** What takes seconds to make and changes only with the migrations is made once and kept on disk for later runs. */
import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
} from 'node:fs';
import { join, resolve } from 'node:path';

const cache = resolve('node_modules/.cache/quorum');

/** The path of a file or folder that `make` wrote to the path given to it, now or in an earlier run; not to be changed. */
export async function kept(name: string, make: (path: string) => Promise<void>): Promise<string> {
  const path = join(cache, `${name}-${fingerprint()}`);
  if (existsSync(path)) return path;
  mkdirSync(cache, { recursive: true });
  // Made aside: test files run side by side, and none may read what is half written.
  const aside = mkdtempSync(join(cache, 'making-'));
  try {
    await make(join(aside, name));
    if (!existsSync(path)) renameSync(join(aside, name), path);
  } catch (error) {
    if (!existsSync(path)) throw error; // Another file was faster.
  } finally {
    rmSync(aside, { recursive: true, force: true });
  }
  return path;
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
  ])
    hash.update(path).update(readFileSync(path));
  return hash.digest('hex').slice(0, 16);
}
