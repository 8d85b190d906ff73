import { t } from '#lib/browser/i18n.ts';
import type { Coverage } from '#lib/model/coverage.ts';
import type { BuyingRole } from '#lib/model/vocabulary.ts';
import type { DecisionView } from '#lib/panel/view.ts';
import { changes, percent } from '../format.ts';
import { figureLabel } from '../labels.ts';

/** What taking these roles does to coverage, in words: `Known 57% → 71%`, or why it changes nothing. */
export function changeText(
  { coverage, seats }: DecisionView,
  after: Coverage | null,
  roles: readonly BuyingRole[],
): string {
  if (!coverage || !after) return '';
  const changed = changes(coverage, after).map(({ figure, from, to }) =>
    t('figureChange', { figure: figureLabel(figure), from: percent(from), to: percent(to) }),
  );
  if (changed.length > 0) return changed.join(t('comma'));
  return seats.some(({ seat }) => roles.includes(seat.role))
    ? t('coverageSame')
    : t('coverageNoSeat');
}
