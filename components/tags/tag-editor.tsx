import { Plus, X } from 'lucide-react';
import { t } from '#lib/browser/i18n.ts';
import { useAct } from '../acts.tsx';
import { useForm } from '../use-form.ts';
import { TagField } from './tag-field.tsx';

/** Tags as chips, each to be taken off, and the field to add one. For one record, or for what many have in common. */
export function TagEditor({
  label,
  tags,
  form,
  above = false,
  onChange,
}: {
  /** Whose tags they are, for screen readers. */
  label: string;
  tags: readonly string[];
  /** By what key a command opens the field. */
  form: string;
  /** Suggests above the field, where what is below it is covered. */
  above?: boolean;
  onChange: (add: string[], remove: string[]) => Promise<void>;
}) {
  const field = useForm(form);
  const [busy, run] = useAct();
  return (
    <fieldset className="flex min-w-0 flex-wrap items-center gap-1">
      <legend className="sr-only">{label}</legend>
      {tags.map((tag) => (
        <span
          key={tag}
          className="inline-flex h-6 max-w-full items-center rounded-full border border-line ps-2 text-small"
        >
          <bdi className="min-w-0 truncate">{tag}</bdi>
          <button
            type="button"
            disabled={busy}
            aria-label={t('removeTag', { tag })}
            title={t('removeTag', { tag })}
            onClick={() => void run(() => onChange([], [tag]))}
            className="inline-flex size-6 shrink-0 items-center justify-center rounded-full text-muted hover:bg-sunk hover:text-ink"
          >
            <X aria-hidden size={12} />
          </button>
        </span>
      ))}
      {field.open ? (
        <TagField
          had={tags}
          above={above}
          onAdd={(tag) => void run(() => onChange([tag], []))}
          onDone={field.hide}
        />
      ) : (
        <button
          ref={field.back}
          type="button"
          onClick={field.show}
          className="inline-flex h-6 items-center gap-1 rounded-full border border-dashed border-edge px-2 text-small text-muted hover:bg-sunk hover:text-ink"
        >
          <Plus aria-hidden size={12} />
          {t('addTag')}
        </button>
      )}
    </fieldset>
  );
}
