/** Finds the programs that the tests drive (a browser, a display, a webmail) and installs them where it may. */
import { spawn } from 'node:child_process';
import { accessSync, constants, existsSync, globSync, rmSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/** The machine as this file sees it; a test hands in an invented one. */
export interface System {
  /** Where programs are looked for, as in `PATH`. */
  path: string;
  /** The folder that `/usr` lies in. */
  root: string;
  mayInstall: boolean;
  env: NodeJS.ProcessEnv;
}

export const thisSystem = (): System => ({
  path: [process.env.PATH ?? '', '/usr/sbin', '/sbin'].join(delimiter),
  root: '/',
  mayInstall: process.getuid?.() === 0,
  env: process.env,
});

/** The first of these programs that can be run, with its whole path. */
export function findProgram(names: readonly string[], system = thisSystem()): string | undefined {
  for (const name of names)
    for (const folder of system.path.split(delimiter)) {
      const file = name.startsWith('/') ? name : join(folder || '.', name);
      if (isExecutable(file)) return file;
    }
}

/** Chromium or Chrome: the one named in `CHROME_PATH`, else the first that is installed. */
export function findChromium(system = thisSystem()): string | undefined {
  const named = system.env.CHROME_PATH;
  if (named) return isExecutable(named) ? named : undefined;
  const mac = '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome';
  // Chromium first: Chrome itself no longer loads an unpacked extension from the command line.
  return findProgram(['chromium', 'chromium-browser', 'google-chrome', mac], system);
}

const file = (pattern: string) => (system: System) =>
  globSync(pattern, { cwd: system.root }).length > 0;
const program = (name: string) => (system: System) => findProgram([name], system) !== undefined;

/** Debian packages by what they bring, so that a program from elsewhere counts as well. */
const presence = {
  chromium: (system: System) => findChromium(system) !== undefined,
  xvfb: program('Xvfb'),
  xdotool: program('xdotool'),
  imagemagick: program('import'),
  'roundcube-core': file('usr/share/roundcube/index.php'),
  'roundcube-sqlite3': file('etc/php/*/cli/conf.d/*pdo_sqlite.ini'),
  'roundcube-skin-larry': file('usr/share/roundcube/skins/larry'),
  'roundcube-skin-classic': file('usr/share/roundcube/skins/classic'),
  'dovecot-imapd': file('usr/lib/dovecot/imap'),
  'php-cli': program('php'),
  'php-sqlite3': file('etc/php/*/cli/conf.d/*pdo_sqlite.ini'),
  'fonts-wqy-microhei': file('usr/share/fonts/**/{wqy,Noto*CJK,DroidSansFallback}*'),
} satisfies Record<string, (system: System) => boolean>;

export type Package = keyof typeof presence;

/** A browser, a display to show it on, keys to press there and a camera. */
export const browserPackages: readonly Package[] = ['chromium', 'xvfb', 'xdotool', 'imagemagick'];

/** What draws Chinese: without it a picture shows empty boxes, and no test notices. */
export const fontPackages: readonly Package[] = ['fonts-wqy-microhei'];

/** A real webmail to open a message in. */
export const webmailPackages: readonly Package[] = [
  'roundcube-core',
  'roundcube-sqlite3',
  'dovecot-imapd',
  'php-cli',
  'php-sqlite3',
];

/** Older looks of that webmail; not every Debian release has them. */
export const webmailSkins: readonly Package[] = ['roundcube-skin-larry', 'roundcube-skin-classic'];

/** Programs are missing and could not be installed. Its message is one line that says what to do. */
export class MissingPrograms extends Error {
  readonly code = 'missingPrograms';
  readonly packages: readonly Package[];

  constructor(packages: readonly Package[], reason: string) {
    super(`Missing: ${packages.join(', ')}. ${reason}`);
    this.packages = packages;
  }
}

export const missing = (packages: readonly Package[], system = thisSystem()) =>
  packages.filter((name) => !presence[name](system));

/**
 * Installs what is missing of these packages, on Debian and as root; says what it installed.
 * `ifOffered` are installed along with them, where this release of Debian has them.
 * @throws MissingPrograms where it may not install, or where installing failed.
 */
export async function ensureSystem({
  packages,
  ifOffered = [],
  system = thisSystem(),
}: {
  packages: readonly Package[];
  ifOffered?: readonly Package[];
  system?: System;
}): Promise<readonly Package[]> {
  const wanted = missing(packages, system);
  if (wanted.length === 0) return [];
  const byHand = `Install them as root: apt-get install -y --no-install-recommends ${wanted.join(' ')}`;
  const aptGet = findProgram(['apt-get'], system);
  if (!aptGet)
    throw new MissingPrograms(wanted, 'Install the programs of these Debian packages by hand');
  if (!system.mayInstall) throw new MissingPrograms(wanted, byHand);

  const lock = ['-o', 'DPkg::Lock::Timeout=120'];
  // A failed update need not be the end: the lists of an earlier one may do.
  await run(aptGet, ['update', '-q', ...lock], system);
  const extras = await offered(missing(ifOffered, system), system);
  const startServices = forbidServices(system);
  try {
    const args = ['install', '-y', '-q', '--no-install-recommends', ...lock, ...wanted, ...extras];
    const { failed, output } = await run(aptGet, args, system);
    if (failed) throw new MissingPrograms(wanted, `${byHand} (tried: ${lastError(output)})`);
  } finally {
    startServices();
  }
  const still = missing(wanted, system);
  if (still.length > 0) throw new MissingPrograms(still, byHand);
  return [...wanted, ...extras];
}

async function offered(names: readonly Package[], system: System): Promise<Package[]> {
  const aptCache = findProgram(['apt-cache'], system);
  if (!aptCache) return [];
  const found = await Promise.all(
    names.map(async (name) => !(await run(aptCache, ['show', name], system)).failed),
  );
  return names.filter((_, index) => found[index]);
}

/** Debian starts a mail server as soon as it is installed; nobody asked for one. Answers how to undo this. */
function forbidServices(system: System): () => void {
  const policy = join(system.root, 'usr/sbin/policy-rc.d');
  if (existsSync(policy)) return () => {};
  writeFileSync(policy, '#!/bin/sh\nexit 101\n', { mode: 0o755, flag: 'wx' });
  const undo = () => rmSync(policy, { force: true });
  process.once('exit', undo);
  return () => {
    process.off('exit', undo);
    undo();
  };
}

function run(
  program: string,
  args: readonly string[],
  system: System,
): Promise<{ failed: boolean; output: string }> {
  return new Promise((resolve) => {
    const child = spawn(program, args, {
      env: { ...system.env, PATH: system.path, DEBIAN_FRONTEND: 'noninteractive', LC_ALL: 'C' },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let output = '';
    const keep = (text: Buffer) => {
      output += text;
    };
    child.stdout.on('data', keep);
    child.stderr.on('data', keep);
    child.on('error', (error) => resolve({ failed: true, output: error.message }));
    child.on('close', (code) => resolve({ failed: code !== 0, output }));
  });
}

const lastError = (output: string) =>
  output.split('\n').findLast((line) => line.startsWith('E: ')) ?? 'apt-get failed';

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
