import type { FormEvent, ReactNode } from 'react';
import { t } from '#lib/browser/i18n.ts';
import { Button } from '../ui/button.tsx';
import { onEscape } from '../ui/escape.ts';

/** A form in its own band of the panel, given up by Escape. */
export function RecordForm({
  label,
  act,
  busy,
  onSubmit,
  onDone,
  children,
}: {
  label: string;
  /** What its button says. */
  act: string;
  busy: boolean;
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
      <div className="flex flex-wrap gap-2">
        <Button type="submit" look="solid" disabled={busy}>
          {act}
        </Button>
        <Button look="bare" onClick={onDone}>
          {t('cancel')}
        </Button>
      </div>
    </form>
  );
}
