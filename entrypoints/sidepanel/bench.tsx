import { useCallback, useEffect, useMemo, useState } from 'react';
import { useStore } from 'zustand';
import { asProblem, type Problem } from '#components/acts.tsx';
import { useLocale } from '#components/localized.tsx';
import { Panel } from '#components/panel.tsx';
import { undoLabel } from '#components/undo-label.ts';
import { sendLater } from '#lib/browser/flush-alarm.ts';
import type { Session } from '#lib/browser/session.ts';
import { languageSetting, singleKeysSetting, tourSetting } from '#lib/browser/settings.ts';
import { createAccessOffice } from '#lib/panel/access-office.ts';
import { actsOnDemand } from '#lib/panel/acts-on-demand.ts';
import { useDrafts } from '#lib/panel/drafts.ts';
import { createHistoryDoor } from '#lib/panel/history/use-history.ts';
import { createMergeBeyond } from '#lib/panel/merge-beyond.ts';
import type { Before } from '#lib/panel/page-in-front.ts';
import { createPersonOffice } from '#lib/panel/person-office.ts';
import { createQuestions } from '#lib/panel/questions.ts';
import { createTicks } from '#lib/panel/ticks.ts';
import { createUndo } from '#lib/panel/undo.ts';
import { useAll } from '#lib/panel/use-all.ts';
import { useBadge } from '#lib/panel/use-badge.ts';
import { useDecision } from '#lib/panel/use-decision.ts';
import { useEarlier } from '#lib/panel/use-earlier.ts';
import { useHome } from '#lib/panel/use-home.ts';
import { type MomentOfPage, useMoment } from '#lib/panel/use-moment.ts';
import { useOldData } from '#lib/panel/use-old-data.ts';
import { useOutbox } from '#lib/panel/use-outbox.ts';
import { usePack } from '#lib/panel/use-pack.ts';
import type { PageSeen } from '#lib/panel/use-page.ts';
import { useRecent } from '#lib/panel/use-recent.ts';
import { useSearch } from '#lib/panel/use-search.ts';
import { useSettled } from '#lib/panel/use-settled.ts';
import { useStored } from '#lib/panel/use-stored.ts';
import { useSwitchOn } from '#lib/panel/use-switch-on.ts';
import { useSyncView, useUnresolved } from '#lib/panel/use-sync.ts';
import { useUsedActs } from '#lib/panel/use-used-acts.ts';
import { useVisit } from '#lib/panel/use-visit.ts';
import type { Target } from '#lib/panel/visit.ts';
import type { Connection } from '#lib/sync/connection.ts';
import { useSyncing } from '#lib/sync/use-syncing.ts';
import { openOptions } from './nobody.ts';

/** Before the first act, so that it does not wait; after what is shown, which does not need it. */
const acting = () => import('#lib/panel/acts.ts');

export interface BenchProps {
  session: Session;
  connection: Connection;
  /** Whom the page shows, where that was put together already. */
  first: MomentOfPage | undefined;
  /** What the user waited for is shown: what can wait may begin. */
  onSettled: () => void;
  page: PageSeen;
  problem: Problem | undefined;
  onDismissProblem: () => void;
  onSignIn: () => Promise<void>;
}

/** The panel at work over an open cache: page, cache, live connection and rounds come together here. */
export function Bench({
  session,
  connection,
  first,
  onSettled,
  page: { before, readOnce, report },
  problem,
  onDismissProblem,
  onSignIn,
}: BenchProps) {
  // What was done last is named here.
  useLocale();
  const { store, api } = connection;
  const { standing, nudge, begin, sight } = useSyncing(connection);
  const [failed, setFailed] = useState<Problem>();
  const undo = useMemo(() => createUndo(), []);
  const recent = useRecent(store, session.me);
  const drafts = useDrafts();
  const [ticks] = useState(createTicks);
  const acts = useMemo(() => {
    const { userId, team } = session.me;
    const given = { store, undo, userId, team, nudge, onAttached: recent.decision };
    return actsOnDemand(async () => (await acting()).createActs(given));
  }, [store, undo, session, nudge, recent]);

  const ask = useMemo(
    () => createQuestions(store, createMergeBeyond({ store, api, nudge })),
    [store, api, nudge],
  );
  const office = useMemo(
    () => createPersonOffice({ api, store, team: session.me.team, nudge }),
    [api, store, session, nudge],
  );
  const history = useMemo(
    () => createHistoryDoor(api, store, session.me.userId, sight),
    [api, store, session, sight],
  );
  const access = useMemo(() => createAccessOffice({ api, team: session.me.team }), [api, session]);
  const { moment, chooseAccount, lookAgain } = useMoment({
    store,
    api,
    before,
    sight,
    first,
    onFollowed: nudge,
    onUnanswered: nudge,
    reached: standing.is === 'idle' ? standing.at : null,
  });
  useBadge(before, moment);
  const { failed: siteFailed, switchOn, dismiss } = useSwitchOn(before);
  const settled = useSettled(moment.at !== 'loading');
  useEffect(() => {
    if (!settled) return;
    void acting();
    begin();
    onSettled();
  }, [settled, begin, onSettled]);
  usePack(store);
  const [openedId, openDecision] = useState<string | null>(null);
  const opened = useDecision(store, openedId);
  const [outboxOpen, openOutbox] = useState(false);
  const outbox = useOutbox(store, outboxOpen);
  const [target, setTarget] = useState<Target | null>(null);
  const visiting = useVisit(store, target, nudge);
  // A decision has a form of its own; until it is here, it is on its way as anything else.
  const visit = target?.kind === 'opportunity' && opened ? undefined : visiting;
  const { search, find, more } = useSearch(store, api, settled);
  const home = useHome({
    ...{ store, api, me: session.me, onFollowed: nudge },
    wanted: moment.at === 'nothing',
  });
  const onVisit = useCallback(
    (next: Target | null) => {
      if (next) recent.opened(next);
      openOutbox(false);
      setTarget(next);
      openDecision(next?.kind === 'opportunity' ? next.id : null);
    },
    [recent],
  );
  const onOpenDecision = useCallback(
    (id: string | null) => {
      if (id) recent.decision(id);
      openOutbox(false);
      openDecision(id);
      setTarget((now) => (now?.kind === 'opportunity' ? null : now));
    },
    [recent],
  );
  const singleKeys = useStored(singleKeysSetting);
  const usedActs = useUsedActs();
  const { earlier, askEarlier } = useEarlier(api);
  const sync = useSyncView(store, standing);
  const waits = sync.is !== 'synced' && sync.waiting > 0;
  useEffect(() => {
    if (waits) void sendLater();
  }, [waits]);
  const unresolved = useUnresolved(store, undo);
  const old = useOldData(store);
  const solutions = useAll(store, 'solution');
  const done = useStore(undo, ({ done }) => done);
  const last = done.at(-1);
  const tour = useStored(tourSetting);
  const { userId: id, name, team } = session.me;
  const onLookAgain = useCallback(() => {
    lookAgain();
    nudge();
  }, [lookAgain, nudge]);
  const onReadPage = useCallback(() => void readOnce(), [readOnce]);

  const trying = (work: Promise<void>) =>
    void work.catch((error: unknown) => setFailed(asProblem(error)));
  return (
    <Panel
      moment={moment}
      sync={sync}
      user={{ id, name, team }}
      server={session.server}
      solutions={solutions}
      acts={acts}
      ask={ask}
      history={history}
      office={office}
      access={access}
      onLookAgain={onLookAgain}
      opened={opened}
      onOpenDecision={onOpenDecision}
      visit={visit}
      onVisit={onVisit}
      search={{ view: search, onFind: find, onMore: more }}
      home={home}
      outbox={outbox}
      onOpenOutbox={openOutbox}
      drafts={drafts}
      singleKeys={{
        on: singleKeys ?? true,
        onChange: (on) => void singleKeysSetting.setValue(on),
      }}
      usedActs={usedActs}
      onLanguage={(language) => void languageSetting.setValue(language)}
      ticks={ticks}
      earlier={earlier}
      onAskEarlier={askEarlier}
      {...(tour &&
        tour !== 'sites' && {
          tour: {
            step: tour,
            acts: done.length,
            last,
            onStep: (step) => void tourSetting.setValue(step),
          },
        })}
      undoable={last && { label: undoLabel(last) }}
      problem={
        problem ?? failed ?? (siteFailed ? asProblem(siteFailed) : undefined) ?? pageProblem(before)
      }
      onDismissProblem={() => {
        if (problem) return onDismissProblem();
        setFailed(undefined);
        dismiss();
      }}
      unresolved={unresolved}
      oldData={
        old && {
          ...{ is: 'aside', rescued: old.rescued, lost: old.lost },
          onSave: () => trying(old.save()),
          onRemove: () => trying(old.remove()),
        }
      }
      onEnableSite={switchOn}
      onReadPage={onReadPage}
      onPageReport={report}
      onSignIn={() => void onSignIn().then(nudge)}
      onOpenOptions={openOptions}
      onRetrySync={nudge}
      onDismissUnresolved={(nonce) => void store.dismiss(nonce)}
      onChooseAccount={chooseAccount}
    />
  );
}

function pageProblem(before: Before | null): Problem | undefined {
  const code = before?.page?.problem;
  return code && { code, message: '' };
}
