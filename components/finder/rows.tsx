import { Command } from 'cmdk';
import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';

/** Rows under a heading. */
export function Group({ heading, children }: { heading: string; children: ReactNode }) {
  return (
    <Command.Group
      heading={heading}
      className="[&_[cmdk-group-heading]]:px-2 [&_[cmdk-group-heading]]:pt-2 [&_[cmdk-group-heading]]:pb-1 [&_[cmdk-group-heading]]:text-small [&_[cmdk-group-heading]]:text-muted"
    >
      {children}
    </Command.Group>
  );
}

/** One row to choose: an icon, what it is, and what it is about. */
export function Row({
  value,
  icon: Icon,
  name,
  about,
  effect,
  gone = false,
  onSelect,
}: {
  value: string;
  icon: LucideIcon;
  name: string;
  about?: string;
  /** What it does to coverage. */
  effect?: string | undefined;
  /** Not to be seen or chosen any more. It stays: the list takes another row for chosen when the chosen one goes. */
  gone?: boolean;
  onSelect: () => void;
}) {
  return (
    <Command.Item
      value={value}
      onSelect={onSelect}
      disabled={gone}
      hidden={gone}
      className="flex [&[hidden]]:hidden min-h-9 cursor-default items-center gap-2 rounded-small px-2 py-1 -outline-offset-2 data-[selected=true]:bg-accent-soft forced-colors:data-[selected=true]:outline-2 data-[selected=true]:text-accent-strong"
    >
      <Icon aria-hidden size={16} className="shrink-0 text-muted" />
      <span className="min-w-0 flex-1">
        <bdi className="block truncate">{name}</bdi>
        {about && <bdi className="block truncate text-small text-muted">{about}</bdi>}
        {effect && <span className="block text-small text-muted tabular-nums">{effect}</span>}
      </span>
    </Command.Item>
  );
}
