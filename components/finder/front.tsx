import { lazy, Suspense } from 'react';
import type { SearchView } from '#lib/panel/use-search.ts';
import type { Target } from '#lib/panel/visit.ts';
import type { Command } from './commands.ts';

// On demand: the panel's first paint does without them.
const Finder = lazy(async () => ({ default: (await import('./finder.tsx')).Finder }));
const Shortcuts = lazy(async () => ({ default: (await import('./shortcuts.tsx')).Shortcuts }));

/** Which of the dialogs the keys open stands in front. */
export type Front = 'search' | 'palette' | 'shortcuts';

export interface SearchDoor {
  view: SearchView;
  onFind: (query: string) => void;
}

/** The search, the palette or the list of keys, before everything else. */
export function InFront({
  front,
  search,
  commands,
  onOpen,
  onClose,
}: {
  front: Front | undefined;
  search: SearchDoor | undefined;
  commands: () => Command[];
  onOpen: (target: Target) => void;
  onClose: () => void;
}) {
  return (
    <Suspense>
      {search && (front === 'search' || front === 'palette') && (
        <Finder
          key={front}
          {...(front === 'palette' && { commands: commands() })}
          search={search.view}
          onFind={search.onFind}
          onOpen={onOpen}
          onClose={onClose}
        />
      )}
      {front === 'shortcuts' && <Shortcuts onClose={onClose} />}
    </Suspense>
  );
}
