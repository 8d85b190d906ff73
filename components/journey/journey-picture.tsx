import { useMemo } from 'react';
import { t } from '#lib/browser/i18n.ts';
import type { JourneyEntry } from '#lib/model/journey.ts';
import type { Touch } from '#lib/model/records/touch.ts';
import { isAnonymous, journeyPicture, type Lane, nameWidth } from '#lib/panel/journey.ts';
import type { JourneyGround } from '#lib/panel/view.ts';
import { calendarDay } from '../format.ts';
import { stageLabel } from '../labels.ts';
import { cx } from '../ui/cx.ts';

const lanes: readonly { lane: Lane; y: number }[] = [
  { lane: 'marketing', y: 38 },
  { lane: 'sales', y: 74 },
];
const height = 92;
/** Room at both ends, so that the first and the last dot are whole. */
const at = (x: number) => `${2 + x * 96}%`;

/** Both teams' touches in two lanes over time, changes of stage as vertical marks, anonymous visits as faint dots. */
export function JourneyPicture({
  entries,
  ground: { stages, now },
}: {
  entries: readonly JourneyEntry[];
  ground: JourneyGround;
}) {
  const picture = useMemo(() => journeyPicture(entries, now), [entries, now]);
  if (!picture) return null;
  const { touches, dots, marks, from, until } = picture;
  const day = (time: number) => calendarDay(new Date(time).toISOString().slice(0, 10), now);
  const named = (id: string | undefined) => {
    const stage = stages.find((one) => one.id === id);
    return stage && stageLabel(stage);
  };
  const count = (lane: Lane) =>
    touches.filter(({ touch, lane: own }) => own === lane && !isAnonymous(touch)).length;
  return (
    <figure className="px-4 pt-1 pb-3">
      {/* Time runs one way in every language, and so do its ends. */}
      <svg
        role="img"
        direction="ltr"
        aria-label={t('journeyPicture', {
          from: day(from),
          until: day(until),
          marketing: count('marketing'),
          sales: count('sales'),
          anonymous: touches.filter(({ touch }) => isAnonymous(touch)).length,
          moves: marks.length,
        })}
        className="w-full overflow-visible"
        height={height}
      >
        {marks.map(({ transition, x, named: withName }, order) => (
          <g key={transition.id}>
            <line
              x1={at(x)}
              x2={at(x)}
              y1={withName ? 14 : 20}
              y2={height - 4}
              className="stroke-edge"
              strokeDasharray="2 2"
            />
            {withName && (
              <text
                x={at(x)}
                y={10}
                textAnchor={x > 1 - nameWidth ? 'end' : 'start'}
                // The latest comes first; where the panel is zoomed there is room for no other name.
                className={cx('fill-muted text-small', order > 0 && 'max-[18rem]:hidden')}
              >
                {named(transition.to) ?? t('takenOut')}
              </text>
            )}
          </g>
        ))}
        {lanes.map(({ lane, y }) => (
          <g key={lane}>
            <text
              x="0"
              y={y - 10}
              className="fill-muted stroke-page text-small"
              paintOrder="stroke"
              strokeWidth="4"
            >
              {t(`lane_${lane}`)}
            </text>
            <line x1="0" x2="100%" y1={y} y2={y} className="stroke-line" />
          </g>
        ))}
        {dots.map(({ touch, x, lane }) => (
          <circle
            key={touch.id}
            cx={at(x)}
            cy={lanes.find((one) => one.lane === lane)?.y}
            r={isAnonymous(touch) ? 2.5 : dots.length > 60 ? 3 : 4.5}
            strokeWidth="1.5"
            className={cx(dot(touch), dots.length > 60 && 'opacity-70')}
          />
        ))}
      </svg>
      <figcaption className="text-small text-muted">
        <span dir="ltr" className="flex justify-between gap-4">
          <span>{day(from)}</span>
          <span>{day(until)}</span>
        </span>
        <span className="flex flex-wrap gap-x-4 pt-1">
          <Sign className="border-two-way bg-two-way">{t('theyCame')}</Sign>
          <Sign className="border-two-way bg-page">{t('weCame')}</Sign>
          {touches.some(({ touch }) => isAnonymous(touch)) && (
            <Sign className="border-edge bg-edge opacity-60">{t('anonymous')}</Sign>
          )}
        </span>
      </figcaption>
    </figure>
  );
}

/** Full: they came to us or spoke with us. Hollow: we wrote. Faint: nobody known. */
function dot(touch: Touch): string {
  if (isAnonymous(touch)) return 'fill-edge stroke-page opacity-60';
  return touch.direction === 'outbound' && touch.channel !== 'meeting' && touch.channel !== 'call'
    ? 'fill-page stroke-two-way'
    : 'fill-two-way stroke-page';
}

function Sign({ className, children }: { className: string; children: string }) {
  return (
    <span className="inline-flex items-center gap-1">
      <span
        aria-hidden
        className={cx('size-2 rounded-full border forced-color-adjust-none', className)}
      />
      {children}
    </span>
  );
}
