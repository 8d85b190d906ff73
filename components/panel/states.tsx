import { CloudOff, EyeOff, Lock, LogIn, ScanSearch, ShieldOff } from 'lucide-react';
import { t } from '#lib/browser/i18n.ts';
import type { SyncView } from '#lib/panel/sync-view.ts';
import type { Visit } from '#lib/panel/use-visit.ts';
import { WhoOpens } from '../privacy/withheld.tsx';
import { Button } from '../ui/button.tsx';
import { Empty } from './empty.tsx';
import { Loading } from './loading.tsx';

/** The site is not switched on, or is no page an extension may read. */
export function SiteOff({
  host,
  onEnable,
  onReadPage,
  onOpenOptions,
}: {
  host: string | null;
  onEnable: (host: string) => void;
  onReadPage: () => void;
  onOpenOptions: () => void;
}) {
  if (host === null)
    return (
      <Empty
        icon={ShieldOff}
        title={t('pageClosed')}
        act={<Button onClick={onOpenOptions}>{t('chooseSites')}</Button>}
      >
        <p>{t('pageClosedWhy')}</p>
        <p>{t('pageClosedHow')}</p>
      </Empty>
    );
  return (
    <Empty
      icon={EyeOff}
      title={t('siteOff', { host })}
      act={
        <div className="flex flex-wrap gap-2">
          <Button look="solid" onClick={() => onEnable(host)}>
            {t('switchOn', { host })}
          </Button>
          <Button onClick={onReadPage}>{t('readOnce')}</Button>
        </div>
      }
    >
      <p>{t('siteOffRead')}</p>
      <p>{t('siteOffKept')}</p>
      {/(^|\.)linkedin\.com$/.test(host) && <p>{t('siteOffLinkedin')}</p>}
    </Empty>
  );
}

/** What was opened by hand is on its way, or not to be had. */
export function NotYet({ visit, sync }: { visit: Visit; sync: SyncView }) {
  if (visit.is === 'closed')
    return (
      <Empty icon={Lock} title={t('closedTitle')}>
        <p>{t('closedWhy')}</p>
        <WhoOpens />
      </Empty>
    );
  if (visit.is === 'missing')
    return (
      <Empty icon={ScanSearch} title={t('visitGone')}>
        <p>{t('visitGoneWhy')}</p>
      </Empty>
    );
  if (sync.is === 'offline' || sync.is === 'signedOut' || sync.is === 'failed')
    return (
      <Empty icon={CloudOff} title={t('visitAway')}>
        <p>{t('visitAwayWhy')}</p>
      </Empty>
    );
  return <Loading />;
}

/** Nobody is signed in. */
export function SignedOut({ server, onSignIn }: { server?: string; onSignIn: () => void }) {
  return (
    <Empty
      icon={LogIn}
      title={t('signedOutTitle')}
      act={
        <Button look="solid" onClick={onSignIn}>
          {t('signIn')}
        </Button>
      }
    >
      <p>{server ? t('signedOutAt', { server }) : t('signedOutWhy')}</p>
    </Empty>
  );
}
