/** Who may see an account, on the wire. */
import { z } from 'zod';
import { Id } from '../model/fields.ts';

/** Not `restricted`: everybody of the workspace. Else admins, and the users named by their ids. */
export const Access = z.object({ restricted: z.boolean(), users: z.array(Id).max(1000) });
export type Access = z.infer<typeof Access>;

export const AccessAnswer = Access.extend({ account: Id });
export type AccessAnswer = z.infer<typeof AccessAnswer>;
