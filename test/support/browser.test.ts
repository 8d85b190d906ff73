import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import {
  browserPackages,
  ensureSystem,
  findChromium,
  fontPackages,
  MissingPrograms,
  missing,
  type System,
} from '../../scripts/browser.ts';

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'quorum-system-'));
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

/** A machine of its own folder: no program is there but those put there. */
const machine = (settings: Partial<System> = {}): System => ({
  path: join(root, 'bin'),
  root,
  mayInstall: true,
  env: {},
  ...settings,
});

function put(name: string, script = '') {
  const path = join(root, name);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, `#!/bin/sh\n${script}\n`);
  chmodSync(path, 0o755);
  return path;
}

/** Notes how it was called and under which policy, and then does what the real one would. */
const aptGet = (onInstall: string) =>
  put(
    'bin/apt-get',
    `echo "$DEBIAN_FRONTEND $*" >> ${root}/calls
     if [ "$1" = install ]; then ${root}/usr/sbin/policy-rc.d; echo "policy $?" >> ${root}/calls; ${onInstall}; fi`,
  );
const calls = () => readFileSync(join(root, 'calls'), 'utf8').trim().split('\n');
const brings = (...names: string[]) =>
  names.map((name) => `/bin/cp ${root}/bin/apt-get ${root}/bin/${name}`).join('; ');

describe('findChromium', () => {
  test('takes the one that CHROME_PATH names', () => {
    const mine = put('elsewhere/my-chrome');
    put('bin/chromium');
    expect(findChromium(machine({ env: { CHROME_PATH: mine } }))).toBe(mine);
  });

  test('does not fall back to another when CHROME_PATH names nothing', () => {
    put('bin/chromium');
    expect(findChromium(machine({ env: { CHROME_PATH: '/nowhere' } }))).toBeUndefined();
  });

  test('prefers Chromium to Chrome', () => {
    put('bin/google-chrome');
    const chromium = put('bin/chromium');
    expect(findChromium(machine())).toBe(chromium);
  });
});

describe('ensureSystem', () => {
  test('touches nothing when all is there', async () => {
    for (const name of ['chromium', 'Xvfb', 'xdotool', 'import', 'apt-get'])
      put(`bin/${name}`, 'exit 1');
    expect(await ensureSystem({ packages: browserPackages, system: machine() })).toEqual([]);
  });

  test('installs what is missing, and only that, without starting services', async () => {
    put('bin/chromium');
    put('bin/import');
    mkdirSync(join(root, 'usr/sbin'), { recursive: true });
    aptGet(brings('Xvfb', 'xdotool'));

    expect(await ensureSystem({ packages: browserPackages, system: machine() })).toEqual([
      'xvfb',
      'xdotool',
    ]);
    expect(calls()).toEqual([
      expect.stringMatching(/^noninteractive update /),
      expect.stringMatching(/^noninteractive install -y .*--no-install-recommends .*xvfb xdotool$/),
      'policy 101',
    ]);
    expect(existsSync(join(root, 'usr/sbin/policy-rc.d'))).toBe(false);
  });

  test('leaves a policy that the machine has of its own', async () => {
    const policy = put('usr/sbin/policy-rc.d', 'exit 42');
    aptGet(brings('xdotool'));
    await ensureSystem({ packages: ['xdotool'], system: machine() });
    expect(calls()).toContain('policy 42');
    expect(existsSync(policy)).toBe(true);
  });

  test('asks for an optional package only where Debian offers it', async () => {
    put('bin/apt-cache', '[ "$2" = roundcube-skin-larry ]');
    mkdirSync(join(root, 'usr/sbin'), { recursive: true });
    aptGet(brings('php'));
    await ensureSystem({
      packages: ['php-cli'],
      ifOffered: ['roundcube-skin-larry', 'roundcube-skin-classic'],
      system: machine(),
    });
    expect(calls()[1]).toMatch(/ php-cli roundcube-skin-larry$/);
  });

  test.each([
    ['no Debian', {}, false, /^Missing: xvfb, xdotool\. Install the programs .* by hand$/],
    [
      'not root',
      { mayInstall: false },
      true,
      /as root: apt-get install -y --no-install-recommends xvfb xdotool$/,
    ],
    ['a failing apt-get', {}, true, /\(tried: E: Unable to locate package xvfb\)$/],
  ])('%s: says in one line what to install', async (_case, settings, debian, line) => {
    mkdirSync(join(root, 'usr/sbin'), { recursive: true });
    if (debian) aptGet('echo "E: Unable to locate package xvfb" >&2; exit 100');
    const error = await ensureSystem({
      packages: ['xvfb', 'xdotool'],
      system: machine(settings),
    }).catch((e) => e);
    expect(error).toBeInstanceOf(MissingPrograms);
    expect(error.message).toMatch(line);
    expect(error.message).not.toContain('\n');
    expect(existsSync(join(root, 'usr/sbin/policy-rc.d'))).toBe(false);
  });

  test('is not taken in by an apt-get that reports success and brings nothing', async () => {
    mkdirSync(join(root, 'usr/sbin'), { recursive: true });
    aptGet('true');
    await expect(ensureSystem({ packages: ['xdotool'], system: machine() })).rejects.toThrow(
      /^Missing: xdotool\./,
    );
  });
});

test('PHP without its SQLite module counts as missing', () => {
  put('bin/php');
  expect(missing(['php-cli', 'php-sqlite3'], machine())).toEqual(['php-sqlite3']);
  put('etc/php/8.4/cli/conf.d/20-pdo_sqlite.ini');
  expect(missing(['php-cli', 'php-sqlite3'], machine())).toEqual([]);
});

test.each([
  'usr/share/fonts/truetype/wqy/wqy-microhei.ttc',
  'usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc',
])('%s draws Chinese in pictures', (font) => {
  expect(missing(fontPackages, machine())).toEqual(['fonts-wqy-microhei']);
  put(font);
  expect(missing(fontPackages, machine())).toEqual([]);
});
