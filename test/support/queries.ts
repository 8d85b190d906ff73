/** What is asked of the database, in counts that are the same on every machine. */
import type { Kysely } from 'kysely';

/** The same database, with every query that is made through it counted from now on. */
export function countQueries<Tables>(db: Kysely<Tables>) {
  const asked = { queries: 0 };
  const counted = db.withPlugin({
    transformQuery: ({ node }) => {
      asked.queries++;
      return node;
    },
    transformResult: async ({ result }) => result,
  });
  return { db: counted, asked };
}
