import { DatabaseBackup, DatabaseZap } from 'lucide-react';
import { t } from '#lib/browser/i18n.ts';
import { Button } from '../ui/button.tsx';
import { Notice } from '../ui/notice.tsx';

/** What became of data on this computer that was damaged: put aside, or not even readable. */
export type OldData =
  | { is: 'aside'; rescued: number; lost: number; onSave: () => void; onRemove: () => void }
  | { is: 'unreadable'; onBeginAnew: () => void };

export function OldDataNotice({ old }: { old: OldData }) {
  if (old.is === 'unreadable')
    return (
      <Notice icon={DatabaseZap} tone="danger" label={t('oldDataTitle')}>
        <p className="font-medium">{t('oldDataUnreadable')}</p>
        <p>{t('oldDataUnreadableHow')}</p>
        <div className="pt-2 pb-1">
          <Button look="danger" onClick={old.onBeginAnew}>
            {t('beginAnew')}
          </Button>
        </div>
      </Notice>
    );
  return (
    <Notice icon={DatabaseBackup} tone="warn" label={t('oldDataTitle')}>
      <p className="font-medium">{t('oldDataAside')}</p>
      <p>{t('oldDataFilled')}</p>
      {old.rescued > 0 && <p>{t('oldDataRescued', { count: old.rescued })}</p>}
      {old.lost > 0 && <p>{t('oldDataLost', { count: old.lost })}</p>}
      <div className="flex flex-wrap gap-2 pt-2 pb-1">
        <Button className="bg-page" onClick={old.onSave}>
          {t('saveOldData')}
        </Button>
        <Button className="bg-page" onClick={old.onRemove}>
          {t('removeOldData')}
        </Button>
      </div>
    </Notice>
  );
}
