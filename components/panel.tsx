/** The side panel: header, what stands before the user, and at its foot what was done and the way back. */
import { LogIn } from 'lucide-react';
import { useCallback, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { t } from '#lib/browser/i18n.ts';
import type { Solution } from '#lib/model/records/solution.ts';
import type { Team } from '#lib/model/vocabulary.ts';
import type {
  Acts,
  DecisionDetail,
  EarlierView,
  JourneyAsk,
  Moment,
  SyncView,
  UnresolvedView,
} from '#lib/panel/view.ts';
import { DoingProvider, guarded, type Problem } from './acts.tsx';
import { DecisionMoment } from './decision/decision-moment.tsx';
import { Localized } from './localized.tsx';
import { nameOfMoment, peopleInFront } from './panel/behind.ts';
import { Dock } from './panel/dock.tsx';
import { Header } from './panel/header.tsx';
import { MomentBody } from './panel/moment.tsx';
import { type OldData, OldDataNotice } from './panel/old-data.tsx';
import { SignedOut } from './panel/states.tsx';
import { Unresolved } from './panel/unresolved.tsx';
import { Button } from './ui/button.tsx';
import { Notice } from './ui/notice.tsx';

export interface PanelProps {
  moment: Moment;
  sync: SyncView;
  /** Absent while nobody is signed in and nothing is cached; an expired session keeps it. */
  user?: { id?: string; name: string; team: Team };
  /** The address of the user's server, shown in the story of sync; `/practice` on it is offered where nobody is seen. */
  server?: string;
  /** What can be put in motion. */
  solutions: readonly Solution[];
  acts: Acts;
  /** The decision that was opened; absent, the panel shows the moment. */
  opened?: DecisionDetail;
  undoable?: { label: string };
  problem?: Problem;
  /** Long work is under way, of which the panel says no more than that. */
  busy?: boolean;
  unresolved: readonly UnresolvedView[];
  /** Data on this computer that was damaged, until the user has decided about it. */
  oldData?: OldData;
  /** Called inside the click, so that it may ask for the permission. */
  onEnableSite: (host: string) => void;
  /** Reads the page in front once, its site staying off. */
  onReadPage: () => void;
  onSignIn: () => void;
  onOpenOptions: () => void;
  onRetrySync: () => void;
  onDismissUnresolved: (nonce: string) => void;
  onDismissProblem?: () => void;
  /** Opens a decision, or with `null` leads back to the moment. */
  onOpenDecision?: (opportunityId: string | null) => void;
  /** What the server told beyond the cache of the journey asked for last; asking needs `onAskEarlier`. */
  earlier?: EarlierView;
  onAskEarlier?: (ask: JourneyAsk) => void;
  /** Which account the page means, where that is a question; `null` is none of those on offer. */
  onChooseAccount?: (accountId: string | null) => void;
  /** The page's structure with every text blanked; `null` where the page gives none. */
  onPageReport?: () => Promise<string | null>;
}

export function Panel(props: PanelProps) {
  const { acts, solutions, onChooseAccount, onPageReport, opened, onOpenDecision } = props;
  const [failed, setFailed] = useState<Problem>();
  const safe = useMemo(() => guarded(acts, setFailed), [acts]);
  const way = useWayBack(opened?.decision.opportunity.id, onOpenDecision);
  return (
    <Localized>
      <DoingProvider
        acts={safe}
        solutions={solutions}
        userId={props.user?.id}
        chooseAccount={onChooseAccount}
        pageReport={onPageReport}
        openDecision={onOpenDecision && way.open}
        earlier={props.earlier}
        askEarlier={props.onAskEarlier}
      >
        <Shell
          {...props}
          failed={failed}
          onDismissFailed={() => setFailed(undefined)}
          onCloseDecision={way.close}
        />
      </DoingProvider>
    </Localized>
  );
}

/** What was pressed to open a decision takes the focus again when it is closed, where the panel stood then. */
function useWayBack(
  openedId: string | undefined,
  onOpen: ((opportunityId: string | null) => void) | undefined,
) {
  const left = useRef<{ pressed: Element | null; top: number }>(null);
  const open = useCallback(
    (opportunityId: string) => {
      left.current = { pressed: document.activeElement, top: window.scrollY };
      onOpen?.(opportunityId);
    },
    [onOpen],
  );
  const close = useCallback(() => onOpen?.(null), [onOpen]);
  useLayoutEffect(() => {
    if (openedId !== undefined) return window.scrollTo(0, 0);
    if (!left.current) return;
    const { pressed, top } = left.current;
    left.current = null;
    if (pressed instanceof HTMLElement) pressed.focus({ preventScroll: true });
    window.scrollTo(0, top);
  }, [openedId]);
  return { open, close };
}

function Shell({
  moment,
  sync,
  user,
  server,
  undoable,
  problem,
  busy = false,
  unresolved,
  oldData,
  failed,
  opened,
  onCloseDecision,
  onEnableSite,
  onReadPage,
  onSignIn,
  onOpenOptions,
  onRetrySync,
  onDismissUnresolved,
  onDismissProblem,
  onDismissFailed,
}: PanelProps & { failed?: Problem; onDismissFailed: () => void; onCloseDecision: () => void }) {
  const nobody = sync.is === 'signedOut' && !user;
  return (
    <div className="mx-auto flex min-h-dvh max-w-2xl flex-col">
      <Header
        user={user}
        server={server}
        sync={sync}
        busy={busy}
        unresolved={unresolved}
        onSignIn={onSignIn}
        onRetrySync={onRetrySync}
        onOpenOptions={onOpenOptions}
      />
      {oldData && <OldDataNotice old={oldData} />}
      <Unresolved edits={unresolved} onDismiss={onDismissUnresolved} />
      {sync.is === 'signedOut' && user && (
        <Notice icon={LogIn} tone="warn" label={t('syncTitle')}>
          <div className="flex items-center gap-2">
            <p className="min-w-0 flex-1">
              {sync.waiting > 0
                ? t('sessionEndedWaiting', { count: sync.waiting })
                : t('sessionEnded')}
            </p>
            <Button onClick={onSignIn}>{t('signIn')}</Button>
          </div>
        </Notice>
      )}
      <main className="flex-1">
        {nobody ? (
          <SignedOut server={server} onSignIn={onSignIn} />
        ) : (
          <>
            {/* Kept while a decision stands before it, with all that was typed and unfolded. */}
            <div hidden={opened !== undefined}>
              <MomentBody
                moment={moment}
                server={server}
                onEnableSite={onEnableSite}
                onReadPage={onReadPage}
                onOpenOptions={onOpenOptions}
              />
            </div>
            {opened && (
              <DecisionMoment
                key={opened.decision.opportunity.id}
                detail={opened}
                from={nameOfMoment(moment)}
                present={peopleInFront(moment)}
                onClose={onCloseDecision}
              />
            )}
          </>
        )}
      </main>
      <Dock
        undoable={undoable}
        problem={problem ?? failed}
        onDismissProblem={problem ? onDismissProblem : onDismissFailed}
      />
    </div>
  );
}
