import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';

/** An empty state: what will appear here, and the one act that makes it appear. */
export function Empty({
  icon: Icon,
  title,
  children,
  act,
}: {
  icon: LucideIcon;
  title: string;
  children: ReactNode;
  act?: ReactNode;
}) {
  return (
    <section className="flex flex-col items-start gap-2 px-4 py-6">
      <Icon aria-hidden size={24} strokeWidth={1.5} className="text-muted" />
      <h1 className="text-title font-semibold">{title}</h1>
      <div className="flex flex-col gap-2 text-muted">{children}</div>
      {act && <div className="pt-1">{act}</div>}
    </section>
  );
}
