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

const SQLITE_BUSY = 5;

/**
 * Takes the folder for this process and returns how to give it back. PGlite itself lets a second process in and ruins
 * the data. SQLite's file lock is the operating system's own, so it ends with the process however that dies.
 * @throws FolderLockedError
 */
export function lockFolder(folder: string): () => void {
  const pidFile = join(folder, 'lock.pid');
  const lockFile = join(folder, 'lock');
  // Only when missing: closing any descriptor of a file drops this process's own locks on it.
  if (!existsSync(lockFile)) closeSync(openSync(lockFile, 'a', 0o600));
  const lock = new DatabaseSync(lockFile, { timeout: 0 });
  try {
    lock.exec('begin exclusive');
  } catch (error) {
    lock.close();
    if ((error as { errcode?: number }).errcode !== SQLITE_BUSY) throw error;
    throw new FolderLockedError(folder, readPid(pidFile));
  }
  writeFileSync(pidFile, `${process.pid}\n`, { mode: 0o600 });
  return () => {
    rmSync(pidFile, { force: true });
    lock.close();
  };
}

function readPid(file: string): number | undefined {
  if (!existsSync(file)) return undefined;
  const pid = Number.parseInt(readFileSync(file, 'utf8'), 10);
  return Number.isInteger(pid) ? pid : undefined;
}
