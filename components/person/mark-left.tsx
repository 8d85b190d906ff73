import { t } from '#lib/browser/i18n.ts';
import type { Contact } from '#lib/model/records/contact.ts';
import { useAct, useDoing } from '../acts.tsx';
import { dayOf, instantOf } from '../day.ts';
import { forms } from '../forms.ts';
import { RecordForm } from '../record/form.tsx';
import { Field } from '../ui/field.tsx';
import type { FocusOn } from '../ui/focus.ts';
import { useKept } from '../use-kept.ts';

/** Since when somebody is gone: today, unless another day is said. */
export function MarkLeft({
  contact,
  first,
  onDone,
}: {
  contact: Contact;
  first: FocusOn;
  onDone: () => void;
}) {
  const { acts } = useDoing();
  const [busy, run] = useAct();
  const today = dayOf(new Date());
  const kept = useKept(forms.left(contact.id), () => ({
    day: contact.left ? dayOf(new Date(contact.left)) : today,
  }));
  const { day } = kept.fields;
  const leave = () => {
    kept.done();
    onDone();
  };
  const bad = day === '' || day > today;
  return (
    <RecordForm
      label={t('markLeftOf', { name: contact.name })}
      act={t('markLeft')}
      busy={busy || bad}
      onSubmit={() =>
        void run(async () => {
          if (bad) return;
          await acts.setLeft(contact.id, instantOf(day));
          leave();
        })
      }
      isDraft={kept.isDraft}
      onDone={leave}
    >
      <Field
        ref={first}
        label={t('leftSince')}
        hint={t('leftHint')}
        type="date"
        max={today}
        value={day}
        onChange={({ target }) => kept.change({ day: target.value })}
        problem={bad ? t('dayBad') : undefined}
      />
    </RecordForm>
  );
}
