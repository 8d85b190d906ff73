import { ChevronDown, Split } from 'lucide-react';
import { useState } from 'react';
import { t } from '#lib/browser/i18n.ts';
import type { JourneyGround } from '#lib/panel/view.ts';
import { Button } from '../ui/button.tsx';
import { cx } from '../ui/cx.ts';
import { TouchLine } from './touch-line.tsx';

const firstShown = 5;

/** A quiet hint that touches of the account belong to no decision yet; opened, each can be routed. */
export function Unrouted({ ground }: { ground: JourneyGround }) {
  const [open, setOpen] = useState(false);
  const [shown, setShown] = useState(firstShown);
  const { unrouted } = ground;
  if (unrouted.length === 0) return null;
  return (
    <div className="px-4 pb-2">
      <button
        type="button"
        aria-expanded={open}
        className="-mx-2 flex min-h-8 w-[calc(100%+1rem)] items-center gap-2 rounded-medium px-2 py-1 text-start text-muted hover:bg-sunk hover:text-ink"
        onClick={() => setOpen(!open)}
      >
        <Split aria-hidden size={16} className="shrink-0" />
        <span className="min-w-0 flex-1">{t('unroutedHint', { count: unrouted.length })}</span>
        <ChevronDown aria-hidden size={14} className={cx('shrink-0', open && 'rotate-180')} />
      </button>
      {open && (
        <ul aria-label={t('unroutedTouches')}>
          {unrouted.slice(0, shown).map((touch) => (
            <li key={touch.id} className="flex gap-2 py-1.5">
              <TouchLine touch={touch} ground={ground} />
            </li>
          ))}
        </ul>
      )}
      {open && unrouted.length > shown && (
        <Button look="bare" className="-ms-2.5" onClick={() => setShown(shown + 50)}>
          {t('showMore', { count: unrouted.length - shown })}
        </Button>
      )}
    </div>
  );
}
