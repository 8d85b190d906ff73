import { type ComponentProps, useId } from 'react';
import { cx } from './cx.ts';

/** A text field with its label above, and below it what is wrong with it or what it is for. */
export function Field({
  label,
  hint,
  problem,
  className,
  ...props
}: ComponentProps<'input'> & { label: string; hint?: string; problem?: string }) {
  const id = useId();
  const note = problem ?? hint;
  return (
    <div className={cx('flex flex-col gap-1', className)}>
      <label htmlFor={id} className="text-small text-muted">
        {label}
      </label>
      <input
        id={id}
        dir="auto"
        aria-invalid={problem ? true : undefined}
        aria-describedby={note ? `${id}-note` : undefined}
        className={cx(
          'min-h-8 w-full rounded-medium border bg-page px-2 py-1 text-ink placeholder:text-muted',
          problem ? 'border-danger' : 'border-edge',
        )}
        {...props}
      />
      {note && (
        <p id={`${id}-note`} className={cx('text-small', problem ? 'text-danger' : 'text-muted')}>
          {note}
        </p>
      )}
    </div>
  );
}
