import { useEffect, useMemo, useState } from 'react';
import { asProblem, type Problem } from '#components/acts.tsx';
import { OwnData } from '#components/options/own-data.tsx';
import { TransferBench } from '#components/options/transfer-bench.tsx';
import { Workspace } from '#components/options/workspace.tsx';
import type { Session } from '#lib/browser/session.ts';
import { createPersonOffice, peopleLike } from '#lib/panel/person-office.ts';
import type { SyncView } from '#lib/panel/sync-view.ts';
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
  const { standing, nudge, begin } = useSyncing(connection);
  useEffect(begin, [begin]);
  const [failed, setFailed] = useState<Problem>();
  const sync = useSyncView(store, standing);
  const unresolved = useUnresolved(store);
  const view = useAdmin(store);
  const { acts, last, undo, problem, dismissProblem } = useAdminActs(store, nudge);
  const { is } = sync;
  const { api } = connection;
  const { team } = session.me;
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
