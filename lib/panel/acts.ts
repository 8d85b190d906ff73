/** What a person does in the panel, as edits of the cache with a way back. Each resolves once it is stored here. */
import { uuidv7 } from 'uuidv7';
import type { SeenAccount } from '#lib/model/detection.ts';
import { Email, type Provenance } from '#lib/model/fields.ts';
import { type Call, call } from '#lib/model/mutation.ts';
import { createAccount, removeAccount } from '#lib/model/mutations/account.ts';
import { createContact, removeContact } from '#lib/model/mutations/contact.ts';
import { addMember } from '#lib/model/mutations/member.ts';
import { createOpportunity, removeOpportunity } from '#lib/model/mutations/opportunity.ts';
import { Account } from '#lib/model/records/account.ts';
import { Contact } from '#lib/model/records/contact.ts';
import { memberId } from '#lib/model/records/member.ts';
import type { Team } from '#lib/model/vocabulary.ts';
import { StorageFailedError } from '#lib/store/failure.ts';
import { one } from '#lib/store/queries.ts';
import type { Store } from '#lib/store/store.ts';
import type { PersonFields } from './act-fields.ts';
import { createBatchActs } from './batch-acts.ts';
import { companyDomains } from './company.ts';
import { createDecisionActs } from './decision-acts.ts';
import { asBefore } from './decision-back.ts';
import { takenOut } from './decision-calls.ts';
import { createMergeActs } from './merge-acts.ts';
import { newDecision } from './new-decision.ts';
import { NotThereError } from './not-there.ts';
import { createNoteActs } from './note-acts.ts';
import { createOutboxActs, type OutboxActs } from './outbox-acts.ts';
import { createPeopleActs } from './people-acts.ts';
import { createPlayActs } from './play-acts.ts';
import { createRouteActs } from './route-acts.ts';
import type { Doer, Undo, Undoable } from './undo.ts';
import { createUnresolvedActs, type UnresolvedActs } from './unresolved-acts.ts';
import type { Acts, PersonView } from './view.ts';

/** What is done by edits of its own. */
type Made = Omit<Acts, 'undo' | keyof OutboxActs | keyof UnresolvedActs>;

export interface ActsOptions {
  store: Store;
  undo: Undo;
  /** There is something to send. */
  nudge: () => void;
  userId: string;
  /** The user's team, under which touches are logged. */
  team: Team;
  /** Somebody was attached to this decision. */
  onAttached?: (opportunityId: string) => void;
  now?: () => number;
  newId?: () => string;
}

export function createActs({
  store,
  undo,
  nudge,
  userId,
  team,
  onAttached,
  now = Date.now,
  newId = uuidv7,
}: ActsOptions): Acts {
  const { db } = store;
  const at = () => new Date(now()).toISOString();

  async function edit(calls: Call[], act: Undoable): Promise<void> {
    const nonce = (await store.edit(calls, act)).at(-1)?.nonce;
    undo.getState().remember({ ...act, ...(nonce && { nonce }) });
    nudge();
  }

  /** Where the fields of a new record come from: this kind of page, or the user's own typing. */
  const sources = (
    fields: object,
    from: Provenance['from'],
    site?: string,
  ): Record<string, Provenance> => {
    const source = { from, ...(from === 'page' && site && { site }), by: userId, at: at() };
    return Object.fromEntries(Object.keys(fields).map((field) => [field, source]));
  };

  function newContact(
    { seen, site }: Pick<PersonView, 'seen' | 'site'>,
    accountId: string,
    typed?: PersonFields,
  ): Contact {
    const emails = typed?.email ? [typed.email, ...seen.emails] : seen.emails;
    const title = typed?.title || seen.title;
    const fields = {
      name: typed?.name || seen.name || emails[0] || '',
      emails: [...new Set(emails.flatMap((email) => Email.safeParse(email).data ?? []))],
      ...(seen.linkedin && { linkedin: seen.linkedin }),
      ...(seen.salesNavigator && { salesNavigator: seen.salesNavigator }),
      ...(title && { title }),
      ...(seen.headline && { headline: seen.headline }),
      ...(seen.location && { location: seen.location }),
    };
    const from = typed ? 'user' : 'page';
    return Contact.parse({
      id: newId(),
      accountId,
      ...fields,
      sources: sources(fields, from, site),
    });
  }

  /** An account known by nothing but a name is a placeholder, to be merged when the company is known. */
  function newAccount(seen: SeenAccount, site?: string): Account {
    const fields = {
      name: seen.name || seen.domains[0] || seen.linkedin || '',
      domains: seen.domains,
      ...(seen.linkedin && { linkedin: seen.linkedin }),
    };
    const placeholder = seen.domains.length === 0 && !seen.linkedin;
    return Account.parse({
      id: newId(),
      ...fields,
      placeholder,
      sources: sources(fields, 'page', site),
    });
  }

  /** Everything that is done by edits, done by this one. */
  const over = (edit: Doer['edit']): Made => {
    const doer: Doer = { db, edit, userId, team, now, newId };
    return {
      async detach(opportunityId, contactId) {
        const member = await one(db, 'member', memberId(opportunityId, contactId));
        if (!member) throw new NotThereError('This person is not in the buying group any more.');
        const contact = await one(db, 'contact', contactId);
        const place = { opportunityId, contactId };
        await edit([takenOut(place)], {
          what: 'detached',
          name: contact?.name ?? '',
          calls: [
            call(addMember, { ...place, roles: member.roles, status: member.status }),
            asBefore(place, member),
          ],
        });
      },

      async addPerson(person, fields) {
        const account = person.account.is === 'known' ? person.account.account : undefined;
        const fresh = account
          ? undefined
          : newAccount(await companyOf(person, fields), person.site);
        const accountId = account?.id ?? fresh?.id ?? '';
        const contact = newContact(person, accountId, fields);
        await edit(
          [
            ...(fresh ? [call(createAccount, { account: fresh })] : []),
            call(createContact, { contact, accountId }),
          ],
          {
            what: 'addedPerson',
            name: contact.name,
            calls: [
              call(removeContact, { contactId: contact.id, created: contact.id }),
              ...(fresh ? [call(removeAccount, { accountId: fresh.id, created: fresh.id })] : []),
            ],
          },
        );
      },

      async addAccount(seen) {
        const account = newAccount(seen);
        await edit([call(createAccount, { account })], {
          what: 'addedAccount',
          name: account.name,
          calls: [call(removeAccount, { accountId: account.id, created: account.id })],
        });
      },

      async addDecision(accountId, solutionId) {
        const { opportunity, solution } = await newDecision(db, {
          ...{ id: newId(), accountId, solutionId },
          ...{ stageSince: at(), ownerId: userId },
        });
        await edit([call(createOpportunity, { opportunity, accountId })], {
          what: 'addedDecision',
          name: solution.name,
          calls: [call(removeOpportunity, { opportunityId: opportunity.id })],
        });
      },

      ...createBatchActs({ db, edit, newContact, newAccount, onAttached }),
      ...createDecisionActs({ store, edit, userId, team, newId }),
      ...createRouteActs({ db, edit, userId, at, newId }),
      ...createPlayActs(doer),
      ...createNoteActs(doer),
      ...createMergeActs(doer),
      ...createPeopleActs({ store, edit, at, newContact, newAccount }),
    };
  };

  async function wayOf(does: (acts: Made) => Promise<void>) {
    let way: Undoable | undefined;
    await does(
      over(async (_, act) => {
        way = act;
      }),
    );
    return way;
  }

  return {
    ...over(edit),
    ...createOutboxActs({ store, undo, nudge }),
    ...createUnresolvedActs({ store, undo, nudge, newId, wayOf }),

    async undo() {
      const act = undo.getState().takeLast();
      if (!act) return;
      try {
        await store.takeBack(act.calls, act.nonce);
      } catch (error) {
        if (error instanceof StorageFailedError) undo.getState().remember(act);
        throw error;
      }
      nudge();
    },
  };
}

/** The company of somebody added by hand: what was typed, with what the page or the e-mail tells beside it. */
async function companyOf(
  { seenAccount: seen }: PersonView,
  { company, email }: PersonFields,
): Promise<SeenAccount> {
  if (seen && (!company || company === (seen.name ?? seen.domains[0]))) return seen;
  return { name: company, domains: await companyDomains(email ? [email] : []) };
}
