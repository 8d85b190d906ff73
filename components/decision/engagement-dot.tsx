import type { Engagement } from '#lib/model/engagement.ts';
import { cx } from '../ui/cx.ts';

/** By shape as well as by colour: full, light, empty. */
const dots = {
  active: 'border-two-way bg-two-way',
  cooling: 'border-engaged bg-accent-soft',
  dark: 'border-edge',
} as const;

/** How a member stands with us; the words stand beside it. */
export function EngagementDot({ engagement }: { engagement: Engagement }) {
  return (
    <span
      aria-hidden
      className={cx(
        'inline-block size-2 shrink-0 rounded-full border forced-color-adjust-none',
        dots[engagement],
      )}
    />
  );
}
