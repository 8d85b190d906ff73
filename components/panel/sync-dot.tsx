import { Popover } from 'radix-ui';
import { t } from '#lib/browser/i18n.ts';
import type { SyncView } from '#lib/panel/sync-view.ts';
import { ago } from '../format.ts';
import { problemText } from '../labels.ts';
import { Button } from '../ui/button.tsx';
import { cx } from '../ui/cx.ts';
import { outdated } from './outdated.tsx';

const dots: Record<SyncView['is'], string> = {
  synced: 'bg-good',
  syncing: 'bg-accent motion-safe:animate-[breathe_1.2s_ease-in-out_infinite]',
  waiting: 'border-2 border-accent',
  offline: 'border-2 border-edge',
  signedOut: 'border-2 border-warn',
  failed: 'bg-danger',
};

/** One quiet dot with its word; opened, the full story of sync and what can be done. */
export function SyncDot({
  sync,
  server,
  unresolved,
  onSignIn,
  onRetry,
  onOpenOutbox,
}: {
  sync: SyncView;
  server?: string;
  unresolved: number;
  onSignIn: () => void;
  onRetry: () => void;
  onOpenOutbox?: () => void;
}) {
  return (
    <Popover.Root>
      <Popover.Trigger className="inline-flex min-h-7 shrink-0 items-center gap-1.5 rounded-medium px-2 text-small text-muted hover:bg-sunk hover:text-ink">
        <span
          aria-hidden
          className={cx('size-2 rounded-full forced-color-adjust-none', dots[sync.is])}
        />
        {shortText(sync)}
        <span className="sr-only">
          {t('comma')}
          {t('syncMore')}
        </span>
      </Popover.Trigger>
      <Popover.Portal>
        <Popover.Content
          align="end"
          sideOffset={4}
          collisionPadding={8}
          aria-label={t('syncTitle')}
          className="z-20 flex w-72 max-w-[calc(100vw-1rem)] flex-col gap-2 rounded-large border border-line bg-raised p-3 text-body text-ink shadow-float"
        >
          <Story sync={sync} />
          {unresolved > 0 && <p>{t('unresolvedCount', { count: unresolved })}</p>}
          {server && (
            <p className="truncate text-small text-muted" title={server}>
              {t('serverIs', { server })}
            </p>
          )}
          {onOpenOutbox && (
            <Popover.Close asChild>
              <Button onClick={onOpenOutbox}>{t('ownEdits')}</Button>
            </Popover.Close>
          )}
          {sync.is === 'signedOut' ? (
            <Button look="solid" onClick={onSignIn}>
              {t('signIn')}
            </Button>
          ) : (
            sync.is !== 'syncing' && (
              <Button onClick={onRetry}>{t(sync.is === 'synced' ? 'checkNow' : 'tryNow')}</Button>
            )
          )}
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  );
}

function shortText(sync: SyncView): string {
  switch (sync.is) {
    case 'synced':
      return t('syncSynced');
    case 'syncing':
      return t('syncSyncing');
    case 'waiting':
      return t('syncWaiting', { count: sync.waiting });
    case 'offline':
      return sync.waiting > 0 ? t('syncOfflineWaiting', { count: sync.waiting }) : t('syncOffline');
    case 'signedOut':
      return t('syncSignedOut');
    case 'failed':
      return t(outdated(sync) ? 'syncOutdated' : 'syncFailed');
  }
}

/** The full story: what happened, what is safe. */
function Story({ sync }: { sync: SyncView }) {
  const waiting = 'waiting' in sync ? sync.waiting : 0;
  return (
    <>
      <p className="font-medium">{headline(sync)}</p>
      {sync.is === 'failed' && <p>{problemText(sync)}</p>}
      {sync.is === 'synced' && sync.at !== null && (
        <p className="text-muted">{t('lastChecked', { when: ago(sync.at, Date.now()) })}</p>
      )}
      {waiting > 0 && <p className="text-muted">{t('editsAreSafe', { count: waiting })}</p>}
    </>
  );
}

function headline(sync: SyncView): string {
  switch (sync.is) {
    case 'synced':
      return t('storySynced');
    case 'syncing':
      return t('storySyncing');
    case 'waiting':
      return t('storyWaiting');
    case 'offline':
      return t('storyOffline');
    case 'signedOut':
      return t('storySignedOut');
    case 'failed':
      return t('storyFailed');
  }
}
