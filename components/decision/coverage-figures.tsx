import { t } from '#lib/browser/i18n.ts';
import type { Coverage } from '#lib/model/coverage.ts';
import { percent } from '../format.ts';
import { figureLabel } from '../labels.ts';
import { cx } from '../ui/cx.ts';

const swatch = { known: 'bg-known', engaged: 'bg-engaged', twoWay: 'bg-two-way' } as const;

/** The three figures in words, in the order of the ring's arcs. */
export function CoverageFigures({ coverage }: { coverage: Coverage | null }) {
  if (!coverage) return <p className="text-small text-muted">{t('noProfile')}</p>;
  return (
    <dl className="flex flex-wrap gap-x-2 text-small text-muted">
      {(['known', 'engaged', 'twoWay'] as const).map((figure) => (
        <div key={figure} className="flex items-center gap-1" title={t(`figureMeans_${figure}`)}>
          <span
            aria-hidden
            className={cx('size-2 rounded-full forced-color-adjust-none', swatch[figure])}
          />
          <dt>{figureLabel(figure)}</dt>
          <dd className="text-ink tabular-nums">{percent(coverage[figure])}</dd>
        </div>
      ))}
    </dl>
  );
}
