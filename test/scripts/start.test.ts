// @vitest-environment node
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { demoUsers } from '#server/auth/demo.ts';
import { migratedFolder } from '#test/support/folder.ts';
import { type Program, run } from '#test/support/process.ts';
import { browserWanted, hasDisplay } from '../../scripts/show.ts';

/** A folder that looks like the project to the script, with a builder that only counts. */
let folder: string;
const started: Program[] = [];
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'quorum-start-'));
  mkdirSync(join(folder, 'node_modules/wxt/bin'), { recursive: true });
  mkdirSync(join(folder, 'lib'));
  builder(`
    mkdirSync('.output/chrome-mv3', { recursive: true });
    writeFileSync('.output/chrome-mv3/manifest.json', '{}');
    appendFileSync('builds', 'x');`);
});
afterEach(async () => {
  for (const program of started.splice(0)) {
    program.kill('SIGKILL');
    await program.ended;
  }
  rmSync(folder, { recursive: true, force: true });
});

const builder = (code: string) =>
  writeFileSync(
    join(folder, 'node_modules/wxt/bin/wxt.mjs'),
    `import { appendFileSync, mkdirSync, writeFileSync } from 'node:fs'; ${code}`,
  );
const builds = () => readFileSync(join(folder, 'builds'), 'utf8').length;
function start(args = ['--no-browser'], env: Record<string, string> = {}): Program {
  const program = run(resolve('scripts/start.ts'), args, {
    cwd: folder,
    env: { PORT: '0', ...env },
  });
  started.push(program);
  return program;
}

test('it builds once, seeds once, names the demo users, ends at Ctrl-C, and looks at its port first', async () => {
  await migratedFolder(join(folder, '.data'));
  const first = start();
  const [, origin] = await first.says(/Quorum runs at (\S+)/);
  await first.says(/Ctrl-C ends it/);
  expect(first.output()).toContain('demo workspace made');
  for (const { email } of demoUsers) expect(first.output()).toContain(email);
  expect((await fetch(`${origin}/health`)).status).toBe(200);
  first.kill('SIGINT');
  expect(await first.ended).toBe(0);

  const second = start();
  await second.says(/Ctrl-C ends it/);
  expect(second.output()).toContain('data found');
  expect(builds()).toBe(1);
  second.kill('SIGINT');
  expect(await second.ended).toBe(0);

  writeFileSync(join(folder, 'lib/new.ts'), '');
  const third = start();
  const [, port = ''] = await third.says(/Quorum runs at http:\/\/127\.0\.0\.1:(\d+)/);
  expect(builds()).toBe(2);

  // A port in use is told before anything is built.
  writeFileSync(join(folder, 'lib/newer.ts'), '');
  const fourth = start(['--no-browser'], { PORT: port });
  expect(await fourth.ended).toBe(1);
  expect(fourth.output()).toMatch(
    /^Quorum did not start\. Port \d+ on 127\.0\.0\.1 is in use[^\n]*\n$/,
  );
  expect(builds()).toBe(2);
});

test('an extension that does not build says why, and no server is left running', async () => {
  builder(`console.error('lib/new.ts: Unexpected token'); process.exit(1);`);
  const program = start();
  expect(await program.ended).toBe(1);
  expect(program.output()).toContain('lib/new.ts: Unexpected token');
  expect(program.output()).not.toContain('at ');
  expect(existsSync(join(folder, '.data'))).toBe(false);
});

test('an option it does not know gets one clear line', async () => {
  const program = start(['--browser']);
  expect(await program.ended).toBe(1);
  expect(program.output()).toMatch(/^Quorum did not start\. [^\n]+\n$/);
});

test('a browser is opened only where there is a display', () => {
  expect(hasDisplay({}, 'linux')).toBe(false);
  expect(hasDisplay({ DISPLAY: ':0' }, 'linux')).toBe(true);
  expect(hasDisplay({ WAYLAND_DISPLAY: 'wayland-0' }, 'linux')).toBe(true);
  expect(hasDisplay({}, 'darwin')).toBe(true);
});

test('a browser is left out where either way of writing --no-browser says so', () => {
  expect(browserWanted({}, {})).toBe(true);
  expect(browserWanted({ 'no-browser': true }, {})).toBe(false);
  expect(browserWanted({}, { npm_config_browser: '' })).toBe(false);
  expect(browserWanted({}, { npm_config_browser: 'firefox' })).toBe(true);
});
