import { type FormEvent, useState } from 'react';
import { t } from '#lib/browser/i18n.ts';
import { longTextLimit } from '#lib/model/fields.ts';
import { useAct } from '../acts.tsx';
import { Button } from '../ui/button.tsx';
import { onEscape } from '../ui/escape.ts';
import { focusOnce } from '../ui/focus.ts';
import { TextArea } from '../ui/text-area.tsx';

/** One long text to write. What it says is with whoever shows the form, so that it outlives what it is about. */
export function TextForm({
  label,
  name,
  save,
  text,
  mayBeEmpty = false,
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
        ref={focusOnce}
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
      <div className="flex gap-2">
        <Button type="submit" look="solid" disabled={busy}>
          {save}
        </Button>
        <Button look="bare" onClick={onDone}>
          {t('cancel')}
        </Button>
      </div>
    </form>
  );
}
