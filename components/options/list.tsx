import { type ReactNode, type Ref, useId, useState } from 'react';
import { FoldMark } from '../ui/fold-mark.tsx';

/** A part of the workspace under its heading. */
export function Listing({
  title,
  count,
  hint,
  heading,
  children,
}: {
  title: string;
  count: number;
  hint: string;
  /** For taking the focus when the row that had it is gone. */
  heading?: Ref<HTMLHeadingElement>;
  children: ReactNode;
}) {
  const id = useId();
  return (
    <section aria-labelledby={id} className="pt-6">
      <h3 id={id} ref={heading} tabIndex={-1} className="flex font-semibold outline-none">
        {title}
        <span className="ps-1.5 font-normal text-muted tabular-nums">{count}</span>
      </h3>
      <p className="pt-0.5 pb-2 text-muted">{hint}</p>
      {children}
    </section>
  );
}

/** One line of a list, that opens to all there is about it. `aside` stands at its end and is not part of the button. */
export function Row({
  name,
  about,
  badge,
  aside,
  children,
}: {
  name: string;
  about: string;
  badge?: ReactNode;
  aside?: ReactNode;
  /** Absent, the line does not open. */
  children?: ReactNode;
}) {
  const [open, setOpen] = useState(false);
  const id = useId();
  const text = (
    <span className="min-w-0 flex-1">
      <span className="flex items-center gap-2">
        <bdi className="min-w-0 truncate font-medium">{name}</bdi>
        {badge}
      </span>
      <span className="block truncate text-small text-muted" title={about}>
        {about}
      </span>
    </span>
  );
  return (
    <li className="border-t border-line">
      <div className="flex min-h-11 items-center gap-1">
        {children ? (
          <button
            type="button"
            aria-expanded={open}
            aria-controls={id}
            onClick={() => setOpen(!open)}
            className="flex min-w-0 flex-1 items-center gap-2 rounded-medium py-1.5 text-start hover:bg-sunk"
          >
            <FoldMark open={open} className="text-muted" />
            {text}
          </button>
        ) : (
          <div className="flex min-w-0 flex-1 items-center gap-2 py-1.5 ps-6">{text}</div>
        )}
        {aside}
      </div>
      <div id={id} hidden={!open} className="flex flex-col gap-3 pt-1 pb-4 ps-6">
        {open && children}
      </div>
    </li>
  );
}

/** What adds to a list, at its foot. */
export function AddLine({ label, children, onSubmit }: AddLineProps) {
  return (
    <form
      noValidate
      aria-label={label}
      onSubmit={(event) => {
        event.preventDefault();
        onSubmit();
      }}
      className="grid grid-cols-2 items-start gap-2 border-t border-line pt-3 sm:flex"
    >
      {children}
    </form>
  );
}

interface AddLineProps {
  label: string;
  children: ReactNode;
  onSubmit: () => void;
}
