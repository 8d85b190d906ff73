/** What to call a person and a company of whom a page may have said little. */
import { t } from '#lib/browser/i18n.ts';
import type { SeenAccount } from '#lib/model/detection.ts';
import type { AccountMatch } from '#lib/model/match.ts';
import type { PersonView } from '#lib/panel/view.ts';

/** The name on record, else the one on the page, else the address. */
export function nameOf({ match, seen }: PersonView): string {
  if (match.is === 'known') return match.contact.name;
  return seen.name ?? seen.emails[0] ?? t('unknownPerson');
}

/** The title on record, else on the page; the headline stands in for it. */
export function titleOf({ match, seen }: PersonView): string | undefined {
  const known = match.is === 'known' ? match.contact : undefined;
  return known?.title ?? seen.title ?? known?.headline ?? seen.headline;
}

/** The account's name on record, else what the page says of the company. */
export function companyOf(
  match: AccountMatch,
  ...seen: (string | undefined)[]
): string | undefined {
  return match.is === 'known' ? match.account.name : seen.find(Boolean);
}

export const seenCompany = ({ account, seen, seenAccount }: PersonView): string | undefined =>
  companyOf(account, seenAccount?.name, seen.company, seenAccount?.domains[0]);

export const seenAccountName = (seen: SeenAccount): string =>
  seen.name ?? seen.domains[0] ?? seen.linkedin ?? t('unknownCompany');
