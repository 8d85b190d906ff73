/** What is done to many people of a list at once: one edit, one way back. */
import type { SeenAccount } from '#lib/model/detection.ts';
import { companyNameKey } from '#lib/model/keys.ts';
import type { AccountMatch } from '#lib/model/match.ts';
import { type Call, call } from '#lib/model/mutation.ts';
import { createAccount, removeAccount } from '#lib/model/mutations/account.ts';
import { createContact, removeContact } from '#lib/model/mutations/contact.ts';
import { tagContacts, untagContacts } from '#lib/model/mutations/tags.ts';
import type { Account } from '#lib/model/records/account.ts';
import type { Contact } from '#lib/model/records/contact.ts';
import { memberId } from '#lib/model/records/member.ts';
import type { BuyingRole } from '#lib/model/vocabulary.ts';
import type { QuorumDatabase } from '#lib/store/database.ts';
import { many, one } from '#lib/store/queries.ts';
import { asBefore, roleFields } from './decision-back.ts';
import { seated } from './decision-calls.ts';
import { NotThereError } from './not-there.ts';
import type { Somebody } from './people-acts.ts';
import { tagging } from './tagging.ts';
import type { Undoable } from './undo.ts';

/** As much of a person on a page as attaching and tagging take. */
interface Listed extends Somebody {
  account: AccountMatch;
}

export interface BatchActs {
  /** Adds the person (and, when needed, the account) if new, and attaches them to the decision in these roles. */
  attach: (person: Listed, opportunityId: string, roles: BuyingRole[]) => Promise<void>;
  /** Attaches many to one decision as one act with one way back, adding those who are new to its account. */
  attachMany: (
    people: readonly { person: Listed; roles: BuyingRole[] }[],
    opportunityId: string,
  ) => Promise<void>;
  /** Adds and removes tags of many as one act, adding first those who are new and whose company the page tells. */
  tagPeople: (people: readonly Listed[], add: string[], remove: string[]) => Promise<void>;
}

/** Whether somebody can be tagged: it is clear who they are, and of somebody new, at which company. */
export const canBeTagged = ({ match, account, seenAccount }: Listed): boolean =>
  match.is === 'known' ||
  (match.is === 'new' &&
    (account.is === 'known' || (account.is === 'new' && seenAccount !== undefined)));

export interface BatchActsOptions {
  db: QuorumDatabase;
  edit: (calls: Call[], act: Undoable) => Promise<void>;
  newContact: (person: Listed, accountId: string) => Contact;
  newAccount: (seen: SeenAccount, site?: string) => Account;
  /** Somebody joined this decision. */
  onAttached?: ((opportunityId: string) => void) | undefined;
}

export function createBatchActs({
  db,
  edit,
  newContact,
  newAccount,
  onAttached,
}: BatchActsOptions): BatchActs {
  /** The calls that seat one person, and those that take it back. */
  async function seating(
    person: Listed,
    { id: opportunityId, accountId }: { id: string; accountId: string },
    roles: BuyingRole[],
  ) {
    const known = person.match.is === 'known' ? person.match.contact : undefined;
    const contact = known ?? newContact(person, accountId);
    const contactId = contact.id;
    const before = known && (await one(db, 'member', memberId(opportunityId, contactId)));
    const place = { opportunityId, contactId };
    return {
      name: contact.name,
      before,
      calls: [
        ...(known ? [] : [call(createContact, { contact, accountId })]),
        seated(place, roles),
      ],
      back: [
        asBefore(place, before, ['status', ...roleFields]),
        ...(known ? [] : [call(removeContact, { contactId, created: contactId })]),
      ],
    };
  }

  async function attachMany(
    people: readonly { person: Listed; roles: BuyingRole[] }[],
    opportunityId: string,
  ) {
    const opportunity = await one(db, 'opportunity', opportunityId);
    if (!opportunity) throw new NotThereError('The decision was deleted.');
    const seated = await Promise.all(
      people.map(({ person, roles }) => seating(person, opportunity, roles)),
    );
    const [first] = seated;
    if (!first) return;
    const act =
      seated.length > 1
        ? ({ what: 'attachedMany', name: String(seated.length) } as const)
        : ({ what: first.before ? 'changedRoles' : 'attached', name: first.name } as const);
    await edit(
      seated.flatMap(({ calls }) => calls),
      { ...act, calls: seated.toReversed().flatMap(({ back }) => back) },
    );
    onAttached?.(opportunityId);
  }

  return {
    attach: (person, opportunityId, roles) => attachMany([{ person, roles }], opportunityId),
    attachMany,

    async tagPeople(people, add, remove) {
      const ids = people.flatMap(({ match }) => (match.is === 'known' ? [match.contact.id] : []));
      const known = await many(db, 'contact', ids);
      const accounts = new Map<string, Account>();
      const accountOf = ({ account, seenAccount, site }: Listed): string | undefined => {
        if (account.is === 'known') return account.account.id;
        if (!seenAccount) return undefined;
        const key = companyKey(seenAccount);
        const fresh = accounts.get(key) ?? newAccount(seenAccount, site);
        accounts.set(key, fresh);
        return fresh.id;
      };
      const fresh = people.flatMap((person) => {
        if (add.length === 0 || person.match.is !== 'new' || !canBeTagged(person)) return [];
        const accountId = accountOf(person);
        return accountId ? [newContact(person, accountId)] : [];
      });
      const tags = (contacts: readonly Contact[]) =>
        tagging(
          contacts,
          { add, remove },
          (contactIds, tags) => call(tagContacts, { contactIds, tags }),
          (contactIds, tags) => call(untagContacts, { contactIds, tags }),
        );
      const all = [...known, ...fresh];
      const { calls } = tags(all);
      const [first] = all;
      if (!first || calls.length === 0) return;
      const act =
        all.length === 1
          ? ({ what: 'tagged', name: first.name } as const)
          : ({ what: 'taggedMany', name: String(all.length) } as const);
      await edit(
        [
          ...[...accounts.values()].map((account) => call(createAccount, { account })),
          ...fresh.map((contact) => call(createContact, { contact, accountId: contact.accountId })),
          ...calls,
        ],
        {
          ...act,
          calls: [
            ...tags(known).back,
            ...fresh.map(({ id }) => call(removeContact, { contactId: id, created: id })),
            ...[...accounts.values()].map(({ id }) =>
              call(removeAccount, { accountId: id, created: id }),
            ),
          ],
        },
      );
    },
  };
}

/** One company for all who name it the same way. */
const companyKey = ({ linkedin, domains, name }: SeenAccount): string =>
  linkedin ?? domains[0] ?? companyNameKey(name ?? '');
