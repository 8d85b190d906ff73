import { Command } from 'cmdk';
import {
  Building2,
  ChevronsDown,
  CloudOff,
  Handshake,
  type LucideIcon,
  UserRound,
} from 'lucide-react';
import { Dialog } from 'radix-ui';
import { useEffect, useRef, useState } from 'react';
import { t } from '#lib/browser/i18n.ts';
import { hasAll, type SearchKind, searchTerms, searchWords } from '#lib/model/search.ts';
import type { SearchView } from '#lib/panel/use-search.ts';
import type { Target as Found } from '#lib/panel/visit.ts';
import { ifTold } from '../acts.tsx';
import type { Command as Act } from './command.ts';
import type { Listed, Used } from './commands.ts';
import { iconOf, kindOf } from './kinds.ts';
import { Offered } from './offered.tsx';
import { Group, Row } from './rows.tsx';
import { useReturn } from './use-return.ts';

const icons: Record<SearchKind, LucideIcon> = {
  contact: UserRound,
  account: Building2,
  opportunity: Handshake,
};

/** Of each group, as many as are drawn: whoever looks further types more. */
const most = 50;

export interface FinderProps {
  /** Acts come first in the palette, and are not offered in the search. */
  commands?: readonly Listed[];
  /** The acts used last, latest first; `onUse` is told of each that is chosen. */
  used?: readonly Used[];
  onUse?: (act: Used) => void;
  search: SearchView;
  onFind: (query: string) => void;
  /** Asks the server for what comes after. */
  onMore?: (() => void) | undefined;
  onOpen: (target: Found) => void;
  onClose: () => void;
}

/** One field over the panel: people, accounts and decisions as one types, and with `commands` every act as well. */
export function Finder({
  commands,
  used = [],
  onUse,
  search,
  onFind,
  onMore,
  onOpen,
  onClose,
}: FinderProps) {
  const { query, hits, reading, beyond } = search;
  const terms = searchTerms(query);
  const acts = (commands ?? []).filter(({ label, about }) =>
    hasAll(searchWords(`${label} ${about ?? ''}`), terms),
  );
  const title = commands ? t('palette') : t('findPlaceholder');
  const [selected, select] = useState('');
  /** How many of the server's hits stood here when more were asked for: the first of those is looked at next. */
  const [looked, setLooked] = useState<number>();
  const next = looked === undefined ? undefined : beyond.hits[looked];
  useEffect(() => {
    if (!next) return;
    setLooked(undefined);
    select(`${next.kind} ${next.id}`);
  }, [next]);
  const find = (text: string) => {
    setLooked(undefined);
    onFind(text);
  };
  const close = () => {
    onFind('');
    onClose();
  };
  const chosen = useRef<() => unknown>(null);
  const back = useReturn(() => void Promise.resolve(chosen.current?.()).catch(ifTold));
  const choose = (act: () => unknown) => () => {
    chosen.current = act;
    close();
  };
  const hit = (found: (typeof hits)[number]) => (
    <Row
      key={`${found.kind} ${found.id}`}
      value={`${found.kind} ${found.id}`}
      icon={icons[found.kind]}
      name={found.name}
      about={found.line}
      onSelect={choose(() => onOpen(found))}
    />
  );
  const use = (act: Act) =>
    choose(() => {
      onUse?.({ kind: kindOf(act), label: act.label });
      return act.run();
    });
  const typed = query.trim() !== '';
  const group = (heading: string, changes: boolean) => {
    const these = typed ? acts.filter((act) => act.changes === changes) : [];
    if (these.length === 0) return null;
    return (
      <Group heading={heading}>
        {these.slice(0, most).map((act) => (
          <Row
            key={act.id}
            value={act.id}
            icon={iconOf(act)}
            name={act.label}
            about={act.about}
            effect={act.effect}
            onSelect={use(act)}
          />
        ))}
      </Group>
    );
  };
  const none = typed && acts.length + hits.length + beyond.hits.length === 0;
  return (
    <Dialog.Root open onOpenChange={(open) => !open && close()}>
      <Dialog.Portal>
        <Dialog.Overlay className="fixed inset-0 z-20 bg-page/70" />
        <Dialog.Content
          aria-describedby={undefined}
          onCloseAutoFocus={back}
          className="fixed inset-x-2 top-2 z-30 mx-auto flex max-h-[calc(100dvh-1rem)] max-w-xl flex-col overflow-hidden rounded-large border border-line bg-raised text-body text-ink shadow-float"
        >
          <Dialog.Title className="sr-only">{title}</Dialog.Title>
          <Command
            label={title}
            value={selected}
            onValueChange={select}
            shouldFilter={false}
            loop
            className="flex min-h-0 flex-col"
          >
            <Command.Input
              autoFocus
              dir="auto"
              value={query}
              maxLength={200}
              onValueChange={find}
              placeholder={title}
              className="min-h-11 w-full border-b border-line bg-transparent px-4 text-ink outline-none placeholder:text-muted"
            />
            <Command.List
              label={title}
              className="min-h-0 overflow-y-auto p-1 not-has-[[cmdk-item]:not([hidden])]:hidden"
            >
              {commands && !typed && (
                <Offered commands={commands} used={used} choose={use} onSelect={select} />
              )}
              {group(t('commands'), false)}
              {hits.length > 0 && <Group heading={t('foundHere')}>{hits.map(hit)}</Group>}
              {beyond.hits.length > 0 && (
                <Group heading={t('foundOnServer')}>{beyond.hits.map(hit)}</Group>
              )}
              {group(t('commandsAtOnce'), true)}
              {typed && onMore && (
                <Row
                  value="more"
                  icon={ChevronsDown}
                  name={t('findMore')}
                  gone={!beyond.more}
                  onSelect={() => {
                    setLooked(beyond.hits.length);
                    onMore();
                  }}
                />
              )}
            </Command.List>
          </Command>
          <div
            role="status"
            className="empty:hidden -mt-px border-t border-line px-4 py-2 text-small text-muted"
          >
            {beyond.is === 'away' ? (
              <span className="flex items-center gap-2">
                <CloudOff aria-hidden size={14} className="shrink-0" />
                {t('findAway')}
              </span>
            ) : beyond.is === 'asking' ? (
              t('findAsking')
            ) : none ? (
              t('findNothing')
            ) : reading ? (
              t('findReading')
            ) : query === '' && !commands ? (
              t('findHint')
            ) : null}
          </div>
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  );
}
