import { type ReactNode, useState } from 'react';
import { t } from '#lib/browser/i18n.ts';
import { Button } from './button.tsx';

/** Of many things the first ones, until the others are asked for. Two more cost no more room than asking. */
export function FirstFew<T>({
  all,
  first,
  children,
  className,
}: {
  all: readonly T[];
  first: number;
  children: (shown: readonly T[]) => ReactNode;
  className?: string;
}) {
  const [whole, setWhole] = useState(false);
  const shown = whole || all.length <= first + 2 ? all : all.slice(0, first);
  return (
    <>
      {children(shown)}
      {shown.length < all.length && (
        <div className={className}>
          <Button look="bare" className="-ms-2.5" onClick={() => setWhole(true)}>
            {t('showMore', { count: all.length - shown.length })}
          </Button>
        </div>
      )}
    </>
  );
}
