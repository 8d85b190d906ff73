/** What the toolbar icon says of the page in front: in how many decisions whom it shows is, and the same in words. */
import { t } from '#lib/browser/i18n.ts';
import type { Moment } from './view.ts';

export interface Badge {
  /** At most four signs; `+` is somebody new. */
  text: string;
  /** The icon's title: what the sign means. */
  title: string;
}

/** `null` where the page shows nobody, or nobody has said yet whom. A list or a mail says how many of its people are known. */
export function badgeOf(moment: Moment): Badge | null {
  switch (moment.at) {
    case 'person': {
      if (moment.unsaid) return null;
      const { match, seen, places } = moment.person;
      if (match.is === 'maybe')
        return { text: '?', title: t('badgeUnsure', { name: seen.name ?? '' }) };
      if (match.is === 'new') return { text: '+', title: t('badgeNew', { name: seen.name ?? '' }) };
      const count = places.filter(
        ({ member }) => member !== undefined && member.status !== 'inactive',
      ).length;
      return { text: String(count), title: t('badgeKnown', { name: match.contact.name, count }) };
    }
    case 'account': {
      const {
        account,
        decisions: { length: count },
      } = moment;
      if (account.is !== 'known') return null;
      return {
        text: String(count),
        title: t('badgeAccount', { name: account.account.name, count }),
      };
    }
    case 'people':
    case 'thread': {
      const { people } = moment;
      if (people.length === 0) return null;
      const known = people.filter(({ match }) => match.is === 'known').length;
      return { text: String(known), title: t('badgePeople', { known, count: people.length }) };
    }
    default:
      return null;
  }
}
