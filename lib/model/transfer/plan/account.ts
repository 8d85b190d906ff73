/** A row that is an account, and the account that another row names. */
import { companyDomain, hostIn, isFreeMail, registrableDomain } from '../../domains.ts';
import { companyListKeys } from '../../exclusions.ts';
import { Id, Name, Slug } from '../../fields.ts';
import { companySlugKey, domainKey } from '../../keys.ts';
import { slugIn } from '../../linkedin.ts';
import { put } from '../../mutation.ts';
import { isSharedHost } from '../../normalise.ts';
import type { Account } from '../../records/account.ts';
import type { Book } from '../book.ts';
import type { Cells } from '../cells.ts';
import type { ColumnId } from '../columns.ts';
import { yesOrNo } from '../words.ts';
import { type Edges, filled, type Planned, said, source } from './ground.ts';
import { tagsIn, tagsWith } from './tags.ts';

/**
 * The registrable domain of a cell, or its very host where that is on record; `null` where it is nobody's own, which is
 * noted; `undefined` where it is none.
 */
function domainOf(
  cells: Cells,
  book: Book,
  column: ColumnId,
  text: string,
): string | null | undefined {
  const host = hostIn(text);
  if (host && book.under('account', domainKey(host)).length > 0) return host;
  const domain = registrableDomain(text);
  if (!domain) return undefined;
  if (!isFreeMail(domain) && !isSharedHost(domain)) return domain;
  cells.note(column, 'domainLeftOut', domain);
  return null;
}

export const companySlug = (text: string): string | undefined =>
  Slug.safeParse(slugIn(text, 'company')).data;

/** The user a cell names by e-mail, name or id; an unknown one is noted, and nobody's. */
export function ownerOf(cells: Cells, book: Book): string | undefined {
  const raw = cells.raw('owner')?.toLowerCase();
  if (!raw) return undefined;
  const found = book.users.filter(
    ({ id, name, email }) =>
      email.toLowerCase() === raw || name.toLowerCase() === raw || id === raw,
  );
  if (found.length === 1) return found[0]?.id;
  return cells.note('owner', 'ownerUnknown');
}

/** The id a row gives to what it makes, if it is free; else a new one. */
export function freshId(cells: Cells, book: Book, { newId }: Edges): string {
  const wanted = cells.raw('id');
  return wanted && !book.gone.has(wanted) ? wanted : newId();
}

/** As many as a company may have. */
const mostDomains = 50;

export function planAccount(cells: Cells, book: Book, edges: Edges): Planned | undefined {
  const id = cells.text('id', Id, 'badId');
  const name = cells.text('name', Name);
  const domains = cells.list(
    'domains',
    mostDomains,
    (text) => domainOf(cells, book, 'domains', text),
    'badDomain',
  );
  const linkedin = cells.word('linkedin', companySlug, 'badLinkedin');
  const target = cells.word('target', yesOrNo, 'badYesNo');
  const placeholder = cells.word('placeholder', yesOrNo, 'badYesNo');
  const ownerId = ownerOf(cells, book);
  const tags = tagsIn(cells);
  const keys = [...(linkedin ? [companySlugKey(linkedin)] : []), ...domains.map(domainKey)];
  if (keys.some((key) => book.listed.has(key)))
    return cells.problem(domains.length > 0 ? 'domains' : 'linkedin', 'excluded');
  if (keys.some((key) => book.closed.has(key)))
    return cells.problem(domains.length > 0 ? 'domains' : 'linkedin', 'notOpen');
  const known = id ? book.get('account', id) : undefined;
  const owners = [...new Set(keys.flatMap((key) => book.under('account', key)))];
  const others = known ? owners.filter((one) => one.id !== known.id) : owners.slice(1);
  if (others[0])
    return cells.problem(domains.length > 0 ? 'domains' : 'linkedin', 'twoRecords', others[0].name);
  const before = known ?? owners[0] ?? byName(cells, book, name, keys.length > 0);
  if (cells.problems.length > 0) return undefined;
  if (!before) {
    const called = name ?? domains[0];
    if (!called) return cells.problem('name', 'missing');
    const fresh = {
      name: called,
      domains,
      linkedin,
      ownerId,
      tags,
      target: target ?? false,
      placeholder: placeholder ?? false,
    };
    const made: Account = { id: freshId(cells, book, edges), ...said(fresh, edges) };
    return { id: made.id, name: made.name, isNew: true, changed: [], puts: [put('account', made)] };
  }
  const all = tagsWith(cells, before.tags, tags);
  const { after, changed } = filled(before, { domains, linkedin, ownerId, tags: all }, edges);
  if (after.domains.length > mostDomains) cells.problem('domains', 'tooMany');
  if (target && !before.target && before.sources.target?.from !== 'user') {
    after.target = true;
    after.sources = { ...after.sources, target: source(edges) };
    changed.push('target');
  }
  // A company with a domain of its own is known.
  if (before.placeholder && domains.length > 0 && placeholder !== true) {
    after.placeholder = false;
    changed.push('placeholder');
  }
  const puts = changed.length > 0 ? [put('account', after)] : [];
  return { id: before.id, name: before.name, isNew: false, changed, puts };
}

/** With no key, a name means the one account that has it; beside a key it only fills in one that has no domain yet. */
function byName(
  cells: Cells,
  book: Book,
  name: string | undefined,
  hasKeys: boolean,
): Account | undefined {
  const named = name ? book.named(name) : [];
  const fitting = hasKeys ? named.filter(({ domains }) => domains.length === 0) : named;
  if (fitting.length > 1 && !hasKeys) return cells.problem('name', 'ambiguousAccount', name);
  if (fitting.length === 1) return fitting[0];
  if (named[0]) cells.note('name', 'sameName', named[0].name);
  return undefined;
}

/** Whether the account is on the do-not-record list, so that nobody new comes to it. */
export const isListed = (book: Book, account: Account): boolean =>
  companyListKeys(account).some((key) => book.listed.has(key));

export interface NamedAccount {
  account: Account;
  isNew: boolean;
}

/**
 * The account a row names: by id, domain, name, else by the domain of the person's e-mail. Unknown ones are made, a
 * name alone as a placeholder; a row that names none is a problem.
 */
export function accountOf(
  cells: Cells,
  book: Book,
  edges: Edges,
  email?: string,
): NamedAccount | undefined {
  const id = cells.text('accountId', Id, 'badId');
  const name = cells.text('account', Name);
  const domain = cells.word(
    'domain',
    (text) => {
      const found = domainOf(cells, book, 'domain', text);
      return found === undefined ? undefined : { found };
    },
    'badDomain',
  )?.found;
  const byId = id && book.get('account', id);
  if (byId) return { account: byId, isNew: false };
  if (id && !name && !domain) return cells.problem('accountId', 'unknownAccount');
  const own = email ? companyDomain(email) : null;
  const at = (host: string | null | undefined) =>
    host ? book.under('account', domainKey(host))[0] : undefined;
  const isClosed = (host: string | null | undefined) => !!host && book.closed.has(domainKey(host));
  if (isClosed(domain)) return cells.problem('domain', 'notOpen');
  const byDomain = at(domain);
  if (byDomain) return { account: byDomain, isNew: false };
  const named = name ? book.named(name) : [];
  const fitting = domain ? named.filter(({ domains }) => domains.length === 0) : named;
  const [only, another] = fitting;
  if (only && !another) return { account: only, isNew: false };
  const byMail = domain ? undefined : at(own);
  if (byMail) return { account: byMail, isNew: false };
  if (another) return cells.problem('account', 'ambiguousAccount');
  if (named[0]) cells.note('account', 'sameName', named[0].name);
  const host = domain ?? own;
  if (!name && !host) return cells.problem('account', 'missing');
  if (isClosed(host)) return cells.problem(cells.has('account') ? 'account' : 'emails', 'notOpen');
  if (host && book.listed.has(domainKey(host)))
    return cells.problem(domain ? 'domain' : 'emails', 'excluded');
  const fresh = {
    name: name ?? host ?? '',
    domains: host ? [host] : [],
    target: false,
    placeholder: !host,
  };
  const account: Account = { id: edges.newId(), ...said(fresh, edges) };
  cells.note('account', 'newAccount', account.name);
  return { account, isNew: true };
}
