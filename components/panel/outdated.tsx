import { CircleArrowUp } from 'lucide-react';
import { t } from '#lib/browser/i18n.ts';
import type { SyncView } from '#lib/panel/sync-view.ts';
import { problemText } from '../labels.ts';
import { Button } from '../ui/button.tsx';
import { Notice } from '../ui/notice.tsx';

/** Whether server and extension can no longer speak, and which of them is older. */
export function outdated(sync: SyncView): 'extensionOutdated' | 'serverOutdated' | undefined {
  if (sync.is !== 'failed') return undefined;
  const { code } = sync;
  return code === 'extensionOutdated' || code === 'serverOutdated' ? code : undefined;
}

/** Stays in sight: no waiting mends it, somebody has to update one side. */
export function Outdated({ sync, onRetry }: { sync: SyncView; onRetry: () => void }) {
  const which = outdated(sync);
  if (!which || sync.is !== 'failed') return null;
  const { waiting, message } = sync;
  return (
    <Notice icon={CircleArrowUp} tone="warn" label={t(`outdatedTitle_${which}`)}>
      <p className="font-medium">{t(`outdatedTitle_${which}`)}</p>
      <p>{problemText({ code: which, message })}</p>
      {waiting > 0 && <p className="pt-1">{t('editsAreSafe', { count: waiting })}</p>}
      <Button className="mt-2 mb-1 bg-page" onClick={onRetry}>
        {t('checkNow')}
      </Button>
    </Notice>
  );
}
