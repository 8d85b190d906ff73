/** The buying groups of one account side by side: a row for everybody in one of them. */
import type { Contact } from '#lib/model/records/contact.ts';
import type { Member } from '#lib/model/records/member.ts';
import type { DecisionView } from './view.ts';

export interface GroupRow {
  contactId: string;
  /** Absent where the cache does not hold the person. */
  contact: Contact | undefined;
  /** What they are in each decision, by its id. */
  members: ReadonlyMap<string, Member>;
}

/** Whoever is in most groups stands first, then by name; those who are in none any more are last. */
export function groupRows(decisions: readonly DecisionView[]): GroupRow[] {
  const rows = new Map<string, GroupRow & { members: Map<string, Member> }>();
  for (const { opportunity, group, people } of decisions)
    for (const member of group.members) {
      const { contactId } = member;
      const row = rows.get(contactId) ?? { contactId, contact: undefined, members: new Map() };
      row.contact ??= people.get(contactId);
      row.members.set(opportunity.id, member);
      rows.set(contactId, row);
    }
  return [...rows.values()].sort((a, b) => active(b) - active(a) || byName(a.contact, b.contact));
}

/** The people of the account who are in none of its groups and still there, by name. */
export const inNoGroup = (rows: readonly GroupRow[], contacts: Iterable<Contact>): GroupRow[] => {
  const seated = new Set(rows.map(({ contactId }) => contactId));
  return [...contacts]
    .filter(({ id, left }) => !seated.has(id) && left === undefined)
    .sort(byName)
    .map((contact) => ({ contactId: contact.id, contact, members: new Map() }));
};

const active = ({ members }: GroupRow) =>
  [...members.values()].filter(({ status }) => status !== 'inactive').length;

const byName = (a: Contact | undefined, b: Contact | undefined) =>
  (a?.name ?? '').localeCompare(b?.name ?? '');
