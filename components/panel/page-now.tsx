import { Building2, type LucideIcon, Mail, UserRound, Users } from 'lucide-react';
import { useEffect, useState } from 'react';
import { t } from '#lib/browser/i18n.ts';
import type { Moment } from '#lib/panel/view.ts';
import { AccountState } from '../account/account-line.tsx';
import { MatchBadge } from '../person/who.tsx';
import { Button } from '../ui/button.tsx';
import { tellHeight } from '../ui/tell-height.ts';
import { nameOfMoment, pageOf } from './behind.ts';

const ownHeight = tellHeight('--page-now');

const icons: Readonly<Partial<Record<Moment['at'], LucideIcon>>> = {
  person: UserRound,
  account: Building2,
  people: Users,
  thread: Mail,
};

/** The page's moment, if the page has become another while something stands `before` it. */
export function usePageNow(before: boolean, moment: Moment): Moment | undefined {
  const page = pageOf(moment);
  const [left, leave] = useState(page);
  useEffect(() => {
    if (!before) leave(page);
  }, [before, page]);
  return before && page !== left ? moment : undefined;
}

/** Whom the page in front shows now, while something stands before them that was opened on another page, and the way there. */
export function PageNow({ moment, onShow }: { moment: Moment | undefined; onShow: () => void }) {
  const name = moment && nameOfMoment(moment);
  const Icon = moment && icons[moment.at];
  return (
    <div ref={ownHeight} role="status" className="sticky top-0 z-10">
      {moment && name && Icon && (
        <div className="flex min-h-10 items-center gap-2 border-b border-line bg-accent-soft ps-4 pe-2">
          <Icon aria-hidden size={16} className="shrink-0 text-accent" />
          <p className="min-w-0 flex-1 py-1">
            <span className="block text-small text-muted">{t('pageNow')}</span>
            <span className="flex items-center gap-2">
              <bdi className="min-w-0 truncate font-medium" title={name}>
                {name}
              </bdi>
              <Standing moment={moment} />
            </span>
          </p>
          <Button
            className="shrink-0 bg-page"
            aria-label={t('showPageOf', { name })}
            onClick={onShow}
          >
            {t('showPage')}
          </Button>
        </div>
      )}
    </div>
  );
}

/** Whether they are on record, in the word that their own moment has for it. */
function Standing({ moment }: { moment: Moment }) {
  if (moment.at === 'person')
    return moment.unsaid || moment.person.withheld ? null : (
      <MatchBadge match={moment.person.match} />
    );
  if (moment.at === 'account')
    return moment.unsaid || moment.withheld ? null : <AccountState account={moment.account} />;
  return null;
}
