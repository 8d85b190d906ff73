/** One person's own: everything that is kept of them, and erasing them. Both are the server's to answer. */
import type { Api } from '#lib/api/api.ts';
import type { ContactExport, MentionView } from '#lib/contract/privacy.ts';
import { listKeepers, type Team } from '#lib/model/vocabulary.ts';
import type { Store } from '#lib/store/store.ts';

/** `exclude` puts them on the do-not-record list as well. */
export interface EraseWish {
  exclude: boolean;
  reason?: string;
}

export interface PersonOffice {
  mayErase: boolean;
  /** Texts in which their name stands, for a person to judge. */
  mentions: (contactId: string) => Promise<MentionView[]>;
  /** All of it as a file, with the edits about them that still wait in this browser. */
  export: (contactId: string) => Promise<Blob>;
  erase: (contactId: string, wish: EraseWish) => Promise<void>;
}

export function createPersonOffice({
  api,
  store,
  team,
  nudge,
}: {
  api: Api;
  store: Store;
  team: Team;
  nudge: () => void;
}): PersonOffice {
  const waiting = async (kept: ContactExport) => {
    const ids = [kept.contact.id, ...kept.aliases];
    const about = (row: object) => ids.some((id) => JSON.stringify(row).includes(id));
    return (await store.pending()).filter(about);
  };
  return {
    mayErase: listKeepers.some((keeper) => keeper === team),
    mentions: async (contactId) => (await api.exportPerson(contactId)).mentions,
    async export(contactId) {
      const kept = await api.exportPerson(contactId);
      const all = { ...kept, waiting: await waiting(kept) };
      return new Blob([JSON.stringify(all, null, 2)], { type: 'application/json' });
    },
    async erase(contactId, wish) {
      await api.erasePerson(contactId, wish);
      nudge();
    },
  };
}

/** People of the whole workspace by name or e-mail, with what tells them from others of the name. */
export async function peopleLike(
  api: Pick<Api, 'search'>,
  text: string,
): Promise<{ id: string; name: string; about: string }[]> {
  const { hits } = await api.search(text);
  return hits.flatMap(({ kind, id, name, line }) =>
    kind === 'contact' ? [{ id, name, about: line }] : [],
  );
}
