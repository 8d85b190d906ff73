import type { MentionView } from '#lib/contract/privacy.ts';
import type { PersonOffice } from '#lib/panel/person-office.ts';

/** An office that answers at once and changes nothing. */
export const officeWith = (mentions: MentionView[], mayErase = true): PersonOffice => ({
  mayErase,
  mentions: async () => mentions,
  export: async () => new Blob(['{}']),
  erase: async () => {},
});
export const idleOffice = officeWith([]);
