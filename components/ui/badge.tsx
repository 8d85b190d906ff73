import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import { cx } from './cx.ts';

const tones = {
  quiet: 'text-muted border-line',
  accent: 'text-accent border-accent-line',
  warn: 'text-warn border-warn-line',
} as const;

/** A word of state with its sign. */
export function Badge({
  icon: Icon,
  tone = 'quiet',
  title,
  children,
}: {
  icon?: LucideIcon;
  tone?: keyof typeof tones;
  title?: string;
  children: ReactNode;
}) {
  return (
    <span
      title={title}
      className={cx(
        'inline-flex max-w-full shrink-0 items-center gap-1 rounded-small border px-1.5 text-small',
        tones[tone],
      )}
    >
      {Icon && <Icon aria-hidden size={12} />}
      <span className="truncate">{children}</span>
    </span>
  );
}
