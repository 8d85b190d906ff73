/**
 * Titles on standard input, one a line, to personas as JSON lines.
 * `--measure DIR` counts instead how often the labelled lists of that folder agree with us.
 */
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { argv, exit, stdin, stdout } from 'node:process';
import { createInterface } from 'node:readline';
import {
  asTable,
  departmentOf,
  levelOf,
  measure,
  parseLabelled,
} from '../lib/model/persona/measure.ts';
import { persona } from '../lib/model/persona/persona.ts';

const [mode, folder, ...rest] = argv.slice(2);
if (mode === undefined) await answer();
else if (mode === '--measure' && folder !== undefined && rest.length === 0) report(folder);
else {
  console.error('Usage: persona < TITLES, or persona --measure DIR');
  exit(2);
}

async function answer() {
  // A reader that leaves early (`| head`) is no error.
  stdout.on('error', () => exit(0));
  for await (const line of createInterface({ input: stdin, crlfDelay: Number.POSITIVE_INFINITY })) {
    const title = line.replace(/^\uFEFF/, '');
    const answered = stdout.write(`${JSON.stringify({ title, ...persona(title) })}\n`);
    if (!answered) await once(stdout, 'drain');
  }
}

function report(folder: string) {
  try {
    const rows = (file: string) => parseLabelled(readFileSync(join(folder, file), 'utf8'));
    console.log(asTable('Department', measure(rows('department-v2.csv'), departmentOf)));
    console.log(asTable('Seniority', measure(rows('seniority-v2.csv'), levelOf)));
  } catch (error) {
    console.error(error instanceof Error ? error.message : String(error));
    exit(2);
  }
}
