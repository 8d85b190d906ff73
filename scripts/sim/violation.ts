/** One of SYNC.md's invariants does not hold. */
export class Violation extends Error {
  /** Its number there. */
  readonly invariant: 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9 | 10;
  constructor(invariant: Violation['invariant'], says: string, cause?: unknown) {
    super(`invariant ${invariant}: ${says}`, { cause });
    this.invariant = invariant;
  }
}
