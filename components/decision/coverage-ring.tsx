import type { Coverage } from '#lib/model/coverage.ts';
import { cx } from '../ui/cx.ts';

const figures = [
  { figure: 'known', radius: 18, className: 'stroke-known' },
  { figure: 'engaged', radius: 12.5, className: 'stroke-engaged' },
  { figure: 'twoWay', radius: 7, className: 'stroke-two-way' },
] as const;

/** Coverage as three arcs, from outside: known, engaged, two-way. `after` shows faintly what the act on offer adds. */
export function CoverageRing({
  coverage,
  after,
  small = false,
}: {
  coverage: Coverage | null;
  after?: Coverage | null;
  small?: boolean;
}) {
  return (
    <svg
      aria-hidden
      viewBox="0 0 40 40"
      className={cx('shrink-0 -rotate-90', small ? 'size-7' : 'size-10')}
    >
      {figures.map(({ figure, radius, className }) => (
        <g key={figure} fill="none" strokeWidth="3.5">
          <circle
            cx="20"
            cy="20"
            r={radius}
            className="stroke-line"
            strokeDasharray={coverage ? undefined : '1 4'}
          />
          {after && (
            <Arc radius={radius} share={after[figure]} className={`${className} opacity-45`} />
          )}
          {coverage && <Arc radius={radius} share={coverage[figure]} className={className} />}
        </g>
      ))}
    </svg>
  );
}

function Arc({ radius, share, className }: { radius: number; share: number; className: string }) {
  if (share <= 0) return null;
  return (
    <circle
      cx="20"
      cy="20"
      r={radius}
      pathLength="100"
      strokeDasharray={`${share * 100} 100`}
      className={className}
    />
  );
}
