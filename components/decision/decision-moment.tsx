import { CircleCheck } from 'lucide-react';
import { t } from '#lib/browser/i18n.ts';
import type { DecisionDetail } from '#lib/panel/view.ts';
import { DecisionHistory } from '../history/decision-history.tsx';
import { JourneySection } from '../journey/journey-section.tsx';
import { LogTouch } from '../journey/log-touch.tsx';
import { NextSteps } from '../notes/next-steps.tsx';
import { NotesSection } from '../notes/notes-section.tsx';
import { BackBar } from '../panel/back-bar.tsx';
import { PlaySection } from '../play/play-section.tsx';
import { focusOnce } from '../ui/focus.ts';
import { Section } from '../ui/section.tsx';
import { CoverageFigures } from './coverage-figures.tsx';
import { CoverageRing } from './coverage-ring.tsx';
import { EmptySeats } from './empty-seats.tsx';
import { Interests } from './interests.tsx';
import { Members } from './members.tsx';
import { Seats } from './seats.tsx';
import { StageSection } from './stage-section.tsx';
import { Terms } from './terms.tsx';

/** One decision with all that is kept of it. Escape and the button at the top lead back to `from`. */
export function DecisionMoment({
  detail,
  from,
  present,
  onClose,
}: {
  detail: DecisionDetail;
  /** What stands behind it: a person's or a company's name. */
  from?: string;
  /** The members whom the page in front shows, by contact id: whom a touch is likely with. */
  present: readonly string[];
  onClose: () => void;
}) {
  const { account, decision, members } = detail;
  const { solution, coverage, quorum } = decision;

  return (
    <>
      <BackBar from={from} active onBack={onClose} />
      <header className="flex items-center gap-3 px-4 py-3">
        <CoverageRing coverage={coverage} />
        <div className="min-w-0 flex-1">
          <h1
            ref={focusOnce}
            tabIndex={-1}
            className="line-clamp-3 text-name font-semibold outline-none"
          >
            <bdi>{solution.name}</bdi>
          </h1>
          <p className="flex items-center gap-2 text-muted">
            <bdi className="truncate">{account.name}</bdi>
            {quorum && (
              <span
                className="inline-flex shrink-0 items-center gap-1 text-small text-good"
                title={t('quorumMeans')}
              >
                <CircleCheck aria-hidden size={12} />
                {t('quorumReached')}
              </span>
            )}
          </p>
        </div>
      </header>
      <LogTouch detail={detail} present={present} />
      <StageSection decision={decision} transitions={detail.transitions} />
      <Terms decision={decision} />
      <NextSteps opportunity={decision.opportunity} />
      <Section title={t('buyingGroup')} count={members.length}>
        <div className="flex flex-col gap-2 px-4 pb-2">
          <CoverageFigures coverage={coverage} />
          {decision.seats.length > 0 && (
            <div className="-mx-1">
              <Seats decision={decision} />
            </div>
          )}
        </div>
        <Members decision={decision} members={members} />
      </Section>
      <EmptySeats decision={decision} plans={detail.plans} users={detail.users} />
      <PlaySection decision={decision} users={detail.users} />
      <Interests ground={detail} interests={detail.interests} own={solution.id} />
      <NotesSection detail={detail} />
      <JourneySection
        ground={detail}
        opportunityId={decision.opportunity.id}
        empty={t('journeyEmpty')}
      />
      <DecisionHistory decision={decision} />
    </>
  );
}
