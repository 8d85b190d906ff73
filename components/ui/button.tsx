import type { ComponentProps } from 'react';
import { cx } from './cx.ts';

const looks = {
  solid: 'bg-accent text-accent-ink hover:bg-accent-strong',
  soft: 'bg-accent-soft text-accent hover:bg-accent hover:text-accent-ink',
  plain: 'text-ink border border-line hover:border-edge hover:bg-sunk',
  bare: 'text-muted hover:text-ink hover:bg-sunk',
  link: 'text-accent hover:bg-accent-soft',
  danger: 'bg-danger text-page hover:opacity-90',
} as const;

/** A button of the house. `bare` stands in lines of text, `soft` and `solid` carry the act of a place. */
export function Button({
  look = 'plain',
  className,
  ...props
}: ComponentProps<'button'> & { look?: keyof typeof looks }) {
  return (
    <button
      type="button"
      className={cx(
        'inline-flex min-h-7 items-center justify-center gap-1.5 rounded-medium px-2.5 py-1 font-medium transition-colors disabled:cursor-default disabled:opacity-50',
        looks[look],
        className,
      )}
      {...props}
    />
  );
}

/** A square button that shows only an icon; `label` is its name. */
export function IconButton({
  label,
  className,
  ...props
}: ComponentProps<'button'> & { label: string }) {
  return (
    <button
      type="button"
      aria-label={label}
      title={label}
      className={cx(
        'inline-flex size-7 shrink-0 items-center justify-center rounded-medium text-muted transition-colors hover:bg-sunk hover:text-ink disabled:opacity-50',
        className,
      )}
      {...props}
    />
  );
}
