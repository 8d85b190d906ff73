import { useCallback, useMemo } from 'react';
import { t } from '#lib/browser/i18n.ts';
import { DecisionMoment } from '../decision/decision-moment.tsx';
import { focusOnce } from '../ui/focus.ts';
import { BackBar } from './back-bar.tsx';
import { addressOf, nameOfMoment, peopleInFront } from './behind.ts';
import { MomentBody } from './moment.tsx';
import { Outbox } from './outbox.tsx';
import { PageNow, usePageNow } from './page-now.tsx';
import type { PanelProps } from './props.ts';
import { NotYet } from './states.tsx';

/** What stands before the user: the page's moment, or a record, a decision or the own edits opened before it. */
export function InView({
  moment,
  sync,
  server,
  home,
  visit,
  onVisit,
  opened,
  onOpenDecision,
  outbox,
  onOpenOutbox,
  onEnableSite,
  onReadPage,
  onOpenOptions,
}: PanelProps) {
  const leave = useCallback(() => onVisit?.(null), [onVisit]);
  const close = useCallback(() => onOpenDecision?.(null), [onOpenDecision]);
  const visited = visit?.is === 'open' ? visit.moment : undefined;
  const shown = visited ?? moment;
  const open = opened !== undefined || visit !== undefined || outbox !== undefined;
  const pageNow = usePageNow(open, moment);
  // Of a page that came meanwhile the bar above says it all.
  const page = pageNow ? undefined : nameOfMoment(moment);
  const toPage = useCallback(() => {
    onOpenOutbox?.(false);
    onOpenDecision?.(null);
    onVisit?.(null);
  }, [onOpenOutbox, onOpenDecision, onVisit]);
  const present = useMemo(() => peopleInFront(shown), [shown]);
  const ways = { server, offline: sync.is === 'offline', onEnableSite, onReadPage, onOpenOptions };
  return (
    <>
      <PageNow moment={pageNow} onShow={toPage} />
      {/* Kept while something stands before it, with all that was typed and unfolded. */}
      <div hidden={open}>
        <MomentBody moment={moment} home={home} {...ways} />
      </div>
      {outbox && <Outbox edits={outbox} from={page} onClose={() => onOpenOutbox?.(false)} />}
      {visit && (
        <div hidden={opened !== undefined || outbox !== undefined}>
          <BackBar
            from={pageNow ? undefined : (page ?? t('thePage'))}
            active={!opened && !outbox}
            onBack={leave}
          />
          {visited ? (
            <section
              key={addressOf(visited)}
              ref={focusOnce}
              tabIndex={-1}
              aria-label={nameOfMoment(visited)}
              className="outline-none"
            >
              <MomentBody moment={visited} {...ways} />
            </section>
          ) : (
            <NotYet visit={visit} sync={sync} />
          )}
        </div>
      )}
      {opened && !outbox && (
        <DecisionMoment
          key={opened.decision.opportunity.id}
          detail={opened}
          from={visited ? nameOfMoment(visited) : page}
          present={present}
          onClose={close}
        />
      )}
    </>
  );
}
