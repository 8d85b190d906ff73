/** Who may see an account: the server's to answer, and an admin's to say. */
import type { Api } from '#lib/api/api.ts';
import type { Access } from '#lib/contract/access.ts';
import type { Team } from '#lib/model/vocabulary.ts';

export interface AccessOffice {
  /** Whether the signed-in user says who may see what. */
  mayChange: boolean;
  ask: (accountId: string) => Promise<Access>;
  /** Answers with what holds then. */
  change: (accountId: string, access: Access) => Promise<Access>;
}

export const createAccessOffice = ({
  api,
  team,
}: {
  api: Pick<Api, 'access' | 'setAccess'>;
  team: Team;
}): AccessOffice => ({
  mayChange: team === 'admin',
  ask: (accountId) => api.access(accountId),
  change: (accountId, access) => api.setAccess(accountId, access),
});
