import { type ComponentProps, useId } from 'react';
import { cx } from './cx.ts';

/** A text of several lines with its label above; it grows with what is written. Ctrl or Cmd Enter sends its form. */
export function TextArea({
  label,
  problem,
  className,
  ...props
}: ComponentProps<'textarea'> & { label: string; problem?: string }) {
  const id = useId();
  return (
    <div className={cx('flex flex-col gap-1', className)}>
      <label htmlFor={id} className="text-small text-muted">
        {label}
      </label>
      <textarea
        id={id}
        dir="auto"
        rows={3}
        aria-invalid={problem ? true : undefined}
        aria-describedby={problem ? `${id}-note` : undefined}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
          event.preventDefault();
          event.currentTarget.form?.requestSubmit();
        }}
        className={cx(
          'field-sizing-content max-h-80 min-h-16 w-full rounded-medium border bg-page px-2 py-1 text-ink',
          problem ? 'border-danger' : 'border-edge',
        )}
        {...props}
      />
      {problem && (
        <p id={`${id}-note`} className="text-small text-danger">
          {problem}
        </p>
      )}
    </div>
  );
}
