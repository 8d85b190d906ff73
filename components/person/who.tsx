import { CircleCheck, CircleDashed, CircleHelp } from 'lucide-react';
import { Fragment } from 'react';
import { t } from '#lib/browser/i18n.ts';
import type { PersonMatch } from '#lib/model/match.ts';
import type { PersonView, Unsaid } from '#lib/panel/view.ts';
import { AccountLine } from '../account/account-line.tsx';
import { WithheldBadge } from '../privacy/withheld.tsx';
import { Avatar } from '../ui/avatar.tsx';
import { Badge } from '../ui/badge.tsx';
import { cx } from '../ui/cx.ts';
import { LeftBadge } from './left-badge.tsx';
import { nameOf, seenCompany, titleOf } from './names.ts';
import { PersonaHint } from './persona-hint.tsx';

/** Who stands on the page: name, title, company, and whether we know them; nothing was asked of who is not recorded. */
export function Who({ person, unanswered = false }: { person: PersonView; unanswered?: boolean }) {
  const name = nameOf(person);
  const title = titleOf(person);
  return (
    <header className="flex gap-3 px-4 py-3">
      <Avatar name={name} large />
      <div className="min-w-0 flex-1">
        <div className="flex flex-wrap items-start gap-x-2">
          <h1
            className={cx(
              'line-clamp-3 min-w-24 flex-1 font-semibold',
              name.includes('@') ? 'text-title' : 'text-name',
            )}
            title={name}
          >
            <bdi>
              {/* An address is broken behind its sign rather than anywhere. */}
              {name.split(/(?<=@)/).map((part) => (
                <Fragment key={part}>
                  {part}
                  <wbr />
                </Fragment>
              ))}
            </bdi>
          </h1>
          <span className="pt-0.5">{!unanswered && <Sign person={person} />}</span>
        </div>
        {title && (
          <p className="line-clamp-2" title={title}>
            <bdi>{title}</bdi>
          </p>
        )}
        <AccountLine
          account={person.withheld || unanswered ? undefined : person.account}
          name={seenCompany(person)}
        />
        {title && <PersonaHint title={title} />}
      </div>
    </header>
  );
}

/** What is first to know of somebody; that they are not open to the user is said below, with what to do. */
function Sign({ person: { match, withheld } }: { person: PersonView }) {
  if (withheld) return withheld === 'excluded' && <WithheldBadge why={withheld} />;
  if (match.is === 'known' && match.contact.left) return <LeftBadge left={match.contact.left} />;
  return <MatchBadge match={match} />;
}

/** Known, new, or a question, as a word with a sign; whether somebody is new may not be said yet. */
export function MatchBadge({ match, unsaid }: { match: PersonMatch; unsaid?: Unsaid | undefined }) {
  switch (match.is) {
    case 'known':
      return (
        <Badge icon={CircleCheck} tone="accent" title={byText(match.by)}>
          {t('isKnown')}
        </Badge>
      );
    case 'maybe':
      return (
        <Badge icon={CircleHelp} tone="warn">
          {t('isMaybe')}
        </Badge>
      );
    case 'new':
      return <Badge icon={CircleDashed}>{t(unsaid ? `isNew_${unsaid}` : 'isNew')}</Badge>;
  }
}

/** By which exact key somebody was recognised. */
function byText(key: string): string {
  if (key.startsWith('email:')) return t('byEmail', { email: key.slice('email:'.length) });
  if (key.startsWith('linkedin:')) return t('byLinkedin');
  if (key.startsWith('salesnavigator:')) return t('bySalesNavigator');
  return t('byYou');
}
