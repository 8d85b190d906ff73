import { ChevronRight } from 'lucide-react';
import { cx } from './cx.ts';

/** On what folds: points along the line, and down where it is open. */
export function FoldMark({ open, className }: { open: boolean; className?: string }) {
  return (
    <ChevronRight
      aria-hidden
      size={16}
      className={cx(
        'shrink-0 transition-transform',
        open ? 'rotate-90' : 'rtl:-scale-x-100',
        className,
      )}
    />
  );
}
