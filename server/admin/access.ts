/** Who may see an account, as an admin at the server says it: accounts by a domain or an id, users by their address. */
import type { Access } from '#lib/contract/access.ts';
import { type AccessDeps, accessOf, changeAccess } from '../access/access.ts';
import { everything } from '../access/sight.ts';
import { accountsAt } from '../read/accounts.ts';
import { many } from '../read/query.ts';

interface Asked {
  do: 'access' | 'restrict' | 'open' | 'grant' | 'ungrant';
  workspace: string;
  account: string;
  users?: readonly string[];
}

/** Answers with who may see the account then. */
export async function askAccess(
  deps: AccessDeps,
  { do: what, workspace: ws, account: named, users: addresses = [] }: Asked,
): Promise<{ lines: string[] } | { error: string }> {
  const { db } = deps;
  const byId = await many(db, everything(ws), 'account', [named]);
  const accounts = byId.length > 0 ? byId : (await accountsAt(db, everything(ws), named)).accounts;
  const [account, another] = accounts;
  if (!account) return { error: `Workspace “${ws}” has no account “${named}”.` };
  if (another) {
    const ids = accounts.map(({ id, name }) => `${id} (${name})`).join(', ');
    return { error: `Several accounts have “${named}”. Name one by its id: ${ids}.` };
  }
  const people = await db
    .selectFrom('users')
    .select(['id', 'email'])
    .where('ws', '=', ws)
    .orderBy('email')
    .execute();
  const emailOf = new Map(people.map(({ id, email }) => [id, email]));
  const ids: string[] = [];
  for (const address of addresses) {
    const user = people.find(({ email }) => email.toLowerCase() === address.toLowerCase());
    if (!user) return { error: `Workspace “${ws}” has no user “${address}”.` };
    ids.push(user.id);
  }
  if ((what === 'grant' || what === 'ungrant') && ids.length === 0)
    return { error: `Say whom: ${what} --account ${named} --user NAME@COMPANY` };
  const before = await accessOf(db, ws, account.id);
  if (what === 'grant' && !before.restricted)
    return { error: `Everybody sees ${account.name}. Restrict it first.` };
  const after =
    what === 'access'
      ? before
      : await changeAccess(deps, { ws, by: null }, account.id, (now) => changed(what, now, ids));
  return { lines: said(account.name, after, emailOf) };
}

function changed(what: Exclude<Asked['do'], 'access'>, now: Access, ids: string[]): Access {
  switch (what) {
    case 'restrict':
      return { restricted: true, users: [...now.users, ...ids] };
    case 'open':
      return { restricted: false, users: [] };
    case 'grant':
      return { ...now, users: [...now.users, ...ids] };
    case 'ungrant':
      return { ...now, users: now.users.filter((id) => !ids.includes(id)) };
  }
}

function said(name: string, { restricted, users }: Access, emailOf: Map<string, string>): string[] {
  if (!restricted) return [`Everybody of the workspace sees ${name}.`];
  if (users.length === 0) return [`Only admins see ${name}.`];
  return [`Admins see ${name}, and:`, ...users.map((id) => `  ${emailOf.get(id) ?? id}`)];
}
