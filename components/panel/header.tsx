import { Search, Settings } from 'lucide-react';
import { t } from '#lib/browser/i18n.ts';
import type { Team } from '#lib/model/vocabulary.ts';
import type { SyncView, UnresolvedView } from '#lib/panel/sync-view.ts';
import { useDoing } from '../acts.tsx';
import { teamLabel } from '../labels.ts';
import { IconButton } from '../ui/button.tsx';
import { SyncDot } from './sync-dot.tsx';

/** Who works here, how sync stands, and the way to the settings. */
export function Header({
  user,
  server,
  sync,
  busy,
  unresolved,
  onSignIn,
  onRetrySync,
  onOpenOptions,
  onSearch,
  onOpenOutbox,
}: {
  user?: { name: string; team: Team };
  server?: string;
  sync: SyncView;
  busy: boolean;
  unresolved: readonly UnresolvedView[];
  onSignIn: () => void;
  onRetrySync: () => void;
  onOpenOptions: () => void;
  onSearch?: () => void;
  onOpenOutbox?: () => void;
}) {
  const { singleKeys } = useDoing();
  return (
    <header className="relative flex h-10 items-center gap-1 border-b border-line ps-4 pe-2">
      <p className="min-w-0 flex-1 truncate text-small text-muted">
        {user && (
          <>
            <bdi className="text-ink">{user.name}</bdi> · {teamLabel(user.team)}
          </>
        )}
      </p>
      {onSearch && (
        <IconButton
          label={t('findPlaceholder')}
          aria-keyshortcuts={singleKeys ? '/' : undefined}
          onClick={onSearch}
        >
          <Search aria-hidden size={16} />
        </IconButton>
      )}
      <SyncDot
        sync={sync}
        server={server}
        unresolved={unresolved.length}
        onSignIn={onSignIn}
        onRetry={onRetrySync}
        onOpenOutbox={onOpenOutbox}
      />
      <IconButton label={t('openOptions')} onClick={onOpenOptions}>
        <Settings aria-hidden size={16} />
      </IconButton>
      {busy && (
        <div
          role="progressbar"
          aria-label={t('working')}
          className="absolute inset-x-0 -bottom-px h-0.5 bg-accent motion-safe:animate-[breathe_1s_ease-in-out_infinite]"
        />
      )}
    </header>
  );
}
