/** What can go wrong with the cache, as typed errors. In each case nothing was written. */
import type { RejectionCode } from '#lib/model/mutation.ts';

/** The edit cannot be made on what is in the cache; the message is the reason, in a sentence. */
export class EditRejectedError extends Error {
  readonly code: RejectionCode;
  constructor(code: RejectionCode, because: string) {
    super(because);
    this.code = code;
  }
}

/** The server sent a record of a shape this build does not know. */
export class AnswerNotUnderstoodError extends Error {
  readonly code = 'answerNotUnderstood';
}

/** The browser refused to store: `full` for a full disk, else a broken or forbidden database. */
export class StorageFailedError extends Error {
  readonly code = 'storageFailed';
  readonly full: boolean;
  constructor(cause: unknown) {
    super('The browser could not store this.', { cause });
    this.full = isQuota(cause);
  }
}

/** The browser cannot open the database at all; what is in it cannot be read, and was left as it is. */
export class StorageDamagedError extends Error {
  readonly code = 'storageDamaged';
  constructor(cause: unknown) {
    super('The browser cannot read what it stored.', { cause });
  }
}

/** Runs work on the database; any failure of the browser's comes out as a StorageFailedError. */
export async function storing<T>(work: () => PromiseLike<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof EditRejectedError || error instanceof StorageDamagedError) throw error;
    throw new StorageFailedError(error);
  }
}

function isQuota(error: unknown): boolean {
  for (
    let at: unknown = error;
    at instanceof Error;
    at = (at as { inner?: unknown }).inner ?? at.cause
  )
    if (at.name === 'QuotaExceededError') return true;
  return false;
}
