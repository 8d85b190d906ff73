import { CloudOff } from 'lucide-react';
import { t } from '#lib/browser/i18n.ts';
import { useDoing } from '../acts.tsx';
import { Button } from '../ui/button.tsx';
import { Notice } from '../ui/notice.tsx';

/** In the place of calling somebody new: nobody has said so. Adding them stays possible, as two of the same become one. */
export function Unanswered({ many = false }: { many?: boolean }) {
  const { lookAgain } = useDoing();
  return (
    <Notice icon={CloudOff} label={t('unansweredTitle')}>
      <p className="font-medium">{t('unansweredTitle')}</p>
      <p className="text-muted">{t(many ? 'unansweredManyHint' : 'unansweredHint')}</p>
      {lookAgain && (
        <Button className="mt-2 mb-1 bg-page" onClick={lookAgain}>
          {t('lookAgain')}
        </Button>
      )}
    </Notice>
  );
}
