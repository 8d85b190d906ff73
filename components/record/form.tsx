import type { FormEvent, ReactNode } from 'react';
import { onEscape } from '../ui/escape.ts';
import { FormFoot } from '../ui/form-foot.tsx';

/** A form in its own band of the panel, given up by Escape. */
export function RecordForm({
  label,
  act,
  busy,
  isDraft,
  onSubmit,
  onDone,
  children,
}: {
  label: string;
  /** What its button says. */
  act: string;
  busy: boolean;
  isDraft: boolean;
  onSubmit: () => void;
  onDone: () => void;
  children: ReactNode;
}) {
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onSubmit();
  };
  return (
    <form
      noValidate
      aria-label={label}
      onSubmit={submit}
      onKeyDown={onEscape(onDone)}
      className="flex flex-col gap-3 border-t border-line bg-sunk px-4 py-3"
    >
      {children}
      <FormFoot act={act} disabled={busy} isDraft={isDraft} onCancel={onDone} />
    </form>
  );
}
