import { t } from '#lib/browser/i18n.ts';
import type { Opportunity } from '#lib/model/records/opportunity.ts';
import { useDoing } from '../acts.tsx';
import { forms } from '../forms.ts';
import { useHistoryOf } from '../history/history-of.tsx';
import { Button } from '../ui/button.tsx';
import type { FocusOn } from '../ui/focus.ts';
import { useForm } from '../use-form.ts';
import { useKept } from '../use-kept.ts';
import { TextForm } from './text-form.tsx';

/** What is to happen next, in words, and the form to change it. */
export function NextSteps({ opportunity }: { opportunity: Opportunity }) {
  const form = useForm(forms.nextSteps(opportunity.id));
  const { nextSteps = '' } = opportunity;
  const history = useHistoryOf(
    { kind: 'opportunity', id: opportunity.id },
    t('historyOfField', { field: t('nextSteps') }),
    'nextSteps',
  );
  return (
    <div className="border-t border-line px-4 py-2">
      {form.open ? (
        <NextStepsForm opportunity={opportunity} first={form.first} onDone={form.hide} />
      ) : (
        <div className="flex items-start gap-4">
          <div className="min-w-0 flex-1">
            <div className="flex items-center gap-1">
              <h2 className="text-small text-muted">{t('nextSteps')}</h2>
              {history.button}
            </div>
            {nextSteps ? (
              <p dir="auto" className="whitespace-pre-line">
                {nextSteps}
              </p>
            ) : (
              <p className="text-muted">{t('nextStepsNone')}</p>
            )}
          </div>
          <Button ref={form.back} aria-label={t('editNextSteps')} onClick={form.show}>
            {t('edit')}
          </Button>
        </div>
      )}
      {history.opened && <div className="-mx-4 pt-2">{history.opened}</div>}
    </div>
  );
}

function NextStepsForm({
  opportunity,
  first,
  onDone,
}: {
  opportunity: Opportunity;
  first: FocusOn;
  onDone: () => void;
}) {
  const { acts } = useDoing();
  // The text that was there when the writing began: what a colleague changes meanwhile is merged with it.
  const kept = useKept(forms.nextSteps(opportunity.id), () => {
    const { nextSteps = '' } = opportunity;
    return { base: nextSteps, text: nextSteps };
  });
  const { base, text } = kept.fields;
  return (
    <TextForm
      label={t('nextSteps')}
      name={t('editNextSteps')}
      save={t('save')}
      mayBeEmpty
      text={text}
      isDraft={kept.isDraft}
      first={first}
      onChange={(next) => kept.change({ text: next })}
      onSave={(written) => acts.editNextSteps(opportunity, base, written)}
      onDone={() => {
        kept.done();
        onDone();
      }}
    />
  );
}
