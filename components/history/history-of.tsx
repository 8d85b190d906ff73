import { History as HistoryIcon } from 'lucide-react';
import { type ComponentProps, useState } from 'react';
import type { HistoryAsk } from '#lib/panel/history/history.ts';
import { useDoing } from '../acts.tsx';
import { onDemand } from '../on-demand.tsx';
import { IconButton } from '../ui/button.tsx';

const History = onDemand(async () => (await import('./history.tsx')).History);

/** A history that was opened; nothing where there is nobody to ask. */
export function HistoryOf(props: Omit<ComponentProps<typeof History>, 'door'>) {
  const { history } = useDoing();
  if (!history) return null;
  return <History key={`${props.of.kind} ${props.of.id}`} door={history} {...props} />;
}

/** The quiet way to a history beside what it is of: the button, and under it, wherever that is put, what it opened. */
export function useHistoryOf(of: HistoryAsk, title: string, field?: string) {
  const { history } = useDoing();
  const [open, setOpen] = useState(false);
  return {
    button: history && (
      <IconButton
        label={title}
        aria-expanded={open}
        className="-my-1 size-6"
        onClick={() => setOpen(!open)}
      >
        <HistoryIcon aria-hidden size={14} />
      </IconButton>
    ),
    opened: open && <HistoryOf of={of} title={title} field={field} />,
  };
}
