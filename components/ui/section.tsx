import { type ReactNode, useId } from 'react';

/** A part of the panel under its heading, set off by a hairline. `aside` stands at the heading's end. */
export function Section({
  title,
  count,
  aside,
  children,
}: {
  title: string;
  count?: number;
  aside?: ReactNode;
  children: ReactNode;
}) {
  const id = useId();
  return (
    <section aria-labelledby={id} className="border-t border-line">
      <div className="flex min-h-10 flex-wrap items-center gap-x-2 px-4 pt-2">
        <h2 id={id} className="flex min-w-24 flex-1 text-small font-medium text-muted">
          <span className="truncate" title={title}>
            {title}
          </span>
          {count !== undefined && <span className="ps-1.5 font-normal tabular-nums">{count}</span>}
        </h2>
        {aside}
      </div>
      {children}
    </section>
  );
}
