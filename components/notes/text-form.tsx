import { type FormEvent, useState } from 'react';
import { t } from '#lib/browser/i18n.ts';
import { longTextLimit } from '#lib/model/fields.ts';
import { useAct } from '../acts.tsx';
import { onEscape } from '../ui/escape.ts';
import type { FocusOn } from '../ui/focus.ts';
import { FormFoot } from '../ui/form-foot.tsx';
import { TextArea } from '../ui/text-area.tsx';

/** One long text to write. What it says is with whoever shows the form, so that it outlives what it is about. */
export function TextForm({
  label,
  name,
  save,
  text,
  mayBeEmpty = false,
  isDraft,
  first,
  onChange,
  onSave,
  onDone,
}: {
  label: string;
  /** The form's name for screen readers. */
  name: string;
  save: string;
  text: string;
  mayBeEmpty?: boolean;
  isDraft: boolean;
  first: FocusOn;
  onChange: (text: string) => void;
  onSave: (text: string) => Promise<void>;
  onDone: () => void;
}) {
  const [busy, run] = useAct();
  const [tried, setTried] = useState(false);
  const written = text.trim();
  const empty = written === '' && !mayBeEmpty;
  const long = written.length > longTextLimit;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (empty || long) return;
    void run(async () => {
      await onSave(written);
      onDone();
    });
  };
  return (
    <form
      noValidate
      aria-label={name}
      onSubmit={submit}
      onKeyDown={onEscape(onDone)}
      className="flex flex-col gap-2"
    >
      <TextArea
        ref={first}
        label={label}
        value={text}
        onChange={({ target }) => onChange(target.value)}
        problem={
          long
            ? t('textTooLong', { most: longTextLimit })
            : tried && empty
              ? t('noteMissing')
              : undefined
        }
      />
      <FormFoot act={save} disabled={busy} isDraft={isDraft} onCancel={onDone} />
    </form>
  );
}
