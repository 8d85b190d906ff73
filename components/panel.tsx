/** The side panel. What it shows and does comes with its props. */
import { useCallback, useMemo, useState } from 'react';
import { shortDrafts } from '#lib/panel/drafts.ts';
import { DoingProvider, guarded, type Problem } from './acts.tsx';
import type { Front } from './finder/command.ts';
import { Localized } from './localized.tsx';
import { addressOf, pageOf } from './panel/behind.ts';
import type { PanelProps } from './panel/props.ts';
import { Shell } from './panel/shell.tsx';
import { useWayBack } from './panel/way-back.ts';

export type { PanelProps } from './panel/props.ts';

export function Panel(props: PanelProps) {
  const { acts, office, opened, visit, outbox, moment, search } = props;
  const { onOpenDecision, onVisit, onOpenOutbox } = props;
  const [failed, setFailed] = useState<Problem>();
  const [front, setFront] = useState<Front>();
  const [wanted, want] = useState<string>();
  const [short] = useState(() => shortDrafts());
  const safe = useMemo(() => guarded(acts, setFailed), [acts]);
  // Erasing tells what went wrong where it is asked; saving a file has no place of its own.
  const safeOffice = useMemo(
    () => office && { ...office, ...guarded({ export: office.export }, setFailed) },
    [office],
  );
  const openSearch = useCallback(() => setFront('search'), []);
  const leave = useWayBack(
    [opened, visit, outbox].filter(Boolean).length,
    foremost(props),
    pageOf(moment),
  );
  /** The same, with where it was asked from noted for the way back. */
  const noted = useMemo(() => {
    const from =
      <T,>(open: ((what: T | null) => void) | undefined) =>
      (what: T | null) => {
        if (what) leave();
        open?.(what);
      };
    return {
      decision: onOpenDecision && from(onOpenDecision),
      visit: onVisit && from(onVisit),
      outbox: onOpenOutbox && from<true>((open) => onOpenOutbox(open === true)),
    };
  }, [leave, onOpenDecision, onVisit, onOpenOutbox]);
  return (
    <Localized>
      {() => (
        <DoingProvider
          acts={safe}
          ask={props.ask}
          history={props.history}
          office={safeOffice}
          solutions={props.solutions}
          userId={props.user?.id}
          chooseAccount={props.onChooseAccount}
          lookAgain={props.onLookAgain}
          access={props.access}
          pageReport={props.onPageReport}
          openDecision={noted.decision}
          visit={noted.visit}
          openSearch={search && openSearch}
          drafts={props.drafts ?? short}
          ticks={props.ticks}
          wanted={wanted}
          onWanted={want}
          singleKeys={props.singleKeys?.on ?? true}
          earlier={props.earlier}
          askEarlier={props.onAskEarlier}
        >
          <Shell
            {...props}
            onOpenDecision={noted.decision}
            onVisit={noted.visit}
            onOpenOutbox={noted.outbox && ((open) => noted.outbox?.(open || null))}
            problem={props.problem ?? failed}
            onDismissProblem={props.problem ? props.onDismissProblem : () => setFailed(undefined)}
            front={front}
            onFront={setFront}
          />
        </DoingProvider>
      )}
    </Localized>
  );
}

/** Names what stands before the page, if anything does. */
function foremost({ opened, visit, outbox }: PanelProps): string | undefined {
  if (outbox) return 'outbox';
  if (opened) return opened.decision.opportunity.id;
  return visit?.is === 'open' ? addressOf(visit.moment) : visit?.is;
}
