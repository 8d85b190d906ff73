import { Merge } from 'lucide-react';
import { t } from '#lib/browser/i18n.ts';
import { Button } from '../ui/button.tsx';

/** An address belongs to one record: who has it, and the way to make one of both. */
export function Taken({ name, onMerge }: { name: string; onMerge?: () => void }) {
  return (
    <div role="alert" className="flex flex-col items-start gap-2 text-danger">
      <p>{t(onMerge ? 'addressTaken' : 'addressTakenElsewhere', { name })}</p>
      {onMerge && (
        <Button className="bg-page" onClick={onMerge}>
          <Merge aria-hidden size={14} />
          {t('mergeWith', { name })}
        </Button>
      )}
    </div>
  );
}
