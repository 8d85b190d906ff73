import { CloudOff, TriangleAlert } from 'lucide-react';
import { t } from '#lib/browser/i18n.ts';
import type { EarlierView } from '#lib/panel/view.ts';
import { Button } from '../ui/button.tsx';

/** The end of what is on this computer: the way further back, on the server, and what came of asking. */
export function Earlier({ is, onAsk }: { is: EarlierView['is'] | 'unasked'; onAsk: () => void }) {
  const failed = is === 'offline' || is === 'failed';
  return (
    <div className="flex flex-col items-start gap-1 px-4 pb-3">
      <div role="status" className="text-muted">
        {is === 'offline' && (
          <p className="flex items-start gap-2">
            <CloudOff aria-hidden size={16} className="mt-px shrink-0" />
            {t('earlierOffline')}
          </p>
        )}
        {is === 'failed' && (
          <p className="flex items-start gap-2">
            <TriangleAlert aria-hidden size={16} className="mt-px shrink-0 text-warn" />
            {t('earlierFailed')}
          </p>
        )}
        {is === 'end' && t('earlierEnd')}
        {is === 'loading' && t('earlierLoading')}
      </div>
      {is !== 'end' && is !== 'loading' && (
        <Button
          look={failed ? 'plain' : 'bare'}
          className={failed ? 'ms-6' : '-ms-2.5'}
          onClick={onAsk}
        >
          {t(failed ? 'earlierAgain' : 'earlier')}
        </Button>
      )}
    </div>
  );
}
