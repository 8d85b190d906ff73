/** The workspace's own things: what is sold, the stages, the catalogue. Admins edit them, marketing the catalogue, everybody reads. */
import { Undo2, X } from 'lucide-react';
import type { ReactNode } from 'react';
import { t } from '#lib/browser/i18n.ts';
import { createAsset } from '#lib/model/mutations/asset.ts';
import { addExclusion } from '#lib/model/mutations/exclusion.ts';
import type { Solution } from '#lib/model/records/solution.ts';
import type { Team } from '#lib/model/vocabulary.ts';
import type { Drafts } from '#lib/panel/drafts.ts';
import type { SyncView, UnresolvedView } from '#lib/panel/sync-view.ts';
import type { AdminView } from '#lib/panel/use-admin.ts';
import type { AdminActs, AdminDone } from '#lib/panel/use-admin-acts.ts';
import type { Acts } from '#lib/panel/view.ts';
import { DoingProvider, type Problem, useAct } from '../acts.tsx';
import { problemText, rejectionText } from '../labels.ts';
import { SyncDot } from '../panel/sync-dot.tsx';
import { Button, IconButton } from '../ui/button.tsx';
import { Unresolved } from '../unresolved/unresolved.tsx';
import { Catalogue } from './catalogue.tsx';
import { Exclusions } from './exclusions.tsx';
import { Retention } from './retention.tsx';
import { Solutions } from './solutions.tsx';
import { Stages } from './stages.tsx';

export interface WorkspaceProps {
  /** `undefined` until the cache is read. */
  view: AdminView | undefined;
  team: Team;
  acts: AdminActs;
  sync: SyncView;
  server: string;
  unresolved: readonly UnresolvedView[];
  /** To make once more what the server did not take; absent until what was typed for that is read. */
  again?: { acts: Acts; drafts: Drafts } | undefined;
  /** An edit that was made once more, with its way back. */
  redone?: { label: string; onUndo: () => Promise<void> } | undefined;
  last?: AdminDone | undefined;
  problem?: Problem | undefined;
  now?: number;
  onUndo: () => Promise<void>;
  onDismissProblem: () => void;
  onDismissUnresolved: (nonce: string) => void;
  onRetrySync: () => void;
  /** Lists in and out, for who may. */
  transfer?: ReactNode;
  /** Export and erasure of one person. */
  ownData?: ReactNode;
  onSignIn: () => void;
}

const noSolutions: readonly Solution[] = [];

export function Workspace(props: WorkspaceProps) {
  const { view, team, sync, server, unresolved, now = Date.now() } = props;
  const acts = team === 'admin' ? props.acts : undefined;
  const catalogueActs = createAsset.teams?.includes(team) ? props.acts : undefined;
  return (
    <section aria-label={t('workspace')} className="border-t border-line py-4">
      <div className="flex items-center gap-2">
        <h2 className="min-w-0 flex-1 text-title font-semibold">{t('workspace')}</h2>
        <SyncDot
          sync={sync}
          server={server}
          unresolved={unresolved.length}
          onSignIn={props.onSignIn}
          onRetry={props.onRetrySync}
        />
      </div>
      <p className="text-muted">
        {t(acts ? 'workspaceAdmin' : catalogueActs ? 'workspaceMarketing' : 'workspaceReadOnly')}
      </p>
      {props.again && (
        <DoingProvider {...props.again} solutions={view?.solutions ?? noSolutions}>
          <div className="pt-2">
            <Unresolved edits={unresolved} onDismiss={props.onDismissUnresolved} />
          </div>
        </DoingProvider>
      )}
      {!view || (view.stages.length === 0 && sync.is === 'syncing') ? (
        <p role="status" className="pt-4 text-muted">
          {t('loading')}
        </p>
      ) : (
        <>
          <Solutions solutions={view.solutions} stages={view.stages} acts={acts} now={now} />
          <Stages stages={view.stages} retiring={view.retiring} acts={acts} />
          <Catalogue assets={view.assets} solutions={view.solutions} acts={catalogueActs} />
          {props.transfer}
          <Exclusions
            exclusions={view.exclusions}
            users={view.users}
            salt={view.salt}
            acts={addExclusion.teams?.includes(team) ? props.acts : undefined}
            now={now}
          />
          {props.ownData}
          <Retention />
        </>
      )}
      <Foot {...props} />
    </section>
  );
}

/** In sight at the page's foot: what was just done with the way back, and what was refused. */
function Foot({ view, last, redone, problem, onUndo, onDismissProblem }: WorkspaceProps) {
  const [busy, run] = useAct();
  // Once the server has answered, the list itself tells of it, or the refusal does.
  const answered = last?.what === 'retiring' && view?.retiring.size === 0;
  return (
    <div className="sticky bottom-2 z-10 mt-4">
      <div role="alert">
        {problem && (
          <div className="mb-2 flex items-start gap-1 rounded-medium bg-danger-soft py-1.5 ps-3 pe-1.5 text-danger">
            <p className="min-w-0 flex-1 py-1">{refusal(problem)}</p>
            <IconButton label={t('dismissProblem')} onClick={onDismissProblem}>
              <X aria-hidden size={16} />
            </IconButton>
          </div>
        )}
      </div>
      <div role="status">
        {[
          redone,
          last &&
            !answered && {
              label: t(`adminDid_${last.what}`, { name: last.name }),
              onUndo: last.back.length > 0 ? onUndo : undefined,
            },
        ].map(
          (done) =>
            done && (
              <div
                key={done.label}
                className="mt-1 flex min-h-10 items-center gap-2 rounded-medium border border-line bg-raised ps-3 pe-1.5 shadow-float"
              >
                <span className="line-clamp-2 min-w-0 flex-1 py-1">{done.label}</span>
                {done.onUndo && (
                  <Button
                    look="link"
                    disabled={busy}
                    onClick={() => void run(async () => done.onUndo?.())}
                  >
                    <Undo2 aria-hidden size={14} />
                    {t('undo')}
                  </Button>
                )}
              </div>
            ),
        )}
      </div>
    </div>
  );
}

/** A rule that would be broken is said by the mutation itself; trying again would not help. */
const rules: readonly string[] = ['invalid', 'inUse', 'gone'];
const refusal = ({ code, message }: Problem): string =>
  rules.includes(code) && message !== ''
    ? t('adminRefused', { because: rejectionText({ code, because: message }) })
    : problemText({ code, message });
