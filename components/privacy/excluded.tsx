import { EyeOff } from 'lucide-react';
import { t } from '#lib/browser/i18n.ts';
import { Notice } from '../ui/notice.tsx';

/** Whoever the page shows is on the do-not-record list: that is all there is to say of them. */
export function Excluded() {
  return (
    <Notice icon={EyeOff} label={t('excludedTitle')}>
      <p className="font-medium">{t('excludedTitle')}</p>
      <p>{t('excludedWhy')}</p>
    </Notice>
  );
}
