/**
 * Installs what package-lock.json names when node_modules is missing or older than it, then runs the script of
 * package.json that its first argument names, with the other arguments. Plain JavaScript without dependencies: it
 * runs on whatever Node the reader has, before anything else is there. The second step is an npm run of its own,
 * because only that finds the Node just installed.
 */
import { spawn, spawnSync } from 'node:child_process';
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

const [next, ...rest] = process.argv.slice(2);
if (next) runScript(next, rest);

/** An npm command, by the npm that runs this script where there is one. @param {string[]} args */
function npmCommand(args) {
  const npm = process.env.npm_execpath;
  return npm?.endsWith('.js')
    ? { program: process.execPath, args: [npm, ...args], shell: false }
    : { program: 'npm', args, shell: process.platform === 'win32' };
}

/** @param {string} name @param {string[]} given */
function runScript(name, given) {
  const { program, args, shell } = npmCommand(['run', '-s', name, '--', ...given]);
  const child = spawn(program, args, { stdio: 'inherit', shell });
  process.on('SIGINT', () => {}); // Ctrl-C reaches the whole group: wait for the step to end in its own order
  process.on('SIGTERM', () => child.kill('SIGTERM'));
  child.on('error', (error) => fail(`npm could not be run: ${error.message}`));
  child.on('close', (code, signal) => process.exit(signal ? 130 : (code ?? 1)));
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

function install() {
  console.error(`Installing what ${lockFile} names; this takes a minute the first time.`);
  const quiet = ['ci', '--no-audit', '--no-fund', '--loglevel=error'];
  const { program, args, shell } = npmCommand(quiet);
  const run = spawnSync(program, args, { encoding: 'utf8', shell });
  if (run.status === 0) return;
  if (run.signal) process.exit(130);
  const said = `${run.stderr ?? ''}`
    .split('\n')
    .map((line) => line.replace(/^npm (error|ERR!) ?/, '').trim())
    .filter((line) => line && !/^(code|errno|syscall|path) |complete log/.test(line));
  fail(`npm ci failed: ${said[0] ?? run.error?.message ?? `exit code ${run.status}`}`);
}
