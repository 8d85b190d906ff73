/** Work in the database that somebody may be quicker at. */

/** Unique violation, serialization failure, deadlock: somebody was quicker, so look again and decide anew. */
const passing = new Set(['23505', '40001', '40P01']);

/** Does the work again, anew, when that is why it failed. */
export async function retried<T>(work: () => Promise<T>, times = 8): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await work();
    } catch (error) {
      const code = (error as { code?: unknown }).code;
      if (attempt >= times || typeof code !== 'string' || !passing.has(code)) throw error;
    }
  }
}
