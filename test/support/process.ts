/** Runs one of our programs as a person would, and waits for what it says. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

export interface Program {
  /** Resolves with the match once the output so far fits; rejects when the program ends before. */
  says: (pattern: RegExp) => Promise<RegExpExecArray>;
  output: () => string;
  kill: (signal: NodeJS.Signals) => void;
  /** The exit code; a signal's name when one ended it. */
  ended: Promise<number | NodeJS.Signals | null>;
}

/** What lives for seconds does not earn a second, better compilation of PGlite, which costs half of its start. */
export const shortLived = ['--liftoff-only'];

/** Our programs share most of their modules: the first to read one compiles it for all, as in `npm test`. */
const compiled = join(process.cwd(), 'node_modules/.cache/node');

export function run(
  file: string,
  args: string[] = [],
  { env = {}, cwd }: { env?: Record<string, string>; cwd?: string } = {},
): Program {
  const { PATH = '', HOME = '', NODE_COMPILE_CACHE = compiled } = process.env;
  const child = spawn(process.execPath, [...shortLived, file, ...args], {
    ...(cwd ? { cwd } : {}),
    env: { PATH, HOME, NODE_COMPILE_CACHE, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  const waiting = new Set<() => void>();
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (text: string) => {
      output += text;
      for (const look of waiting) look();
    });
  const ended = once(child, 'close').then(([code, signal]) => code ?? signal);
  return {
    output: () => output,
    kill: (signal) => child.kill(signal),
    ended,
    says: (pattern) =>
      new Promise((resolve, reject) => {
        const look = () => {
          const match = pattern.exec(output);
          if (!match) return;
          waiting.delete(look);
          resolve(match);
        };
        waiting.add(look);
        look();
        void ended.then(() => reject(new Error(`It ended without saying ${pattern}: ${output}`)));
      }),
  };
}
