/** What stands behind an opened decision. */

import { t } from '#lib/browser/i18n.ts';
import type { Moment, PersonView } from '#lib/panel/view.ts';
import { nameOf, seenAccountName } from '../person/names.ts';

/** Where the way back leads, by name; nothing where nobody is before the user. */
export function nameOfMoment(moment: Moment): string | undefined {
  switch (moment.at) {
    case 'person':
      return nameOf(moment.person);
    case 'account':
      return moment.account.is === 'known'
        ? moment.account.account.name
        : seenAccountName(moment.seen);
    case 'people':
      return t('peopleOnPage');
    case 'thread':
      return moment.composing ? t('mailBeingWritten') : t('mailOpen');
    case 'loading':
    case 'nothing':
    case 'siteOff':
      return undefined;
  }
}

/** What tells one moment from the next. */
export const addressOf = (moment: Moment): string => ('url' in moment ? moment.url : moment.at);

/** What tells one page from the next: the address of a mail being written changes as drafts of it are saved. */
export const pageOf = (moment: Moment): string =>
  moment.at === 'thread' && moment.composing ? 'writing' : addressOf(moment);

/** The known people of the page, by contact id: a touch noted now is likely with them. */
export function peopleInFront(moment: Moment): string[] {
  const people: PersonView[] =
    moment.at === 'person' ? [moment.person] : moment.at === 'thread' ? moment.people : [];
  return people.flatMap(({ match }) => (match.is === 'known' ? [match.contact.id] : []));
}
