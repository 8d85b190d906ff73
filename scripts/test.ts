/** Everything that `npm test` checks, cheap things first; stops at the first that fails. Names of steps as arguments select. */
import { spawn } from 'node:child_process';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { resolve } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { z } from 'zod';
import {
  browserPackages,
  ensureSystem,
  MissingPrograms,
  webmailPackages,
  webmailSkins,
} from './browser.ts';

interface Counts {
  passed: number;
  failed: number;
  skipped: number;
}

interface Outcome {
  ok: boolean;
  /** Shown when it failed, or when there is something to say. */
  output: string;
  counts?: Counts;
}

interface Step {
  name: string;
  run: () => Promise<Outcome>;
}

/** Runs a script of package.json; `live` ones write to the terminal as they go. */
const script = (
  name: string,
  {
    args = [],
    live = false,
    closing = false,
  }: {
    args?: string[];
    live?: boolean;
    /** Its last line says what came of it, also when all is well. */
    closing?: boolean;
  } = {},
) =>
  new Promise<Outcome>((resolve) => {
    const child = spawn('npm', ['run', '-s', name, ...(args.length > 0 ? ['--', ...args] : [])], {
      stdio: ['ignore', live ? 'inherit' : 'pipe', live ? 'inherit' : 'pipe'],
    });
    let output = '';
    const keep = (text: Buffer) => {
      output += text;
    };
    child.stdout?.on('data', keep);
    child.stderr?.on('data', keep);
    child.on('error', (error) => resolve({ ok: false, output: error.message }));
    child.on('close', (code) =>
      resolve({
        ok: code === 0,
        output: code === 0 ? (closing ? lastLine(output) : '') : still(output),
      }),
    );
  });

const lastLine = (output: string): string => output.trimEnd().split('\n').at(-1) ?? '';

/** Without the frames of a spinner, each of which ends by clearing the rest of its line. */
function still(output: string): string {
  const pieces = output.split('\u001b[K');
  const last = pieces.pop() ?? '';
  const kept = pieces.map((piece) => piece.replace(/[\u2800-\u28ff] .*$/, ''));
  return stripVTControlCharacters([...kept, last].join('')).replaceAll('\r', '');
}

const Report = z.object({
  numPassedTests: z.number(),
  numFailedTests: z.number(),
  numPendingTests: z.number(),
  numTodoTests: z.number(),
  testResults: z.array(z.object({ status: z.string(), assertionResults: z.array(z.unknown()) })),
});

/** Runs one project of vitest and counts its tests; a file that cannot even be read counts as one failed. */
async function vitest(project: 'unit' | 'e2e'): Promise<Outcome> {
  const file = `test-results/${project}.json`;
  rmSync(file, { force: true });
  const args = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`];
  const { ok, output } = await script(project, { args, live: true });
  if (!existsSync(file)) return { ok: false, output };
  const report = Report.parse(JSON.parse(readFileSync(file, 'utf8')));
  const broken = report.testResults.filter(
    ({ status, assertionResults }) => status === 'failed' && assertionResults.length === 0,
  ).length;
  const counts = {
    passed: report.numPassedTests,
    failed: report.numFailedTests + broken,
    skipped: report.numPendingTests + report.numTodoTests,
  };
  return { ok, output, counts };
}

/** A browser is a must; without a webmail its tests are skipped, and say so. */
async function system(): Promise<Outcome> {
  const said: string[] = [];
  const needed = async (packages: Parameters<typeof ensureSystem>[0], ifMissing: string) => {
    try {
      const installed = await ensureSystem(packages);
      if (installed.length > 0) said.push(`Installed ${installed.join(', ')}`);
      return true;
    } catch (error) {
      if (!(error instanceof MissingPrograms)) throw error;
      said.push(`${error.message}${ifMissing}`);
      return false;
    }
  };
  const ok = await needed({ packages: browserPackages }, '');
  // One after the other: apt-get works for one at a time.
  if (ok)
    await needed(
      { packages: webmailPackages, ifOffered: webmailSkins },
      '. Until then the tests in Roundcube are skipped.',
    );
  return { ok, output: said.join('\n') };
}

// Dozens of servers and workers read the same modules.
process.env.NODE_COMPILE_CACHE ??= resolve('node_modules/.cache/node');

const types = { name: 'types', run: () => script('types') };
const lint = { name: 'lint', run: () => script('lint') };
const browser = { name: 'system', run: system };
const floors = { name: 'floors', run: () => script('floors') };
const build = { name: 'build', run: () => script('build') };
const unit = { name: 'unit', run: () => vitest('unit') };
const sim = {
  name: 'sim',
  run: () => script('sim:run', { args: ['--runs', '200', '--seed', '1'], closing: true }),
};
const e2e = { name: 'e2e', run: () => vitest('e2e') };

/** Steps of one row run side by side. `types` writes what `floors` reads, and `e2e` needs all the rest. */
const rows: readonly (readonly Step[])[] = [
  [types, lint, browser],
  [floors, build],
  [unit],
  [sim, e2e],
];

const total: Counts = { passed: 0, failed: 0, skipped: 0 };

/** Runs a row, reporting in its order; answers whether all went well. */
async function runRow(row: readonly Step[]): Promise<boolean> {
  const runs = row.map(async ({ name, run }) => {
    const started = performance.now();
    const outcome = await run();
    return { name, ...outcome, seconds: (performance.now() - started) / 1000 };
  });
  let allWell = true;
  for (const [index, running] of runs.entries()) {
    console.log(`\n== ${row[index]?.name}`);
    const { name, ok, output, counts, seconds } = await running;
    if (output) console.log(output.trimEnd());
    console.log(`== ${name}: ${ok ? 'ok' : 'FAILED'}, ${seconds.toFixed(1)} s`);
    total.passed += counts?.passed ?? 0;
    total.skipped += counts?.skipped ?? 0;
    // A step that failed shows in the sum, also where it has no tests to count.
    total.failed += Math.max(counts?.failed ?? 0, ok ? 0 : 1);
    allWell &&= ok;
  }
  return allWell;
}

const known = rows.flat().map(({ name }) => name);
const chosen = process.argv.slice(2);
const unknown = chosen.filter((name) => !known.includes(name));
if (unknown.length > 0) {
  console.error(`No step is called ${unknown.join(', ')}: there are ${known.join(', ')}.`);
  process.exit(2);
}

const started = performance.now();
for (const row of rows) {
  const steps = row.filter(({ name }) => chosen.length === 0 || chosen.includes(name));
  if (!(await runRow(steps))) break;
}
console.log(`\nin ${((performance.now() - started) / 1000).toFixed(0)} s`);
console.log(`${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped`);
process.exitCode = total.failed > 0 ? 1 : 0;
