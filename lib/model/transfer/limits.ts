/** Most rows of one import; more is refused, not cut. */
export const importLimit = 10_000;
/** Largest file and largest request of an import, in bytes. */
export const importBytes = 16 * 1_048_576;
