import { ArrowRightLeft } from 'lucide-react';
import { t } from '#lib/browser/i18n.ts';
import type { Transition } from '#lib/model/records/transition.ts';
import type { JourneyGround } from '#lib/panel/view.ts';
import { calendarDay, money } from '../format.ts';
import { stageLabel } from '../labels.ts';
import { Day } from './day.tsx';

/** One transition in words: what changed, by whom and why. */
export function TransitionLine({
  transition,
  ground,
  withSolution = false,
}: {
  transition: Transition;
  ground: JourneyGround;
  /** Says of which decision it is, where the journey is of more than one. */
  withSolution?: boolean;
}) {
  const { users, solutions, now } = ground;
  const by = users.find(({ id }) => id === transition.by)?.name;
  const solution = solutions.find(({ id }) => id === transition.solutionId)?.name;
  const said = [withSolution ? solution : undefined, by, transition.reason].filter(
    (part) => part !== undefined,
  );
  return (
    <>
      <ArrowRightLeft aria-hidden size={16} className="mt-px shrink-0 text-accent" />
      <div className="min-w-0 flex-1">
        <p className="font-medium">{whatChanged(transition, ground)}</p>
        {said.length > 0 && (
          <p className="line-clamp-3 text-small text-muted">
            {said.map((part, at) => (
              <span key={part}>
                {at > 0 && ' · '}
                <bdi>{part}</bdi>
              </span>
            ))}
          </p>
        )}
      </div>
      <Day at={transition.at} now={now} />
    </>
  );
}

/** A move is told by its stages; where they stay, what became of the amount and the close date. */
function whatChanged(
  { from, to, before, after }: Transition,
  { stages, now }: JourneyGround,
): string {
  const name = (id: string) => {
    const stage = stages.find((one) => one.id === id);
    return stage ? stageLabel(stage) : t('stageGone');
  };
  if (!to) return t('takenOut');
  if (!from) return t('putInMotion', { stage: name(to) });
  if (from !== to) return t('movedFromTo', { from: name(from), to: name(to) });
  const worth = ({ amount, currency }: Transition['before']) =>
    amount === undefined ? t('notSet') : money(amount, currency);
  const closes = ({ closeDate }: Transition['before']) =>
    closeDate ? calendarDay(closeDate, now) : t('notSet');
  return before.closeDate === after.closeDate
    ? t('amountFromTo', { from: worth(before), to: worth(after) })
    : t('closeFromTo', { from: closes(before), to: closes(after) });
}
