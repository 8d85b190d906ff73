import { useState } from 'react';
import { t } from '#lib/browser/i18n.ts';
import type { Contact } from '#lib/model/records/contact.ts';
import { useAct, useDoing } from '../acts.tsx';
import { dayOf, instantOf } from '../day.ts';
import { RecordForm } from '../record/form.tsx';
import { Field } from '../ui/field.tsx';
import { focusOnce } from '../ui/focus.ts';

/** Since when somebody is gone: today, unless another day is said. */
export function MarkLeft({ contact, onDone }: { contact: Contact; onDone: () => void }) {
  const { acts } = useDoing();
  const [busy, run] = useAct();
  const today = dayOf(new Date());
  const [day, setDay] = useState(contact.left ? dayOf(new Date(contact.left)) : today);
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
          onDone();
        })
      }
      onDone={onDone}
    >
      <Field
        ref={focusOnce}
        label={t('leftSince')}
        hint={t('leftHint')}
        type="date"
        max={today}
        value={day}
        onChange={({ target }) => setDay(target.value)}
        problem={bad ? t('dayBad') : undefined}
      />
    </RecordForm>
  );
}
