import { EyeOff, Lock } from 'lucide-react';
import { t } from '#lib/browser/i18n.ts';
import type { Withheld } from '#lib/panel/view.ts';
import { useDoing } from '../acts.tsx';
import { listed } from '../format.ts';
import { Badge } from '../ui/badge.tsx';
import { Button } from '../ui/button.tsx';
import { Notice } from '../ui/notice.tsx';
import { useAsked } from '../use-asked.ts';

/** Whoever the page shows is withheld: why, and who can change that, is all there is to say of them. */
export function WithheldNotice({ why }: { why: Withheld }) {
  if (why === 'closed') return <NotOpen />;
  return (
    <Notice icon={EyeOff} label={t('excludedTitle')}>
      <p className="font-medium">{t('excludedTitle')}</p>
      <p>{t('excludedWhy')}</p>
    </Notice>
  );
}

/** The same in the place of what else is said of somebody. */
export const WithheldBadge = ({ why }: { why: Withheld }) =>
  why === 'closed' ? (
    <Badge icon={Lock}>{t('closedTitle')}</Badge>
  ) : (
    <Badge icon={EyeOff}>{t('excludedBadge')}</Badge>
  );

/** On record at an account that is not open to the user. */
export function NotOpen() {
  const { lookAgain } = useDoing();
  return (
    <Notice icon={Lock} label={t('closedTitle')}>
      <p className="font-medium">{t('closedTitle')}</p>
      <p>{t('closedWhy')}</p>
      <WhoOpens />
      {lookAgain && (
        <Button className="mt-2 mb-1 bg-page" onClick={lookAgain}>
          {t('lookAgain')}
        </Button>
      )}
    </Notice>
  );
}

/** Whom to ask: the admins by name, where the cache knows them. */
export function WhoOpens() {
  const { ask } = useDoing();
  const users = useAsked(ask?.users) ?? [];
  const admins = users.filter(({ team }) => team === 'admin').map(({ name }) => name);
  return (
    <p>{admins.length > 0 ? t('closedAsk', { admins: listed(admins) }) : t('closedAskAnyAdmin')}</p>
  );
}
