/** Tagging, correcting and moving people and companies, each with its way back. */

import type { SeenAccount, SeenPerson } from '#lib/model/detection.ts';
import type { PersonMatch } from '#lib/model/match.ts';
import { type Call, call } from '#lib/model/mutation.ts';
import { createAccount, removeAccount } from '#lib/model/mutations/account.ts';
import { type AccountFields, changeAccount } from '#lib/model/mutations/account-edit.ts';
import {
  type ContactFields,
  changeContact,
  contactLeft,
} from '#lib/model/mutations/contact-edit.ts';
import { moveContact, unmoveContact } from '#lib/model/mutations/contact-move.ts';
import {
  tagAccounts,
  tagContacts,
  untagAccounts,
  untagContacts,
} from '#lib/model/mutations/tags.ts';
import type { Account } from '#lib/model/records/account.ts';
import type { Contact } from '#lib/model/records/contact.ts';
import type { Member } from '#lib/model/records/member.ts';
import type { ListChange } from '#lib/model/sources.ts';
import { many, one } from '#lib/store/queries.ts';
import type { Store } from '#lib/store/store.ts';
import { edited } from './decision-calls.ts';
import { NotThereError } from './not-there.ts';
import { tagging } from './tagging.ts';
import type { Undoable } from './undo.ts';

/** As much of a person on a page as moving them on takes. */
export interface Somebody {
  seen: SeenPerson;
  site?: string;
  match: PersonMatch;
  seenAccount?: SeenAccount;
}

export interface PeopleActs {
  /** Adds and removes tags of many people at once, as one act with one way back. */
  tagMany: (contactIds: string[], add: string[], remove: string[]) => Promise<void>;
  tagAccount: (accountId: string, add: string[], remove: string[]) => Promise<void>;
  changeContact: (
    contactId: string,
    fields: ContactFields,
    emails: ListChange<string>,
  ) => Promise<void>;
  changeAccount: (
    accountId: string,
    fields: AccountFields,
    domains: ListChange<string>,
  ) => Promise<void>;
  /** The person left then (ISO 8601); `null`: they did not. */
  setLeft: (contactId: string, left: string | null) => Promise<void>;
  /** Sets somebody inactive in each of these decisions. */
  setInactive: (members: Member[]) => Promise<void>;
  /**
   * A known person seen elsewhere: they left the account on record today, and are somebody new where they are now:
   * at this account, or without it at the page's company, made an account.
   */
  moveOn: (person: Somebody, accountId?: string) => Promise<void>;
}

export interface PeopleActsOptions {
  store: Store;
  edit: (calls: Call[], act: Undoable) => Promise<void>;
  at: () => string;
  newContact: (person: Pick<Somebody, 'seen' | 'site'>, accountId: string) => Contact;
  newAccount: (seen: SeenAccount, site?: string) => Account;
}

export function createPeopleActs({
  store: { db },
  edit,
  at,
  newContact,
  newAccount,
}: PeopleActsOptions): PeopleActs {
  return {
    async tagMany(contactIds, add, remove) {
      const contacts = await many(db, 'contact', contactIds);
      const [first] = contacts;
      if (!first) throw new NotThereError('The contact was deleted.');
      const { calls, back } = tagging(
        contacts,
        { add, remove },
        (contactIds, tags) => call(tagContacts, { contactIds, tags }),
        (contactIds, tags) => call(untagContacts, { contactIds, tags }),
      );
      if (calls.length === 0) return;
      const act =
        contacts.length === 1
          ? ({ what: 'tagged', name: first.name } as const)
          : ({ what: 'taggedMany', name: String(contacts.length) } as const);
      await edit(calls, { ...act, calls: back });
    },

    async tagAccount(accountId, add, remove) {
      const account = await one(db, 'account', accountId);
      if (!account) throw new NotThereError('The account is gone.');
      const { calls, back } = tagging(
        [account],
        { add, remove },
        (accountIds, tags) => call(tagAccounts, { accountIds, tags }),
        (accountIds, tags) => call(untagAccounts, { accountIds, tags }),
      );
      if (calls.length > 0) await edit(calls, { what: 'tagged', name: account.name, calls: back });
    },

    async changeContact(contactId, fields, emails) {
      const contact = await one(db, 'contact', contactId);
      if (!contact) throw new NotThereError('The contact was deleted.');
      const { linkedin = null, title = null, headline = null, location = null } = contact;
      const before: Required<ContactFields> = {
        ...{ name: contact.name, linkedin, title, headline, location },
      };
      await edit(contactCalls(contactId, fields, emails), {
        what: 'changedContact',
        name: contact.name,
        calls: contactCalls(contactId, only(before, fields), reversed(emails, contact.emails)),
      });
    },

    async changeAccount(accountId, fields, domains) {
      const account = await one(db, 'account', accountId);
      if (!account) throw new NotThereError('The account is gone.');
      const { linkedin = null, ownerId = null, target, placeholder } = account;
      const before: Required<AccountFields> = {
        ...{ name: account.name, linkedin, ownerId, target, placeholder },
      };
      await edit(accountCalls(accountId, fields, domains), {
        what: 'changedAccount',
        name: account.name,
        calls: accountCalls(accountId, only(before, fields), reversed(domains, account.domains)),
      });
    },

    async setLeft(contactId, left) {
      const contact = await one(db, 'contact', contactId);
      if (!contact) throw new NotThereError('The contact was deleted.');
      await edit([call(contactLeft, { contactId, left })], {
        what: left ? 'markedLeft' : 'unmarkedLeft',
        name: contact.name,
        calls: [call(contactLeft, { contactId, left: contact.left ?? null })],
      });
    },

    async setInactive(members) {
      const [first] = members;
      if (!first) return;
      const name = (await one(db, 'contact', first.contactId))?.name ?? '';
      await edit(
        members.map((member) => edited(member, { status: 'inactive' })),
        {
          what: 'setInactive',
          name,
          calls: members.map((member) => edited(member, { status: member.status })),
        },
      );
    },

    async moveOn({ match, seen, seenAccount, site }, there) {
      if (match.is !== 'known' || !(there || seenAccount))
        throw new NotThereError('The page does not say where this person is now.');
      const former = match.contact;
      const fresh = there || !seenAccount ? undefined : newAccount(seenAccount, site);
      const accountId = there ?? fresh?.id ?? '';
      const contact = newContact(
        { seen: { ...seen, name: seen.name ?? former.name }, ...(site && { site }) },
        accountId,
      );
      const left = former.left ?? null;
      await edit(
        [
          ...(fresh ? [call(createAccount, { account: fresh })] : []),
          call(moveContact, { contactId: former.id, accountId, contact, left: left ?? at() }),
        ],
        {
          what: 'movedOn',
          name: former.name,
          calls: [
            call(unmoveContact, {
              contactId: former.id,
              ...{ movedId: contact.id, created: contact.id, left, keys: former },
            }),
            ...(fresh ? [call(removeAccount, { accountId: fresh.id, created: fresh.id })] : []),
          ],
        },
      );
    },
  };
}

const changes = ({ add, remove }: ListChange<string>) => add.length + remove.length > 0;

const contactCalls = (contactId: string, fields: ContactFields, emails: ListChange<string>) => [
  call(changeContact, { contactId, fields, ...(changes(emails) && { emails }) }),
];

const accountCalls = (accountId: string, fields: AccountFields, domains: ListChange<string>) => [
  call(changeAccount, { accountId, fields, ...(changes(domains) && { domains }) }),
];

/** What the fields held before, for those that are changed. */
const only = <F extends object>(before: Required<F>, fields: F): Partial<F> =>
  Object.fromEntries(Object.entries(before).filter(([field]) => field in fields)) as Partial<F>;

/** Brings back what was taken, and takes what was not there. */
const reversed = ({ add, remove }: ListChange<string>, had: readonly string[]) => ({
  add: remove.filter((one) => had.includes(one)),
  remove: add.filter((one) => !had.includes(one)),
});
