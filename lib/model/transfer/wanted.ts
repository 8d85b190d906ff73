/** Which records a row may speak of, before anything about it is judged. */
import { companyDomain, hostIn, registrableDomain } from '../domains.ts';
import { isStorable } from '../fields.ts';
import { companyNameKey, companySlugKey, domainKey } from '../keys.ts';
import type { Key } from '../mutation.ts';
import { Cells } from './cells.ts';
import type { RowKind } from './columns.ts';
import { splitList } from './lists.ts';
import { companySlug } from './plan/account.ts';
import { rowKeys } from './plan/contact.ts';
import type { ImportRow } from './plan.ts';

export interface Wanted {
  /** Identity keys, and the keys of companies' names. */
  keys: Set<string>;
  ids: Key[];
}

export function wantedBy(kind: RowKind, rows: readonly ImportRow[]): Wanted {
  const keys = new Set<string>();
  const ids: Key[] = [];
  for (const { values } of rows) {
    const cells = new Cells(values);
    const id = (column: 'id' | 'accountId' | 'contactId' | 'opportunityId', of: Key[0]) => {
      const raw = cells.raw(column);
      if (raw && isStorable(raw)) ids.push([of, raw]);
    };
    if (kind === 'accounts') {
      id('id', 'account');
      const slug = companySlug(cells.raw('linkedin') ?? '');
      if (slug) keys.add(companySlugKey(slug));
    } else for (const key of rowKeys(cells)) keys.add(key);
    if (kind === 'contacts') id('id', 'contact');
    if (kind === 'opportunities') id('id', 'opportunity');
    id('accountId', 'account');
    id('contactId', 'contact');
    id('opportunityId', 'opportunity');
    const name = cells.raw(kind === 'accounts' ? 'name' : 'account');
    if (name) keys.add(companyNameKey(name));
    for (const domain of domainsIn(cells)) keys.add(domainKey(domain));
  }
  return { keys: new Set([...keys].filter(isStorable)), ids };
}

const domainsIn = (cells: Cells): string[] => [
  ...[cells.raw('domains'), cells.raw('domain')].flatMap((cell) =>
    splitList(cell ?? '').flatMap((part) => {
      const domains = [registrableDomain(part), hostIn(part)];
      return [...new Set(domains.flatMap((domain) => domain ?? []))];
    }),
  ),
  ...splitList(cells.raw('emails') ?? '').flatMap((part) => companyDomain(part) ?? []),
];
