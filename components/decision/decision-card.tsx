import { ArrowRight, CircleCheck } from 'lucide-react';
import { type ReactNode, useId, useState } from 'react';
import { t } from '#lib/browser/i18n.ts';
import type { Coverage } from '#lib/model/coverage.ts';
import { overdueSteps } from '#lib/model/play.ts';
import type { MoveQuestion } from '#lib/panel/decision-stages.ts';
import type { DecisionView } from '#lib/panel/view.ts';
import { useDoing } from '../acts.tsx';
import { calendarDay, daysSince, money } from '../format.ts';
import { Overdue } from '../play/overdue.tsx';
import { IconButton } from '../ui/button.tsx';
import { focusOnce } from '../ui/focus.ts';
import { FoldMark } from '../ui/fold-mark.tsx';
import { CoverageFigures } from './coverage-figures.tsx';
import { CoverageRing } from './coverage-ring.tsx';
import { GroupList } from './group-list.tsx';
import { MoveForm } from './move-form.tsx';
import { type Ghost, Seats } from './seats.tsx';
import { StageMenu, StagePath } from './stage-path.tsx';
import { WhoLeft } from './who-left.tsx';

/** One decision in motion. `children` is what can be done in it; `after` is coverage as that would leave it. */
export function DecisionCard({
  decision,
  own,
  ghost,
  after,
  folded = false,
  children,
}: {
  decision: DecisionView;
  own?: string;
  ghost?: Ghost;
  after?: Coverage | null;
  folded?: boolean;
  children?: ReactNode;
}) {
  const id = useId();
  const [open, setOpen] = useState(!folded);
  const [asked, ask] = useState<MoveQuestion | null>(null);
  const { openDecision } = useDoing();
  const { solution, coverage, opportunity } = decision;
  const fold = { 'aria-expanded': open, onClick: () => setOpen(!open) };
  return (
    <article
      aria-labelledby={id}
      className="relative border-t border-line px-4 py-3 first:border-t-0"
    >
      <div className="flex items-center gap-3">
        <CoverageRing coverage={coverage} after={open ? after : null} />
        <div className="min-w-0 flex-1">
          <h3 id={id} className="text-title font-semibold">
            {openDecision ? (
              <span className="flex items-start gap-1">
                <button
                  type="button"
                  title={t('openDecision')}
                  onClick={() => openDecision(opportunity.id)}
                  className="flex min-h-6 min-w-0 flex-1 items-center gap-1 rounded-small text-start hover:text-accent hover:underline"
                >
                  <bdi className="line-clamp-2 min-w-0">{solution.name}</bdi>
                  <ArrowRight
                    aria-hidden
                    size={14}
                    className="shrink-0 text-muted rtl:-scale-x-100"
                  />
                </button>
                {folded && (
                  <IconButton
                    label={t('moreOn', { name: solution.name })}
                    className="-me-2 size-6"
                    {...fold}
                  >
                    <FoldMark open={open} />
                  </IconButton>
                )}
              </span>
            ) : folded ? (
              <button
                type="button"
                {...fold}
                className="flex min-h-6 w-full items-center gap-1 text-start"
              >
                <bdi className="line-clamp-2 min-w-0 flex-1">{solution.name}</bdi>
                <FoldMark open={open} className="text-muted" />
              </button>
            ) : (
              <bdi className="line-clamp-2">{solution.name}</bdi>
            )}
          </h3>
          <StageLine decision={decision} gaps={!open} onAsk={ask} />
        </div>
      </div>
      {asked && (
        <div className="pt-2">
          <MoveForm
            decision={decision}
            question={asked}
            first={focusOnce}
            onDone={() => ask(null)}
          />
        </div>
      )}
      {open && (
        <div className="flex flex-col gap-2 pt-2">
          <StagePath decision={decision} />
          <CoverageFigures coverage={coverage} />
          {decision.seats.length > 0 && (
            <div className="-mx-1">
              <Seats decision={decision} own={own} ghost={ghost} />
            </div>
          )}
          <WhoLeft decision={decision} />
          <GroupList decision={decision} />
          {children}
        </div>
      )}
    </article>
  );
}

/** Stage, days in it, worth and closing date, and whether the quorum is reached; `gaps` counts the seats due, where they are not shown. */
function StageLine({
  decision,
  gaps,
  onAsk,
}: {
  decision: DecisionView;
  gaps: boolean;
  onAsk: (question: MoveQuestion) => void;
}) {
  const { opportunity, group, quorum } = decision;
  const late = overdueSteps(decision.play, group.now).length;
  const facts = [
    opportunity.stageSince &&
      t('daysInStage', { count: daysSince(opportunity.stageSince, group.now) }),
    opportunity.amount !== undefined && money(opportunity.amount, opportunity.currency),
    opportunity.closeDate && t('closes', { day: calendarDay(opportunity.closeDate, group.now) }),
  ].filter(Boolean);
  return (
    <div className="flex min-w-0 flex-wrap items-center gap-x-2 text-small text-muted">
      <StageMenu decision={decision} onAsk={onAsk} />
      {facts.map((fact) => (
        <span key={String(fact)}>{fact}</span>
      ))}
      {gaps && decision.gaps.length > 0 && (
        <span className="text-warn">{t('seatsDue', { count: decision.gaps.length })}</span>
      )}
      {late > 0 && <Overdue>{t('playStepsOverdue', { count: late })}</Overdue>}
      {quorum && (
        <span className="inline-flex items-center gap-1 text-good" title={t('quorumMeans')}>
          <CircleCheck aria-hidden size={12} />
          {t('quorumReached')}
        </span>
      )}
    </div>
  );
}
