// @vitest-environment node
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { z } from 'zod';

const script = resolve('scripts/install.mjs');
let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'quorum-install-'));
  write('package.json', { name: 'tried', version: '1.0.0' });
  write('package-lock.json', lockfile());
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const lockfile = (version = '1.0.0') => ({
  name: 'tried',
  version,
  lockfileVersion: 3,
  requires: true,
  packages: { '': { name: 'tried', version } },
});
const write = (name: string, content: object | string) =>
  writeFileSync(
    join(folder, name),
    typeof content === 'string' ? content : JSON.stringify(content),
  );
function install() {
  const { npm_execpath: _, ...env } = process.env;
  const { status, stdout, stderr } = spawnSync(process.execPath, [script], {
    cwd: folder,
    encoding: 'utf8',
    env,
  });
  return { status, stdout, stderr };
}

test('it installs once, and again when the lockfile has changed', () => {
  expect(install()).toMatchObject({
    status: 0,
    stdout: '',
    stderr: expect.stringContaining('Installing'),
  });
  expect(install()).toEqual({ status: 0, stdout: '', stderr: '' });
  const stamp = readFileSync(join(folder, 'node_modules/.quorum-lock'), 'utf8');
  write('package-lock.json', `${JSON.stringify(lockfile())}\n`);
  expect(install().status).toBe(0);
  expect(readFileSync(join(folder, 'node_modules/.quorum-lock'), 'utf8')).not.toBe(stamp);
});

test.each([
  ['is broken', '{ "name": '],
  ['is broken', '{}'],
  ['is missing', undefined],
])('a lockfile that %s gets one clear line', (state, content) => {
  if (content === undefined) rmSync(join(folder, 'package-lock.json'));
  else write('package-lock.json', content);
  const { status, stderr } = install();
  expect(status).toBe(1);
  expect(stderr).toMatch(/^package-lock\.json [^\n]+\n$/);
  expect(stderr).toContain(state);
});

test('a lockfile that does not fit package.json gets one clear line and installs nothing', () => {
  write('package.json', { name: 'tried', version: '1.0.0', dependencies: { absent: '9.9.9' } });
  const { status, stderr } = install();
  expect(status).toBe(1);
  expect(stderr).toMatch(/^Installing [^\n]+\nnpm ci failed: [^\n]+\n$/);
  expect(existsSync(join(folder, 'node_modules/.quorum-lock'))).toBe(false);
});

test('our own lockfile names the packages of every platform, or npm ci would refuse it', () => {
  const Packages = z.record(
    z.string(),
    z.object({ optionalDependencies: z.record(z.string(), z.string()).optional() }),
  );
  const { packages } = z
    .object({ packages: Packages })
    .parse(JSON.parse(readFileSync('package-lock.json', 'utf8')));
  const named = new Set(Object.keys(packages).map((path) => path.split('node_modules/').at(-1)));
  const missing = Object.values(packages)
    .flatMap(({ optionalDependencies = {} }) => Object.keys(optionalDependencies))
    .filter((name) => !named.has(name));
  expect(missing).toEqual([]);
});
