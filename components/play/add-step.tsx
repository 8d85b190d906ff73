import type { FormEvent } from 'react';
import { t } from '#lib/browser/i18n.ts';
import { useAct, useDoing } from '../acts.tsx';
import { forms } from '../forms.ts';
import { Button } from '../ui/button.tsx';
import { useForm } from '../use-form.ts';
import { useKept } from '../use-kept.ts';

/** A step by typing: Enter adds it as the user's own, and the line is free for the next. */
export function AddStep({ opportunityId }: { opportunityId: string }) {
  const { acts } = useDoing();
  const [busy, run] = useAct();
  const { first } = useForm(forms.newStep(opportunityId));
  const kept = useKept(forms.newStep(opportunityId), () => ({ title: '' }));
  const { title } = kept.fields;
  const words = title.trim();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (words === '' || busy) return;
    void run(async () => {
      await acts.addStep(opportunityId, words);
      kept.done();
    });
  };
  return (
    <form noValidate onSubmit={submit} className="flex gap-2 px-4 pt-1 pb-3">
      <input
        ref={first}
        dir="auto"
        aria-label={t('newStep')}
        placeholder={t('newStepHint')}
        maxLength={300}
        value={title}
        onChange={({ target }) => kept.change({ title: target.value })}
        className="min-h-8 min-w-0 flex-1 rounded-medium border border-edge bg-page px-2 py-1 text-ink placeholder:text-muted"
      />
      <Button type="submit" disabled={busy || words === ''}>
        {t('addStep')}
      </Button>
    </form>
  );
}
