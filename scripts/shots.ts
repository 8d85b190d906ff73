/** `npm run -s shots -- DIR`: builds, opens the real thing in Chromium and writes pictures named after what they show. */
import { spawnSync } from 'node:child_process';
import { resolve } from 'node:path';
import { browserPackages, ensureSystem, fontPackages, MissingPrograms } from './browser.ts';

const [folder = 'test-results/shots', ...more] = process.argv.slice(2);
if (more.length > 0 || folder.startsWith('-')) {
  console.error('npm run -s shots -- DIR');
  process.exit(2);
}

try {
  await ensureSystem({ packages: [...browserPackages, ...fontPackages] });
} catch (error) {
  if (!(error instanceof MissingPrograms)) throw error;
  console.error(error.message);
  process.exit(1);
}

for (const args of [
  ['run', '-s', 'build'],
  ['exec', '--', 'vitest', 'run', '--project', 'shots'],
]) {
  const env = { ...process.env, QUORUM_SHOTS: resolve(folder) };
  const { status } = spawnSync('npm', args, { stdio: ['ignore', 'inherit', 'inherit'], env });
  if (status !== 0) process.exit(status ?? 1);
}
console.log(`Pictures are in ${folder}.`);
