import { useId } from 'react';
import { t } from '#lib/browser/i18n.ts';
import { Switch } from '../ui/switch.tsx';

/** Whether the toolbar icon tells, without opening anything, if whom the page shows is known. */
export function BadgeOption({ on, onChange }: { on: boolean; onChange: (on: boolean) => void }) {
  const id = useId();
  const hintId = useId();
  return (
    <div className="mt-3 flex items-start gap-3 border-t border-line pt-3">
      <div className="min-w-0 flex-1">
        <label htmlFor={id}>{t('badgeOption')}</label>
        <p id={hintId} className="text-small text-muted">
          {t('badgeOptionHint')}
        </p>
      </div>
      <span aria-hidden className="text-small text-muted">
        {on ? t('on') : t('off')}
      </span>
      <Switch id={id} aria-describedby={hintId} checked={on} onCheckedChange={onChange} />
    </div>
  );
}
