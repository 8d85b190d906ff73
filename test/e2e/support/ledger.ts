/** What a server holds at rest, read from its database once it has stopped. */
import { openDatabase } from '#server/db/database.ts';
import type { TestServer } from './server.ts';

export interface Ledger {
  /** Names of all mutations that reached the server, in the order in which each client sent them. */
  mutations: string[];
  /** The members of a decision and their roles, as `person: role, role`. */
  members: (opportunityId: string) => string[];
}

/** Stops the server and reads its folder. */
export async function ledgerOf(server: TestServer): Promise<Ledger> {
  await server.stop();
  const { db, close } = await openDatabase({ folder: server.folder });
  try {
    const log = await db
      .selectFrom('mutation_log')
      .select('name')
      .orderBy('client')
      .orderBy('mutation_id')
      .execute();
    const rows = await db
      .selectFrom('records')
      .select('data')
      .where('kind', '=', 'member')
      .where('deleted_at', 'is', null)
      .execute();
    return {
      mutations: log.map(({ name }) => name),
      members: (opportunityId) =>
        rows
          .filter(({ data }) => data.opportunityId === opportunityId)
          .map(
            ({ data }) =>
              `${data.contactId}: ${Array.isArray(data.roles) ? data.roles.join(', ') : ''}`,
          )
          .sort(),
    };
  } finally {
    await close();
  }
}
