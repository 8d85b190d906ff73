/** The side panel: header, what stands before the user, and at its foot what was done and the way back. */
import { LogIn } from 'lucide-react';
import { useMemo, useState } from 'react';
import { t } from '#lib/browser/i18n.ts';
import type { Solution } from '#lib/model/records/solution.ts';
import type { Team } from '#lib/model/vocabulary.ts';
import type { Acts, Moment, SyncView, UnresolvedView } from '#lib/panel/view.ts';
import { DoingProvider, guarded, type Problem } from './acts.tsx';
import { Localized } from './localized.tsx';
import { Dock } from './panel/dock.tsx';
import { Header } from './panel/header.tsx';
import { MomentBody } from './panel/moment.tsx';
import { SignedOut } from './panel/states.tsx';
import { Unresolved } from './panel/unresolved.tsx';
import { Button } from './ui/button.tsx';
import { Notice } from './ui/notice.tsx';

export interface PanelProps {
  moment: Moment;
  sync: SyncView;
  /** Absent while nobody is signed in and nothing is cached; an expired session keeps it. */
  user?: { name: string; team: Team };
  /** The address of the user's server, shown in the story of sync; `/practice` on it is offered where nobody is seen. */
  server?: string;
  /** What can be put in motion. */
  solutions: readonly Solution[];
  acts: Acts;
  undoable?: { label: string };
  problem?: Problem;
  /** Long work is under way, of which the panel says no more than that. */
  busy?: boolean;
  unresolved: readonly UnresolvedView[];
  /** Called inside the click, so that it may ask for the permission. */
  onEnableSite: (host: string) => void;
  /** Reads the page in front once, its site staying off. */
  onReadPage: () => void;
  onSignIn: () => void;
  onOpenOptions: () => void;
  onRetrySync: () => void;
  onDismissUnresolved: (nonce: string) => void;
  onDismissProblem?: () => void;
  /** Which account the page means, where that is a question; `null` is none of those on offer. */
  onChooseAccount?: (accountId: string | null) => void;
  /** The page's structure with every text blanked; `null` where the page gives none. */
  onPageReport?: () => Promise<string | null>;
}

export function Panel(props: PanelProps) {
  const { acts, solutions, onChooseAccount, onPageReport } = props;
  const [failed, setFailed] = useState<Problem>();
  const safe = useMemo(() => guarded(acts, setFailed), [acts]);
  return (
    <Localized>
      <DoingProvider
        acts={safe}
        solutions={solutions}
        chooseAccount={onChooseAccount}
        pageReport={onPageReport}
      >
        <Shell {...props} failed={failed} onDismissFailed={() => setFailed(undefined)} />
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
  failed,
  onEnableSite,
  onReadPage,
  onSignIn,
  onOpenOptions,
  onRetrySync,
  onDismissUnresolved,
  onDismissProblem,
  onDismissFailed,
}: PanelProps & { failed?: Problem; onDismissFailed: () => void }) {
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
          <MomentBody
            moment={moment}
            server={server}
            onEnableSite={onEnableSite}
            onReadPage={onReadPage}
            onOpenOptions={onOpenOptions}
          />
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
