/**
 * Titles on standard input, one a line, to personas as JSON lines.
 * `--measure DIR` counts instead how often the labelled lists of that folder agree with us.
 */
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { argv, exit, stdin, stdout } from 'node:process';
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
  stdin.setEncoding('utf8');
  // Not readline: it also ends a line at signs that may stand inside a title.
  let rest = '';
  const say = async (line: string) => {
    const title = line.replace(/^\uFEFF/, '').replace(/\r$/, '');
    const flowing = stdout.write(`${JSON.stringify({ title, ...persona(title) })}\n`);
    if (!flowing) await once(stdout, 'drain');
  };
  for await (const chunk of stdin) {
    const lines = (rest + String(chunk)).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) await say(line);
  }
  if (rest !== '') await say(rest);
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
