import { closeSync, existsSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

/** Another process, or this one, already works in the folder. */
export class FolderLockedError extends Error {
  readonly code = 'folderLocked';
  override name = 'FolderLockedError';
  readonly pid: number | undefined;

  constructor(folder: string, pid: number | undefined) {
    super(
      `The data folder ${folder} is in use by another server${pid ? ` (process ${pid})` : ''}. Stop it first.`,
    );
    this.pid = pid;
  }
}

/** The lock itself cannot be had: no right to the file, or it is damaged. */
export class LockUnusableError extends Error {
  readonly code = 'lockUnusable';
  override name = 'LockUnusableError';
}

const SQLITE_BUSY = 5;

/**
 * Takes the folder for this process and returns how to give it back. PGlite itself lets a second process in and ruins
 * the data. SQLite's file lock is the operating system's own, so it ends with the process however that dies.
 * @throws FolderLockedError, LockUnusableError
 */
export function lockFolder(folder: string): () => void {
  const pidFile = join(folder, 'lock.pid');
  const lockFile = join(folder, 'lock');
  // Only when missing: closing any descriptor of a file drops this process's own locks on it.
  if (!existsSync(lockFile)) closeSync(openSync(lockFile, 'a', 0o600));
  const lock = take(lockFile, (cause) => {
    if ((cause as { errcode?: number }).errcode === SQLITE_BUSY)
      return new FolderLockedError(folder, readPid(pidFile));
    const reason = `The lock file ${lockFile} cannot be used: ${(cause as Error).message}.`;
    return new LockUnusableError(reason, { cause });
  });
  writeFileSync(pidFile, `${process.pid}\n`, { mode: 0o600 });
  return () => {
    rmSync(pidFile, { force: true });
    lock.close();
  };
}

function take(file: string, explain: (cause: unknown) => Error): DatabaseSync {
  let lock: DatabaseSync | undefined;
  try {
    lock = new DatabaseSync(file, { timeout: 0 });
    lock.exec('begin exclusive');
    return lock;
  } catch (error) {
    lock?.close();
    throw explain(error);
  }
}

function readPid(file: string): number | undefined {
  if (!existsSync(file)) return undefined;
  const pid = Number.parseInt(readFileSync(file, 'utf8'), 10);
  return Number.isInteger(pid) ? pid : undefined;
}
