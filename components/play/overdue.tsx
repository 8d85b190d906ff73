import { CalendarClock } from 'lucide-react';
import type { ReactNode } from 'react';

/** A word about what is late, with its sign. */
export function Overdue({ children }: { children: ReactNode }) {
  return (
    <span className="inline-flex items-center gap-1 text-warn">
      <CalendarClock aria-hidden size={12} className="shrink-0" />
      {children}
    </span>
  );
}
