/** A display of its own for a headed browser: keys are pressed and pictures taken there, not on anybody's desk. */
import { spawnSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { type Child, start, waitFor } from './cleanup.ts';

export interface Display {
  /** As in `DISPLAY`, for example `:99`. */
  name: string;
  /** Presses keys as a person would, for example `ctrl+shift+y`. */
  press: (...keys: string[]) => void;
  /** Saves what the whole display shows to `test-results/NAME.png` and answers that path. */
  picture: (name: string) => Promise<string>;
  stop: Child['stop'];
}

/** Starts Xvfb on the next free display. */
export async function startDisplay({ width = 1400, height = 900 } = {}): Promise<Display> {
  const screen = `${width}x${height}x24`;
  // With -displayfd the server itself takes a free number: two runs never meet on one. Without -noreset it would begin
  // anew, its pointer in the middle, when the first program that speaks to it ends.
  const child = start('Xvfb', [
    '-displayfd',
    '1',
    '-screen',
    '0',
    screen,
    '-nolisten',
    'tcp',
    '-noreset',
  ]);
  const name = await waitFor(
    'Xvfb',
    () => {
      const number = /^\d+$/m.exec(child.output())?.[0];
      return number === undefined ? undefined : `:${number}`;
    },
    { child },
  );
  const run = (program: string, args: string[]) => {
    const { status, stderr, error } = spawnSync(program, args, {
      env: { ...process.env, DISPLAY: name },
      encoding: 'utf8',
    });
    if (status !== 0) throw new Error(`${program} failed: ${error?.message ?? stderr}`);
  };
  // It begins in the middle, where it would lie on something of the page, and the browser would tell of that.
  run('xdotool', ['mousemove', `${width - 1}`, `${height - 1}`]);
  return {
    name,
    press: (...keys) => run('xdotool', ['key', '--clearmodifiers', ...keys]),
    picture: async (title) => {
      // What a page has painted reaches the display some frames later.
      await new Promise((resolve) => setTimeout(resolve, 300));
      const path = resolve('test-results', `${title}.png`);
      mkdirSync(dirname(path), { recursive: true });
      run('import', ['-window', 'root', path]);
      return path;
    },
    stop: child.stop,
  };
}
