import { type ComponentProps, useId } from 'react';
import { cx } from './cx.ts';

/** One of a few, with its label above. */
export function Select({
  label,
  className,
  ...props
}: ComponentProps<'select'> & { label: string }) {
  const id = useId();
  return (
    <div className={cx('flex flex-col gap-1', className)}>
      <label htmlFor={id} className="text-small text-muted">
        {label}
      </label>
      <select
        id={id}
        className="min-h-8 w-full rounded-medium border border-edge bg-page px-1.5 py-1 text-ink"
        {...props}
      />
    </div>
  );
}
