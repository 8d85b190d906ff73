/** Builds the extension when something it is made of has changed. */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, globSync, readFileSync, statSync, writeFileSync } from 'node:fs';

/** Where the built extension stands, ready for "Load unpacked". */
export const extensionFolder = '.output/chrome-mv3';
const stamp = '.output/chrome-mv3.hash';
const sources = [
  '{components,entrypoints,lib,public}/**',
  'wxt.config.ts',
  'tsconfig.json',
  'package-lock.json',
];

export class BuildError extends Error {
  override name = 'BuildError';
  readonly output: string;

  constructor(output: string) {
    super('The extension could not be built.');
    this.output = output;
  }
}

/**
 * @returns whether it was built now
 * @throws BuildError with what the builder said
 */
export function buildExtension({ folder = '.', onBuild = () => {} } = {}): boolean {
  const hash = hashOf(folder);
  const built = `${folder}/${extensionFolder}/manifest.json`;
  const kept = `${folder}/${stamp}`;
  if (existsSync(built) && existsSync(kept) && readFileSync(kept, 'utf8') === hash) return false;
  onBuild();
  const run = spawnSync(process.execPath, ['node_modules/wxt/bin/wxt.mjs', 'build'], {
    cwd: folder,
    encoding: 'utf8',
  });
  if (run.status !== 0) throw new BuildError(`${run.stdout}${run.stderr}`.trim());
  writeFileSync(kept, hash);
  return true;
}

function hashOf(folder: string): string {
  const hash = createHash('sha256');
  const files = globSync(sources, { cwd: folder }).filter((path) =>
    statSync(`${folder}/${path}`).isFile(),
  );
  for (const path of files.sort())
    hash.update(`${path}\0`).update(readFileSync(`${folder}/${path}`));
  return hash.digest('hex');
}
