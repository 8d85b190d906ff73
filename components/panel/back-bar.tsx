import { ArrowLeft } from 'lucide-react';
import { useEffect } from 'react';
import { t } from '#lib/browser/i18n.ts';
import { Button } from '../ui/button.tsx';

/** The way back from what was opened to `from`, always in sight; Escape goes it too, while `active`. */
export function BackBar({
  from,
  active,
  onBack,
}: {
  from?: string;
  active: boolean;
  onBack: () => void;
}) {
  useEffect(() => {
    if (!active) return;
    const live = new AbortController();
    const leave = (event: KeyboardEvent) => {
      if (event.key === 'Escape' && !event.defaultPrevented) onBack();
    };
    document.addEventListener('keydown', leave, { signal: live.signal });
    return () => live.abort();
  }, [active, onBack]);
  return (
    <div className="sticky top-(--page-now,0px) z-10 flex h-10 items-center border-b border-line bg-page px-2">
      <Button look="bare" className="max-w-full" onClick={onBack}>
        <ArrowLeft aria-hidden size={16} className="shrink-0 rtl:-scale-x-100" />
        <span className="truncate">{from ? t('backTo', { place: from }) : t('back')}</span>
      </Button>
    </div>
  );
}
