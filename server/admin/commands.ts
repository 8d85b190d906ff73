/** What an admin does at the server itself, in words: the answer is lines for a terminal. */
import type { Kysely } from 'kysely';
import { z } from 'zod';
import { Id } from '#lib/model/fields.ts';
import type { AccessDeps } from '../access/access.ts';
import type { Database } from '../db/schema.ts';
import { createKey, KeyName, KeyScope, listKeys, NoWorkspaceError, revokeKey } from '../keys.ts';
import { afterRestore } from '../restored.ts';
import { askAccess } from './access.ts';

export const AdminCommand = z.discriminatedUnion('do', [
  z.object({
    do: z.literal('key'),
    workspace: Id,
    scopes: z.array(KeyScope).min(1),
    name: KeyName,
  }),
  z.object({ do: z.literal('keys'), workspace: Id }),
  z.object({ do: z.literal('revoke'), workspace: Id, id: z.string() }),
  z.object({ do: z.literal('restored'), workspace: Id }),
  z.object({ do: z.literal('access'), workspace: Id, account: z.string().min(1) }),
  z.object({
    do: z.enum(['restrict', 'open', 'grant', 'ungrant']),
    workspace: Id,
    account: z.string().min(1),
    users: z.array(z.email()),
  }),
]);
export type AdminCommand = z.infer<typeof AdminCommand>;

export const AdminAnswer = z.union([
  z.object({ lines: z.array(z.string()) }),
  z.object({ error: z.string() }),
]);
export type AdminAnswer = z.infer<typeof AdminAnswer>;

export async function runAdmin(
  db: Kysely<Database>,
  command: AdminCommand,
  poke: AccessDeps['poke'] = () => {},
): Promise<AdminAnswer> {
  const { workspace: ws } = command;
  switch (command.do) {
    case 'key':
      try {
        const { name, scopes } = command;
        return { lines: [await createKey(db, { ws, name, scopes })] };
      } catch (error) {
        if (error instanceof NoWorkspaceError) return { error: error.message };
        throw error;
      }
    case 'keys': {
      const keys = await listKeys(db, ws);
      return {
        lines: keys.map(({ id, name, scopes, created_at, revoked_at }) =>
          [id, name, scopes, created_at.toISOString(), revoked_at ? 'revoked' : 'in use'].join(
            '  ',
          ),
        ),
      };
    }
    case 'revoke':
      return (await revokeKey(db, ws, command.id))
        ? { lines: [`${command.id} is revoked.`] }
        : { error: `No key in use begins with “${command.id}”.` };
    case 'restored':
      return (await afterRestore(db, ws))
        ? { lines: [`Every browser of ${ws} fills its copy anew, and keeps its waiting edits.`] }
        : { error: `There is no workspace “${ws}”.` };
    case 'access':
    case 'restrict':
    case 'open':
    case 'grant':
    case 'ungrant':
      return askAccess({ db, poke }, command);
  }
}
