/** What was opened by hand, beside no page: a person or an account on record, in the form a page of theirs would have. */
import type { Contact } from '#lib/model/records/contact.ts';
import type { QuorumDatabase } from '#lib/store/database.ts';
import { one } from '#lib/store/queries.ts';
import type { Hit } from '#lib/store/search.ts';
import { aliasesOf } from '#lib/store/view.ts';
import { accountDetail } from './account.ts';
import { Accounts } from './accounts.ts';
import { openDecisionsAt } from './decisions.ts';
import { recordView } from './people.ts';
import type { Moment } from './view.ts';

/** Enough to open it: `scope` is the account it belongs to. */
export type Target = Pick<Hit, 'kind' | 'id' | 'scope'>;

/** Where it is by now: under what it was merged into, at the account that took in its own. */
export async function presentOf(db: QuorumDatabase, { kind, id, scope }: Target): Promise<Target> {
  const present = await aliasesOf(db, [
    [kind, id],
    ['account', scope],
  ]);
  return { kind, id: present(kind, id), scope: present('account', scope) };
}

/**
 * What was merged meanwhile opens as what it became. `null` where the cache does not have it, and for a decision, which
 * opens in its own form.
 */
export async function momentAt(
  db: QuorumDatabase,
  target: Target,
  now: number,
): Promise<Moment | null> {
  const there = await whole(db, target, now);
  if (there || target.kind === 'opportunity') return there;
  const present = await presentOf(db, target);
  return present.id === target.id ? null : await whole(db, present, now);
}

async function whole(
  db: QuorumDatabase,
  { kind, id }: Target,
  now: number,
): Promise<Moment | null> {
  const accounts = new Accounts(db, now);
  const url = `record:${kind}:${id}`;
  if (kind === 'contact') {
    const contact = await one(db, 'contact', id);
    if (!contact) return null;
    const person = await recordView(accounts, contact, true);
    return { at: 'person', url, unread: [], person };
  }
  const account = kind === 'account' ? await one(db, 'account', id) : undefined;
  if (!account) return null;
  // First, as it reads all that the others need.
  const detail = await accountDetail(accounts, account);
  const people = (await accounts.at('contact', id)).toSorted(byName).slice(0, mostPeople);
  return {
    at: 'account',
    url,
    unread: [],
    seen: { name: account.name, domains: account.domains },
    account: { is: 'known', account, by: 'user' },
    decisions: await openDecisionsAt(accounts, id),
    people: await Promise.all(people.map((contact) => recordView(accounts, contact))),
    detail,
  };
}

/** So many people of an account are listed; the others are found by search. */
const mostPeople = 100;

const byName = (a: Contact, b: Contact) => a.name.localeCompare(b.name);
