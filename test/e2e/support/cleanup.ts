/** What a test started ends with it, in reverse order, whether it passes, fails or times out. */
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';

type Cleanup = () => unknown;
const forAll: Cleanup[] = [];

/** Runs `cleanup` once the test is done; called outside a test, as in `beforeAll`, once the file is. */
export function atEnd(cleanup: Cleanup): void {
  try {
    onTestFinished(async () => {
      await cleanup();
    });
  } catch {
    forAll.push(cleanup);
  }
}

/** At the end of each file, by its set-up. */
export async function endAll(): Promise<void> {
  const failures: unknown[] = [];
  for (const cleanup of forAll.splice(0).reverse())
    await Promise.resolve()
      .then(cleanup)
      .catch((error: unknown) => failures.push(error));
  if (failures.length > 0) throw new AggregateError(failures, 'Cleaning up failed');
}

/** A folder of its own under the system's temporary one, removed at the end. */
export function temporaryFolder(name: string): string {
  const folder = mkdtempSync(join(tmpdir(), `quorum-${name}-`));
  atEnd(() => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }));
  return folder;
}

/** A child process that leads a group of its own, so that whatever it starts ends with it. */
export interface Child {
  process: ChildProcess;
  pid: number;
  /** All that it has written so far, standard output and error together. */
  output: () => string;
  /** Resolves when it has ended. */
  ended: Promise<void>;
  /** Asks it to end; after fifteen seconds kills the whole group. */
  stop: (signal?: NodeJS.Signals) => Promise<void>;
  /** SIGKILL to the whole group: nothing gets to tidy up. */
  kill: () => Promise<void>;
}

export interface ChildOptions {
  cwd?: string;
  env?: NodeJS.ProcessEnv;
  uid?: number;
  gid?: number;
}

/** Starts a program that must not outlive the tests, even when these are killed themselves. */
export function start(program: string, args: readonly string[], options: ChildOptions = {}): Child {
  const [command, commandArgs] =
    process.platform === 'linux'
      ? (['setpriv', ['--pdeathsig', 'KILL', program, ...args]] as const)
      : ([program, args] as const);
  const child = spawn(command, commandArgs, {
    ...options,
    env: { ...process.env, ...options.env },
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  const keep = (text: Buffer) => {
    output += text;
  };
  child.stdout.on('data', keep);
  child.stderr.on('data', keep);
  const ended = new Promise<void>((resolve) => {
    child.once('error', (error) => {
      output += error.message;
      resolve();
    });
    child.once('exit', () => resolve());
  });
  const pid = child.pid;
  if (pid === undefined) throw new Error(`${program} cannot be started`);

  const kill = async () => {
    signalGroup(pid, 'SIGKILL');
    await ended;
  };
  const stop = async (signal: NodeJS.Signals = 'SIGTERM') => {
    if (child.exitCode === null && child.signalCode === null) child.kill(signal);
    const patience = setTimeout(() => signalGroup(pid, 'SIGKILL'), 15_000);
    await ended;
    clearTimeout(patience);
    signalGroup(pid, 'SIGKILL');
  };
  atEnd(kill);
  return { process: child, pid, output: () => output, ended, stop, kill };
}

/** Signals a process group; that it is gone already is no error. */
export function signalGroup(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(-pid, signal);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}

/** A loopback port that is free now. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() =>
        typeof address === 'object' && address
          ? resolve(address.port)
          : reject(new Error('no port')),
      );
    });
  });
}

/** Asks again until `probe` answers something, or fails with `what` and what `child` has written. */
export async function waitFor<T>(
  what: string,
  probe: () => Promise<T | undefined> | T | undefined,
  { timeout = 60_000, child }: { timeout?: number; child?: Child } = {},
): Promise<T> {
  const deadline = Date.now() + timeout;
  for (;;) {
    const answer = await probe();
    if (answer !== undefined) return answer;
    const gone = child && (child.process.exitCode !== null || child.process.signalCode !== null);
    if (gone || Date.now() > deadline)
      throw new Error(`${what}: ${gone ? 'ended' : 'not in time'}\n${child?.output() ?? ''}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
