/**
 * Installs what package-lock.json names when node_modules is missing or older than it. Plain JavaScript without
 * dependencies: it runs on whatever Node the reader has, before anything else is there.
 */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';

const oldest = 20;
const lockFile = 'package-lock.json';
const stamp = 'node_modules/.quorum-lock';

/** @param {string} line */
function fail(line) {
  console.error(line);
  process.exit(1);
}

if (Number(process.versions.node.split('.')[0]) < oldest)
  fail(`Node ${oldest} or newer is needed; this is ${process.version}.`);
if (!existsSync(lockFile)) fail(`${lockFile} is missing. Get it back: git checkout ${lockFile}`);

const text = readFileSync(lockFile, 'utf8');
const hash = createHash('sha256').update(text).digest('hex');
const lock = parsed(text);
if (!lock) fail(`${lockFile} is broken. Get it back: git checkout ${lockFile}`);

if (!(existsSync(stamp) && readFileSync(stamp, 'utf8') === hash)) {
  if (!installedAlready(lock)) install();
  mkdirSync('node_modules', { recursive: true });
  writeFileSync(stamp, hash);
}

/** @param {string} json */
function parsed(json) {
  try {
    const value = JSON.parse(json);
    return value?.lockfileVersion >= 3 && value.packages ? value : undefined;
  } catch {
    return undefined;
  }
}

/** Somebody may have installed by hand; npm's own record of what is there says so. */
function installedAlready({ packages }) {
  const record = 'node_modules/.package-lock.json';
  const there = existsSync(record) ? parsed(readFileSync(record, 'utf8'))?.packages : undefined;
  if (!there) return false;
  return Object.entries(packages).every(
    ([path, { version, optional }]) =>
      path === '' || (there[path] ? there[path].version === version : optional),
  );
}

/** `npm ci` itself, by the npm that runs this script where there is one. */
function install() {
  console.error(`Installing what ${lockFile} names; this takes a minute the first time.`);
  const quiet = ['ci', '--no-audit', '--no-fund', '--loglevel=error'];
  const npm = process.env.npm_execpath;
  const run = npm?.endsWith('.js')
    ? spawnSync(process.execPath, [npm, ...quiet], { encoding: 'utf8' })
    : spawnSync('npm', quiet, { encoding: 'utf8', shell: process.platform === 'win32' });
  if (run.status === 0) return;
  if (run.signal) process.exit(130);
  const said = `${run.stderr ?? ''}`
    .split('\n')
    .map((line) => line.replace(/^npm (error|ERR!) ?/, '').trim())
    .filter((line) => line && !/^(code|errno|syscall|path) |complete log/.test(line));
  fail(`npm ci failed: ${said[0] ?? run.error?.message ?? `exit code ${run.status}`}`);
}
