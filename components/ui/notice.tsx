import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import { cx } from './cx.ts';

const tones = {
  quiet: 'bg-sunk text-ink [&>svg]:text-muted',
  warn: 'bg-warn-soft text-ink [&>svg]:text-warn',
  danger: 'bg-danger-soft text-ink [&>svg]:text-danger',
} as const;

/** A line across the panel that says something about what stands below it. */
export function Notice({
  icon: Icon,
  tone = 'quiet',
  label,
  children,
}: {
  icon: LucideIcon;
  tone?: keyof typeof tones;
  /** Makes it a place of its own for screen readers, where no other one holds it. */
  label?: string;
  children: ReactNode;
}) {
  const Tag = label ? 'section' : 'div';
  return (
    <Tag
      aria-label={label}
      className={cx('flex gap-2 px-4 py-2 forced-colors:border-b', tones[tone])}
    >
      <Icon aria-hidden size={16} className="mt-px shrink-0" />
      <div className="min-w-0 flex-1">{children}</div>
    </Tag>
  );
}
