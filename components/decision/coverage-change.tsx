import type { ReactNode } from 'react';
import { t } from '#lib/browser/i18n.ts';
import type { Coverage } from '#lib/model/coverage.ts';
import type { BuyingRole } from '#lib/model/vocabulary.ts';
import type { Effect } from '#lib/panel/effect.ts';
import type { DecisionView } from '#lib/panel/view.ts';
import { changes, percent, unbroken } from '../format.ts';
import { figureLabel } from '../labels.ts';

/** What an act does to coverage, in words: `Known 57% → 71%`; empty where that changes nothing. */
export const effectText = ({ before, after }: Pick<Effect, 'before' | 'after'>): string =>
  changes(before, after)
    .map(({ figure, from, to }) =>
      unbroken(
        t('figureChange', { figure: figureLabel(figure), from: percent(from), to: percent(to) }),
      ),
    )
    .join(t('comma'));

/** The same of several decisions, each by name. */
export const effectTexts = (effects: readonly Effect[]): string[] =>
  effects.flatMap((effect) => {
    const change = effectText(effect);
    return change ? [t('effectIn', { solution: effect.solution, change })] : [];
  });

/** What taking these roles does to coverage, or why it changes nothing. */
export function changeText(
  { coverage, seats }: DecisionView,
  after: Coverage | null,
  roles: readonly BuyingRole[],
): string {
  if (!coverage || !after) return '';
  const changed = effectText({ before: coverage, after });
  if (changed) return changed;
  return seats.some(({ seat }) => roles.includes(seat.role))
    ? t('coverageSame')
    : t('coverageNoSeat');
}

/** What a button or an entry of a menu says: its act, and beneath what that does to coverage. */
export function ActWords({ children, effect }: { children: ReactNode; effect: ReactNode }) {
  return (
    <span className="min-w-0 text-start">
      <span className="block">{children}</span>
      {effect && <span className="block text-small font-normal tabular-nums">{effect}</span>}
    </span>
  );
}

/** Beside an act that several decisions feel: what it does to the coverage of each, where it does anything. */
export function Effects({ id, of }: { id?: string; of: readonly Effect[] }) {
  const texts = effectTexts(of);
  if (texts.length === 0) return null;
  return (
    <ul id={id} className="text-small text-muted tabular-nums">
      {texts.map((text) => (
        <li key={text}>{text}</li>
      ))}
    </ul>
  );
}
