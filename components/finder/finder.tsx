import { Command } from 'cmdk';
import {
  Building2,
  ChevronsDown,
  ChevronsRight,
  CloudOff,
  Handshake,
  type LucideIcon,
  UserRound,
  Zap,
} from 'lucide-react';
import { Dialog } from 'radix-ui';
import { type ReactNode, useRef } from 'react';
import { t } from '#lib/browser/i18n.ts';
import { hasAll, type SearchKind, searchTerms, searchWords } from '#lib/model/search.ts';
import type { SearchView } from '#lib/panel/use-search.ts';
import type { Target as Found } from '#lib/panel/visit.ts';
import { ifTold } from '../acts.tsx';
import type { Command as Act } from './command.ts';
import { useReturn } from './use-return.ts';

const icons: Record<SearchKind, LucideIcon> = {
  contact: UserRound,
  account: Building2,
  opportunity: Handshake,
};

export interface FinderProps {
  /** Acts come first in the palette, and are not offered in the search. */
  commands?: readonly Act[];
  search: SearchView;
  onFind: (query: string) => void;
  /** Asks the server for what comes after. */
  onMore?: (() => void) | undefined;
  onOpen: (target: Found) => void;
  onClose: () => void;
}

/** One field over the panel: people, accounts and decisions as one types, and with `commands` every act as well. */
export function Finder({ commands, search, onFind, onMore, onOpen, onClose }: FinderProps) {
  const { query, hits, reading, beyond } = search;
  const terms = searchTerms(query);
  const acts = (commands ?? []).filter(({ label, about }) =>
    hasAll(searchWords(`${label} ${about ?? ''}`), terms),
  );
  const title = commands ? t('palette') : t('findPlaceholder');
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
  const group = (heading: string, icon: LucideIcon, changes: boolean) => {
    const these = acts.filter((act) => act.changes === changes);
    if (these.length === 0) return null;
    return (
      <Group heading={heading}>
        {these.map(({ id, label, about, run }) => (
          <Row key={id} value={id} icon={icon} name={label} about={about} onSelect={choose(run)} />
        ))}
      </Group>
    );
  };
  const none = query.trim() !== '' && acts.length + hits.length + beyond.hits.length === 0;
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
          <Command label={title} shouldFilter={false} loop className="flex min-h-0 flex-col">
            <Command.Input
              autoFocus
              dir="auto"
              value={query}
              maxLength={200}
              onValueChange={onFind}
              placeholder={title}
              className="min-h-11 w-full border-b border-line bg-transparent px-4 text-ink outline-none placeholder:text-muted"
            />
            <Command.List
              label={title}
              className="min-h-0 overflow-y-auto p-1 has-[[cmdk-list-sizer]:empty]:hidden"
            >
              {group(t('commands'), ChevronsRight, false)}
              {hits.length > 0 && <Group heading={t('foundHere')}>{hits.map(hit)}</Group>}
              {beyond.hits.length > 0 && (
                <Group heading={t('foundOnServer')}>{beyond.hits.map(hit)}</Group>
              )}
              {group(t('commandsAtOnce'), Zap, true)}
              {beyond.more && onMore && (
                <Row value="more" icon={ChevronsDown} name={t('findMore')} onSelect={onMore} />
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

function Group({ heading, children }: { heading: string; children: ReactNode }) {
  return (
    <Command.Group
      heading={heading}
      className="[&_[cmdk-group-heading]]:px-2 [&_[cmdk-group-heading]]:pt-2 [&_[cmdk-group-heading]]:pb-1 [&_[cmdk-group-heading]]:text-small [&_[cmdk-group-heading]]:text-muted"
    >
      {children}
    </Command.Group>
  );
}

function Row({
  value,
  icon: Icon,
  name,
  about,
  onSelect,
}: {
  value: string;
  icon: LucideIcon;
  name: string;
  about?: string;
  onSelect: () => void;
}) {
  return (
    <Command.Item
      value={value}
      onSelect={onSelect}
      className="flex min-h-9 cursor-default items-center gap-2 rounded-small px-2 py-1 data-[selected=true]:bg-accent-soft data-[selected=true]:text-accent-strong"
    >
      <Icon aria-hidden size={16} className="shrink-0 text-muted" />
      <span className="min-w-0 flex-1">
        <bdi className="block truncate">{name}</bdi>
        {about && <bdi className="block truncate text-small text-muted">{about}</bdi>}
      </span>
    </Command.Item>
  );
}
