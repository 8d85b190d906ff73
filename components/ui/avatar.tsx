import { initials } from '../format.ts';
import { cx } from './cx.ts';

/** How far somebody has come with us; the ring says it by its shape: none, half, whole. */
export type Standing = 'known' | 'engaged' | 'twoWay';

const share: Record<Standing, number> = { known: 0, engaged: 50, twoWay: 100 };

/** A person as initials in a circle. `ghost` is somebody who would sit here after the act on offer. */
export function Avatar({
  name,
  standing = 'known',
  ghost = false,
  large = false,
  className,
}: {
  name: string;
  standing?: Standing;
  ghost?: boolean;
  large?: boolean;
  className?: string;
}) {
  return (
    <span
      aria-hidden
      className={cx(
        'relative inline-flex shrink-0 items-center justify-center rounded-full font-medium select-none',
        large ? 'size-10 text-body' : 'size-7 text-[0.6875rem]',
        ghost ? 'border border-dashed border-accent text-accent' : 'bg-sunk text-muted',
        className,
      )}
    >
      {initials(name)}
      {!ghost && share[standing] > 0 && (
        <svg aria-hidden viewBox="0 0 28 28" className="absolute inset-0 -rotate-90">
          <circle
            cx="14"
            cy="14"
            r="13"
            fill="none"
            strokeWidth="2"
            pathLength="100"
            strokeDasharray={`${share[standing]} 100`}
            className={standing === 'twoWay' ? 'stroke-two-way' : 'stroke-engaged'}
          />
        </svg>
      )}
    </span>
  );
}

/** A place that nobody fills. */
export function EmptyAvatar({ due }: { due: boolean }) {
  return (
    <span
      aria-hidden
      className={cx(
        'inline-flex size-7 shrink-0 rounded-full border border-dashed',
        due ? 'border-warn' : 'border-edge',
      )}
    />
  );
}
