/** The side panel: header, what stands before the user, and at its foot what was done and the way back. */
import { LogIn } from 'lucide-react';
import { useCallback, useMemo, useState } from 'react';
import { t } from '#lib/browser/i18n.ts';
import type { TourStep } from '#lib/browser/settings.ts';
import type { Solution } from '#lib/model/records/solution.ts';
import type { Team } from '#lib/model/vocabulary.ts';
import type { HomeView } from '#lib/panel/home.ts';
import type { OwnEdit } from '#lib/panel/outbox.ts';
import type { Questions } from '#lib/panel/questions.ts';
import type { Undoable } from '#lib/panel/undo.ts';
import type { Visit } from '#lib/panel/use-visit.ts';
import type {
  Acts,
  DecisionDetail,
  EarlierView,
  JourneyAsk,
  Moment,
  SyncView,
  UnresolvedView,
} from '#lib/panel/view.ts';
import type { Target } from '#lib/panel/visit.ts';
import { DoingProvider, type Drafts, guarded, ifTold, type Problem, useDoing } from './acts.tsx';
import { DecisionMoment } from './decision/decision-moment.tsx';
import { commandsFor } from './finder/commands.ts';
import { type Front, InFront, type SearchDoor } from './finder/front.tsx';
import { type Key, useKeys } from './finder/use-keys.ts';
import { Localized } from './localized.tsx';
import { BackBar } from './panel/back-bar.tsx';
import { nameOfMoment, peopleInFront } from './panel/behind.ts';
import { Dock } from './panel/dock.tsx';
import { Header } from './panel/header.tsx';
import { MomentBody } from './panel/moment.tsx';
import { type OldData, OldDataNotice } from './panel/old-data.tsx';
import { Outbox } from './panel/outbox.tsx';
import { NotYet, SignedOut } from './panel/states.tsx';
import { Tour } from './panel/tour.tsx';
import { Unresolved } from './panel/unresolved.tsx';
import { useWayBack } from './panel/way-back.ts';
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
  ask?: Questions;
  /** The decision that was opened; absent, the panel shows the moment. */
  opened?: DecisionDetail;
  /** A person or an account opened by hand, before what the page shows. */
  visit?: Visit;
  /** Opens a person, an account or a decision; `null` leads back to the page's. */
  onVisit?: (target: Target | null) => void;
  /** Absent, nothing can be searched. */
  search?: SearchDoor;
  /** Opened and attached last, and the user's own decisions with what they lack: for where the page shows nobody. */
  home?: HomeView;
  drafts?: Drafts;
  undoable?: { label: string };
  /** The tour, while it is under way: its step, and what it watches besides what the panel shows. */
  tour?: {
    step: TourStep;
    acts: number;
    last: Undoable | undefined;
    onStep: (step: TourStep | null) => void;
  };
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
  /** The user's own edits, while they are looked at. */
  outbox?: readonly OwnEdit[];
  onOpenOutbox?: (open: boolean) => void;
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
  const { acts, ask, solutions, onChooseAccount, onPageReport, opened, onOpenDecision } = props;
  const [failed, setFailed] = useState<Problem>();
  const safe = useMemo(() => guarded(acts, setFailed), [acts]);
  const way = useWayBack(opened?.decision.opportunity.id, onOpenDecision);
  const [front, setFront] = useState<Front>();
  const { search, onVisit } = props;
  const openSearch = search && (() => setFront('search'));

  return (
    <Localized>
      <DoingProvider
        acts={safe}
        ask={ask}
        solutions={solutions}
        userId={props.user?.id}
        chooseAccount={onChooseAccount}
        pageReport={onPageReport}
        openDecision={onOpenDecision && way.open}
        visit={onVisit}
        openSearch={openSearch}
        drafts={props.drafts}
        earlier={props.earlier}
        askEarlier={props.onAskEarlier}
      >
        <Shell
          {...props}
          failed={failed}
          onDismissFailed={() => setFailed(undefined)}
          onCloseDecision={way.close}
          front={front}
          onFront={setFront}
        />
      </DoingProvider>
    </Localized>
  );
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
  outbox,
  onOpenOutbox,
  onDismissFailed,
  visit,
  onVisit,
  search,
  home,
  front,
  onFront,
  tour,
}: PanelProps & {
  failed?: Problem;
  onDismissFailed: () => void;
  onCloseDecision: () => void;
  front: Front | undefined;
  onFront: (front: Front | undefined) => void;
}) {
  const nobody = sync.is === 'signedOut' && !user;
  const { acts, solutions, openDecision } = useDoing();
  const visited = visit?.is === 'open' ? visit.moment : undefined;
  const shown = visited ?? moment;
  const leave = useCallback(() => onVisit?.(null), [onVisit]);
  const press = useCallback(
    (key: Key) => {
      if (key === 'undo') void acts.undo().catch(ifTold);
      else if (key === 'shortcuts' || search) onFront(key);
    },
    [acts, search, onFront],
  );
  useKeys(press);
  const commands = () =>
    commandsFor({
      acts,
      solutions,
      moment: shown,
      ...(opened && { opened }),
      ...(undoable && { undoable }),
      ...(openDecision && { openDecision }),
      ...(opened ? { back: onCloseDecision } : visit && { back: leave }),
      search: () => onFront('search'),
      shortcuts: () => onFront('shortcuts'),
      openOptions: onOpenOptions,
      retrySync: onRetrySync,
      ...(sync.is === 'signedOut' && { signIn: onSignIn }),
    });
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
        {...(search && { onSearch: () => onFront('search') })}
        onOpenOutbox={onOpenOutbox && (() => onOpenOutbox(true))}
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
            <div hidden={opened !== undefined || visit !== undefined || outbox !== undefined}>
              <MomentBody
                moment={moment}
                server={server}
                home={home}
                onEnableSite={onEnableSite}
                onReadPage={onReadPage}
                onOpenOptions={onOpenOptions}
              />
            </div>
            {outbox && (
              <Outbox
                edits={outbox}
                from={nameOfMoment(moment)}
                onClose={() => onOpenOutbox?.(false)}
              />
            )}
            {visit && (
              <div hidden={opened !== undefined || outbox !== undefined}>
                <BackBar
                  from={nameOfMoment(moment) ?? t('thePage')}
                  active={!opened && !outbox}
                  onBack={leave}
                />
                {visited ? (
                  <MomentBody
                    moment={visited}
                    server={server}
                    onEnableSite={onEnableSite}
                    onReadPage={onReadPage}
                    onOpenOptions={onOpenOptions}
                  />
                ) : (
                  <NotYet visit={visit} sync={sync} />
                )}
              </div>
            )}
            {opened && !outbox && (
              <DecisionMoment
                key={opened.decision.opportunity.id}
                detail={opened}
                from={nameOfMoment(shown)}
                present={peopleInFront(shown)}
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
      >
        {tour && !nobody && (
          <Tour
            step={tour.step}
            server={server}
            facts={{
              person: moment.at === 'person',
              decision: opened !== undefined,
              searching: front === 'search',
              acts: tour.acts,
              last: tour.last,
            }}
            onStep={tour.onStep}
          />
        )}
      </Dock>
      <InFront
        front={front}
        search={search}
        commands={commands}
        onOpen={(target) => onVisit?.(target)}
        onClose={() => onFront(undefined)}
      />
    </div>
  );
}
