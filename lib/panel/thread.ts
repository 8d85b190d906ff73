/** A mail's people beside what is known of them: colleagues apart, and for each decision concerned who of its group is on it. */

import type { FilledSeat } from '#lib/model/coverage.ts';
import type { ThreadPerson } from '#lib/model/detection.ts';
import { nameWords } from '#lib/model/names.ts';
import type { Contact } from '#lib/model/records/contact.ts';
import type { Member } from '#lib/model/records/member.ts';
import type { User } from '#lib/model/records/user.ts';
import type { Accounts } from './accounts.ts';
import { decisionsOfPeople } from './decisions.ts';
import type { DecisionView, ThreadDecisionView, ThreadPersonView, ThreadView } from './view.ts';

/** `view` matches one person of the mail with the records. */
export async function threadOf(
  accounts: Accounts,
  seen: readonly ThreadPerson[],
  view: (one: ThreadPerson) => Promise<ThreadPersonView>,
): Promise<ThreadView> {
  // On demand, as the list of public suffixes in it weighs more than most of the panel.
  const { companyDomain } = await import('#lib/model/domains.ts');
  const ours = colleagueAmong(await accounts.all('user'), companyDomain);
  const colleagues = seen.flatMap((one) => ours(one) ?? []);
  const people = await Promise.all(seen.filter((one) => ours(one) === undefined).map(view));
  const sure = people.filter(({ account }) => account.is === 'known');
  const present = new Set(
    people.flatMap(({ match }) => (match.is === 'known' ? [match.contact.id] : [])),
  );
  const decisions = (await decisionsOfPeople(accounts, sure)).map(({ account, decision }) => ({
    account,
    decision,
    ...seatsOn(decision, present),
  }));
  return { people, colleagues: [...new Set(colleagues)], decisions };
}

/** The seats whose people are on the mail, with those of them alone, and the others. */
export function seatsOn(
  { seats }: DecisionView,
  present: ReadonlySet<string>,
): Pick<ThreadDecisionView, 'onThread' | 'notOnThread'> {
  const here = seats.map((seat) => ({
    ...seat,
    members: seat.members.filter(({ contactId }) => present.has(contactId)),
  }));
  return {
    onThread: here.filter(({ members }) => members.length > 0),
    notOnThread: seats.filter((_, at) => here[at]?.members.length === 0),
  };
}

/**
 * Names whoever is one of ours: a user, or anybody with an address at a user's company. Where a mailbox shows a name
 * alone, a user's own name.
 */
function colleagueAmong(
  users: readonly User[],
  companyDomain: (email: string) => string | null,
): (seen: ThreadPerson) => string | undefined {
  const domains = new Set(users.flatMap(({ email }) => companyDomain(email) ?? []));
  const words = (name: string) => nameWords(name).sort().join(' ');
  return ({ name, emails }) => {
    const own = users.find((user) =>
      emails.length > 0
        ? emails.includes(user.email)
        : name !== undefined && words(user.name) === words(name),
    );
    const address = emails.find((email) => domains.has(companyDomain(email) ?? ''));
    return own?.name ?? (address && (name ?? address));
  };
}

/** The decision that the user picked, else the one most of whose seats are on the mail. */
export function decisionInHand(
  decisions: readonly ThreadDecisionView[],
  picked: string | undefined,
): ThreadDecisionView | undefined {
  return (
    decisions.find(({ decision }) => decision.opportunity.id === picked) ??
    decisions.toSorted((a, b) => b.onThread.length - a.onThread.length)[0]
  );
}

/** Whom of a decision's group a mail lacks: a person with all seats they hold, or a seat that is empty. */
export type Missing =
  | { is: 'empty'; seat: FilledSeat }
  | { is: 'person'; member: Member; contact: Contact | undefined; seats: FilledSeat[] };

/** Seats that are due and empty first, then people, each once, then what will be due later. */
export function missingOn({ decision, notOnThread }: ThreadDecisionView): Missing[] {
  const empty = (due: boolean): Missing[] =>
    notOnThread
      .filter((seat) => seat.members.length === 0 && seat.due === due)
      .map((seat) => ({ is: 'empty', seat }));
  const members = new Map(
    notOnThread.flatMap((seat) => seat.members.map((member) => [member.contactId, member])),
  );
  const people = [...members].map(
    ([id, member]): Missing => ({
      is: 'person',
      member,
      contact: decision.people.get(id),
      seats: notOnThread.filter((seat) => seat.members.some(({ contactId }) => contactId === id)),
    }),
  );
  return [...empty(true), ...people, ...empty(false)];
}

/** Whom one could still write to: nobody for an empty seat. */
export const addressee = (missing: Missing): Contact[] =>
  missing.is === 'person' && missing.contact && canBeWritten(missing.contact)
    ? [missing.contact]
    : [];

/** Whether a mail reaches them: they are still there, and have an address. */
export const canBeWritten = ({ left, emails }: Contact): boolean => !left && emails.length > 0;

/** As a mail's header takes it: `"Park, Jo" <jo@acme.example>`. */
export const mailAddress = ({ name, emails: [email = ''] }: Contact): string =>
  /[",;:<>()@\\[\]]/.test(name)
    ? `"${name.replaceAll(/["\\]/g, '')}" <${email}>`
    : `${name} <${email}>`;

/**
 * Who is known and who is not. First those in the decision in hand, then whoever has a seat anywhere, then the others
 * on record, then who may be; among themselves as the mail has them.
 */
export function inMailOrder(
  people: readonly ThreadPersonView[],
  inHand: ThreadDecisionView | undefined,
): { known: ThreadPersonView[]; newcomers: ThreadPersonView[] } {
  const isNew = ({ match, withheld }: ThreadPersonView) => match.is === 'new' && !withheld;
  const rank = ({ match, places, withheld }: ThreadPersonView) => {
    if (withheld) return 4;
    if (match.is !== 'known') return 3;
    const seated = places.filter(({ member }) => member && member.status !== 'inactive');
    const id = inHand?.decision.opportunity.id;
    if (seated.some(({ decision }) => decision.opportunity.id === id)) return 0;
    return seated.length > 0 ? 1 : 2;
  };
  return {
    known: people.filter((one) => !isNew(one)).toSorted((a, b) => rank(a) - rank(b)),
    newcomers: people.filter(isNew),
  };
}
