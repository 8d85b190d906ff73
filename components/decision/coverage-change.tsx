import { t } from '#lib/browser/i18n.ts';
import type { Coverage } from '#lib/model/coverage.ts';
import { changes, percent } from '../format.ts';
import { figureLabel } from '../labels.ts';

/** What an act does to coverage, in words: `Known 57% → 71%`, or that it changes nothing. */
export function changeText(before: Coverage | null, after: Coverage | null): string {
  if (!before || !after) return '';
  const changed = changes(before, after).map(({ figure, from, to }) =>
    t('figureChange', { figure: figureLabel(figure), from: percent(from), to: percent(to) }),
  );
  return changed.length > 0 ? changed.join(t('reasonJoint')) : t('coverageSame');
}
