/** The demo workspace, made once at the first start. */
import { randomUUID } from 'node:crypto';
import type { Kysely } from 'kysely';
import type { Auth } from './auth/auth.ts';
import { demoPassword, demoUsers, demoWorkspace } from './auth/demo.ts';
import type { Database } from './db/schema.ts';
import { writeDemo } from './demo/write.ts';

/**
 * Makes the demo workspace with its users, their accounts at the bundled issuer and its records, unless it is there.
 * @returns whether it was made now
 */
export async function seed({ db, auth }: { db: Kysely<Database>; auth: Auth }): Promise<boolean> {
  const { ws, name } = demoWorkspace;
  const there = await db
    .selectFrom('workspaces')
    .select('ws')
    .where('ws', '=', ws)
    .executeTakeFirst();
  if (there) return false;
  const subjects = await demoAccounts(auth);
  await db.transaction().execute(async (tx) => {
    await tx.insertInto('workspaces').values({ ws, name, epoch: randomUUID() }).execute();
    await tx
      .insertInto('users')
      .values(demoUsers.map((user) => ({ ws, ...user })))
      .execute();
    if (subjects.length > 0) {
      await tx
        .insertInto('identities')
        .values(
          subjects.map(({ subject, id }) => ({ issuer: auth.issuer, subject, ws, user_id: id })),
        )
        .execute();
    }
    await writeDemo(tx, ws);
  });
  return true;
}

/** Accounts come first and stay if the rest fails: making them again finds them. An issuer of one's own has its own. */
async function demoAccounts({ bundled }: Auth): Promise<{ id: string; subject: string }[]> {
  if (!bundled) return [];
  const accounts: { id: string; subject: string }[] = [];
  for (const { id, email, name } of demoUsers) {
    const subject = await bundled.ensureAccount({ email, name, password: demoPassword });
    accounts.push({ id, subject });
  }
  return accounts;
}
