import { useEffect, useMemo, useState } from 'react';
import { useStore } from 'zustand';
import { asProblem, guarded, type Problem } from '#components/acts.tsx';
import { OwnData } from '#components/options/own-data.tsx';
import { TransferBench } from '#components/options/transfer-bench.tsx';
import { Workspace } from '#components/options/workspace.tsx';
import { undoLabel } from '#components/undo-label.ts';
import type { Session } from '#lib/browser/session.ts';
import { createActs } from '#lib/panel/acts.ts';
import { useDrafts } from '#lib/panel/drafts.ts';
import { createPersonOffice, peopleLike } from '#lib/panel/person-office.ts';
import type { SyncView } from '#lib/panel/sync-view.ts';
import { createUndo } from '#lib/panel/undo.ts';
import { useAdmin, useAdminActs } from '#lib/panel/use-admin.ts';
import { useSyncView, useUnresolved } from '#lib/panel/use-sync.ts';
import type { Connection } from '#lib/sync/connection.ts';
import { useSyncing } from '#lib/sync/use-syncing.ts';

export interface SyncNow {
  is: SyncView['is'];
  waiting: number;
  code?: string;
}

/** The workspace over an open cache, synced while the page is open. */
export function WorkspaceBench({
  session,
  connection,
  onSync,
  onSignIn,
}: {
  session: Session;
  connection: Connection;
  /** How sync stands, and how many edits the server does not have yet. */
  onSync: (sync: SyncNow) => void;
  onSignIn: () => Promise<unknown>;
}) {
  const { store } = connection;
  const { userId, team } = session.me;
  const { standing, nudge, begin } = useSyncing(connection);
  useEffect(begin, [begin]);
  const [failed, setFailed] = useState<Problem>();
  const sync = useSyncView(store, standing);
  const [undone] = useState(createUndo);
  const unresolved = useUnresolved(store, undone);
  const view = useAdmin(store);
  const { acts, last, undo, problem, dismissProblem } = useAdminActs(store, nudge);
  const done = useStore(undone, ({ done }) => done).at(-1);
  const drafts = useDrafts();

  const again = useMemo(
    () => guarded(createActs({ store, undo: undone, nudge, userId, team }), setFailed),
    [store, undone, nudge, userId, team],
  );
  const { is } = sync;
  const { api } = connection;
  const office = useMemo(
    () => createPersonOffice({ api, store, team, nudge }),
    [api, store, team, nudge],
  );
  const waiting = 'waiting' in sync ? sync.waiting : 0;
  const code = 'code' in sync ? sync.code : undefined;
  useEffect(() => onSync({ is, waiting, ...(code && { code }) }), [is, waiting, code, onSync]);

  return (
    <Workspace
      view={view}
      team={session.me.team}
      acts={acts}
      sync={sync}
      server={session.server}
      unresolved={unresolved}
      again={drafts && { acts: again, drafts }}
      redone={done && { label: undoLabel(done), onUndo: again.undo }}
      last={last}
      problem={problem === undefined ? failed : asProblem(problem)}
      onUndo={undo}
      onDismissProblem={() => (problem === undefined ? setFailed(undefined) : dismissProblem())}
      onDismissUnresolved={(nonce) => void store.dismiss(nonce)}
      onRetrySync={nudge}
      transfer={<TransferBench api={connection.api} team={session.me.team} onImported={nudge} />}
      ownData={<OwnData office={office} find={(text) => peopleLike(api, text)} />}
      onSignIn={() =>
        void onSignIn().then(
          () => setFailed(undefined),
          (error: unknown) => setFailed(asProblem(error)),
        )
      }
    />
  );
}
