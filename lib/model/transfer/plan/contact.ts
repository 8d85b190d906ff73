/** A row that is a person. */
import type { z } from 'zod';
import { personListKeys } from '../../exclusion-keys.ts';
import { Email, Id, Name, ShortText, Slug } from '../../fields.ts';
import { contactKeys } from '../../keys.ts';
import { slugIn } from '../../linkedin.ts';
import { put } from '../../mutation.ts';
import { readingOrder } from '../../names.ts';
import { Contact } from '../../records/contact.ts';
import type { Book } from '../book.ts';
import { type Cells, dayIn } from '../cells.ts';
import { splitList } from '../lists.ts';
import { accountOf, freshId, isListed } from './account.ts';
import { type Edges, filled, type Planned, said } from './ground.ts';
import { tagsIn, tagsWith } from './tags.ts';

export const personSlug = (text: string): string | undefined =>
  Slug.safeParse(slugIn(text, 'person')).data;

export const emailIn = (text: string): string | undefined =>
  Email.safeParse(text.replace(/^mailto:/i, '')).data;

/** Which exact keys a row's person has, without any judgement of them. */
export function rowKeys(cells: Cells): string[] {
  const emails = [cells.raw('emails'), cells.raw('email')].flatMap((cell) =>
    splitList(cell ?? '').flatMap((part) => emailIn(part) ?? []),
  );
  return contactKeys({
    emails,
    linkedin: personSlug(cells.raw('linkedin') ?? ''),
    salesNavigator: cells.raw('salesNavigator'),
  });
}

/** A calendar day, with a problem of its own where day and month could be either. */
export function dayOf(cells: Cells, column: 'left' | 'closeDate'): string | undefined {
  const day = cells.word(column, dayIn, 'badDay');
  return day === 'ambiguous' ? cells.problem(column, 'ambiguousDay') : day;
}

/** As many as a person may have. */
const mostEmails = 20;

export function planContact(cells: Cells, book: Book, edges: Edges): Planned | undefined {
  const id = cells.text('id', Id, 'badId');
  const name = nameOf(cells);
  const emails = cells.list('emails', mostEmails, emailIn, 'badEmail');
  const linkedin = cells.word('linkedin', personSlug, 'badLinkedin');
  const left = dayOf(cells, 'left');
  const fields = {
    emails,
    linkedin,
    salesNavigator: cells.text('salesNavigator', Contact.shape.salesNavigator.unwrap()),
    title: cells.text('title', ShortText),
    headline: cells.text('headline', ShortText),
    location: cells.text('location', ShortText),
    left: left && `${left}T00:00:00.000Z`,
    tags: tagsIn(cells),
  };
  const known = id ? book.get('contact', id) : undefined;
  const keys = contactKeys(fields);
  if (personListKeys(fields).some((key) => book.listed.has(key)))
    return cells.problem(emails[0] ? 'emails' : 'linkedin', 'excluded');
  if (keys.some((key) => book.closed.has(key)))
    return cells.problem(emails[0] ? 'emails' : 'linkedin', 'notOpen');
  const owners = [...new Set(keys.flatMap((key) => book.under('contact', key)))];
  const others = known ? owners.filter((one) => one.id !== known.id) : owners.slice(1);
  if (others[0])
    return cells.problem(emails[0] ? 'emails' : 'linkedin', 'twoRecords', others[0].name);
  const found = known ?? owners[0];
  if (found) return update(cells, book, edges, found, fields);
  const place = accountOf(cells, book, edges, emails[0]);
  if (!place) return undefined;
  const called = name ?? emails[0]?.split('@')[0] ?? linkedin;
  if (!called) return cells.has('name') ? undefined : cells.problem('name', 'missing');
  const [same] = book.namesakes(place.account.id, called);
  if (same && keys.length === 0) return update(cells, book, edges, same, fields);
  if (isListed(book, place.account)) {
    const named = (['account', 'domain', 'accountId'] as const).find((column) => cells.has(column));
    return cells.problem(named ?? 'emails', 'excluded');
  }
  if (same) cells.note('name', 'sameName', same.name);
  const fresh: Omit<z.infer<typeof Contact>, 'id' | 'sources'> = {
    accountId: place.account.id,
    name: called,
    ...fields,
  };
  const made: Contact = { id: freshId(cells, book, edges), ...said(fresh, edges) };
  const puts = [...(place.isNew ? [put('account', place.account)] : []), put('contact', made)];
  return { id: made.id, name: made.name, isNew: true, changed: [], puts };
}

/** Somebody who is known stays where they are. */
function update(
  cells: Cells,
  book: Book,
  edges: Edges,
  before: Contact,
  fields: Partial<Contact>,
): Planned {
  if (cells.has('account', 'accountId', 'domain')) {
    const home = book.get('account', before.accountId);
    const named = cells.raw('accountId') ?? cells.raw('domain') ?? cells.raw('account') ?? '';
    if (home && !speaksOf(cells, book, home.id))
      cells.note('account', 'elsewhere', `${named} / ${home.name}`);
  }
  const tags = tagsWith(cells, before.tags, fields.tags);
  const { after, changed } = filled(before, { ...fields, tags }, edges);
  if (after.emails.length > mostEmails) cells.problem('emails', 'tooMany');
  const puts = changed.length > 0 ? [put('contact', after)] : [];
  return { id: before.id, name: before.name, isNew: false, changed, puts };
}

/** Whether the row names this account, by any of its columns. */
function speaksOf(cells: Cells, book: Book, accountId: string): boolean {
  const account = book.get('account', accountId);
  const id = cells.raw('accountId');
  if (!account || (id && book.get('account', id)?.id === accountId)) return true;
  const domain = cells.raw('domain')?.toLowerCase();
  if (domain && account.domains.some((its) => domain === its || domain.includes(its))) return true;
  const name = cells.raw('account');
  return !!name && book.named(name).some((one) => one.id === accountId);
}

/** The full name, or both parts of it; Chinese, Japanese and Korean names begin with the family's. */
function nameOf(cells: Cells): string | undefined {
  const whole = cells.text('name', Name);
  if (whole) return readingOrder(whole);
  const [first, last] = [cells.text('firstName', Name), cells.text('lastName', Name)];
  if (!first || !last) return first ?? last;
  return /[\p{Script=Han}\p{Script=Hangul}]/u.test(last) ? `${last}${first}` : `${first} ${last}`;
}
