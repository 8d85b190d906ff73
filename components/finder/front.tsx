import { useState } from 'react';
import type { SearchView } from '#lib/panel/use-search.ts';
import type { Target } from '#lib/panel/visit.ts';
import { onDemand } from '../on-demand.tsx';
import type { Front, Here } from './command.ts';
import type { Used } from './commands.ts';

// On demand: the panel's first paint does without them.
const Finder = onDemand(async () => (await import('./finder.tsx')).Finder);
const Palette = onDemand(async () => (await import('./palette.tsx')).Palette);
const Shortcuts = onDemand(async () => (await import('./shortcuts.tsx')).Shortcuts);

/** Of what was used last. */
const most = 3;

export interface SearchDoor {
  view: SearchView;
  onFind: (query: string) => void;
  /** Asks the server for what comes after. */
  onMore?: () => void;
}

/** What kinds of acts were used last, latest first, as far as that is kept; of which people is not. */
export interface UsedActs {
  kinds: readonly string[];
  onUse: (kinds: string[]) => void;
}

/** The search, the palette or the list of keys, before everything else. */
export function InFront({
  front,
  search,
  singleKeys,
  usedActs,
  here,
  onOpen,
  onClose,
}: {
  front: Front | undefined;
  search: SearchDoor | undefined;
  singleKeys: { on: boolean; onChange: (on: boolean) => void } | undefined;
  usedActs: UsedActs | undefined;
  here: () => Here;
  onOpen: (target: Target) => void;
  onClose: () => void;
}) {
  const [now, setNow] = useState<readonly Used[]>([]);
  const kinds = usedActs?.kinds ?? [];
  const before = kinds.filter((kind) => now.every((act) => act.kind !== kind));
  const used = [...now, ...before.map((kind) => ({ kind, label: '' }))].slice(0, most);
  const onUse = (act: Used) => {
    const acts = [act, ...now.filter(({ label }) => label !== act.label)].slice(0, most);
    setNow(acts);
    usedActs?.onUse([...new Set([...acts.map(({ kind }) => kind), ...kinds])].slice(0, most));
  };
  const door = search && {
    search: search.view,
    onFind: search.onFind,
    onMore: search.onMore,
    onOpen,
    onClose,
  };
  return (
    <>
      {door && front === 'search' && <Finder {...door} />}
      {door && front === 'palette' && <Palette here={here} used={used} onUse={onUse} {...door} />}
      {front === 'shortcuts' && <Shortcuts single={singleKeys} onClose={onClose} />}
    </>
  );
}
