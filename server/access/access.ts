/** Who may see an account: everybody of the workspace, or once it is restricted admins and those named. */
import type { Access, AccessAnswer } from '#lib/contract/access.ts';
import { namesOf } from '../aliases.ts';
import { jsonb } from '../db/json.ts';
import type { Pokes } from '../events.ts';
import { ProblemError } from '../problem.ts';
import type { Db } from '../read/query.ts';
import { retried } from '../retried.ts';
import type { Tx } from '../stored.ts';
import { takeVersion } from '../version.ts';

export interface AccessDeps {
  db: Db;
  /** Told after each change: open streams pull what it means for them. */
  poke: Pokes['poke'];
}

export async function accessOf(db: Db, ws: string, accountId: string): Promise<AccessAnswer> {
  const restricted = await db
    .selectFrom('restricted')
    .select('scope')
    .where('ws', '=', ws)
    .where('scope', '=', accountId)
    .executeTakeFirst();
  const rows = await db
    .selectFrom('grants')
    .select('user_id')
    .where('ws', '=', ws)
    .where('scope', '=', accountId)
    .orderBy('user_id')
    .execute();
  return {
    account: accountId,
    restricted: restricted !== undefined,
    users: rows.map(({ user_id }) => user_id),
  };
}

/**
 * Sets all of it in one commit, so that nobody who may still see the account loses it in between, with a line of the
 * account's history. The same again changes nothing. `change` gets what holds now. @throws ProblemError `badRequest` for a user who is not there
 */
export async function changeAccess(
  { db, poke }: AccessDeps,
  { ws, by }: { ws: string; by: string | null },
  accountId: string,
  change: (now: Access) => Access,
): Promise<AccessAnswer> {
  const { answer, version } = await retried(() =>
    db.transaction().execute(async (tx) => {
      // Of two changes the second sees what the first left.
      await tx.selectFrom('workspaces').select('ws').where('ws', '=', ws).forUpdate().execute();
      const now = await accessOf(tx, ws, accountId);
      const { restricted, users } = change(now);
      // What is open has no list.
      const wanted = restricted ? [...new Set(users)].sort() : [];
      await known(tx, ws, wanted);
      const same = restricted === now.restricted && wanted.join('\n') === now.users.join('\n');
      const answer = { account: accountId, restricted, users: wanted };
      if (same) return { answer, version: null };
      const version = await takeVersion(tx, ws);
      // What was merged into it as well: taken back, it is seen by the same people.
      const scopes = await namesOf(tx, ws, 'account', accountId);
      for (const table of ['restricted', 'grants'] as const)
        await tx.deleteFrom(table).where('ws', '=', ws).where('scope', 'in', scopes).execute();
      if (restricted)
        await tx
          .insertInto('restricted')
          .values(scopes.map((scope) => ({ ws, scope, by_user: by })))
          .execute();
      if (wanted.length > 0)
        await tx
          .insertInto('grants')
          .values(scopes.flatMap((scope) => wanted.map((user_id) => ({ ws, scope, user_id }))))
          .execute();
      const [was, is] = [now, answer].map(({ restricted, users }) => jsonb({ restricted, users }));
      await tx
        .insertInto('history')
        .values(
          scopes.map((id) => ({
            ...{ ws, version, kind: 'account', id, seq: 0, field: 'access' },
            ...{ before: was, after: is, by_user: by, by_client: null, mutation: 'account.access' },
          })),
        )
        .execute();
      await tx.updateTable('workspaces').set({ access: version }).where('ws', '=', ws).execute();
      return { answer, version };
    }),
  );
  if (version !== null) poke(ws, version, true);
  return answer;
}

async function known(tx: Tx, ws: string, userIds: readonly string[]): Promise<void> {
  if (userIds.length === 0) return;
  const rows = await tx
    .selectFrom('users')
    .select('id')
    .where('ws', '=', ws)
    .where('id', 'in', userIds)
    .execute();
  const [stranger] = userIds.filter((id) => !rows.some((row) => row.id === id));
  if (stranger !== undefined)
    throw new ProblemError('badRequest', `users: nobody here is “${stranger}”.`);
}

/** Whether exactly the same people may see both accounts. */
export async function seenAlike(tx: Tx, ws: string, one: string, other: string): Promise<boolean> {
  const { account: _, ...first } = await accessOf(tx, ws, one);
  const { account: __, ...second } = await accessOf(tx, ws, other);
  return JSON.stringify(first) === JSON.stringify(second);
}
