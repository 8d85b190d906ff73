import { type FormEvent, useState } from 'react';
import { t } from '#lib/browser/i18n.ts';
import type { PersonFields } from '#lib/panel/act-fields.ts';
import type { PersonView } from '#lib/panel/view.ts';
import { useAct, useDoing } from '../acts.tsx';
import { Field } from '../ui/field.tsx';
import type { FocusOn } from '../ui/focus.ts';
import { FormFoot } from '../ui/form-foot.tsx';
import { useKept } from '../use-kept.ts';
import { seenCompany } from './names.ts';

/** What the page said, as the form begins. */
export function fieldsOf(person: PersonView): PersonFields {
  const { seen } = person;
  return {
    name: seen.name ?? '',
    company: seenCompany(person) ?? '',
    title: seen.title ?? '',
    email: seen.emails[0] ?? '',
  };
}

/** Adds a person by hand; name and company are asked for, the rest may stay empty. */
export function AddPerson({
  person,
  form,
  hint,
  first,
  onCancel,
}: {
  person: PersonView;
  /** Under which its draft is kept. */
  form: string;
  hint?: string;
  first?: FocusOn;
  onCancel?: () => void;
}) {
  const { acts } = useDoing();
  const [busy, run] = useAct();
  const kept = useKept(form, () => ({ ...fieldsOf(person) }));
  const { fields } = kept;
  const [tried, setTried] = useState(false);
  const bound = (field: keyof PersonFields) => ({
    value: fields[field],
    onChange: ({ target }: { target: { value: string } }) => kept.change({ [field]: target.value }),
  });
  const missing = (field: 'name' | 'company') =>
    tried && !fields[field].trim() ? t(`${field}Missing`) : undefined;
  const email = fields.email.trim();
  const badEmail = email !== '' && !/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(email);

  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (!fields.name.trim() || !fields.company.trim() || badEmail) return;
    const trimmed = {
      name: fields.name.trim(),
      company: fields.company.trim(),
      title: fields.title.trim(),
      email,
    };
    void run(async () => {
      await acts.addPerson(person, trimmed);
      kept.done();
      onCancel?.();
    });
  };
  return (
    <form
      noValidate
      onSubmit={submit}
      aria-label={t('addPerson')}
      className="flex flex-col gap-3 border-t border-line px-4 py-3"
    >
      {hint && <p className="text-muted">{hint}</p>}
      <Field
        ref={first}
        label={t('fieldName')}
        required
        maxLength={300}
        problem={missing('name')}
        {...bound('name')}
      />
      <Field
        label={t('fieldCompany')}
        required
        maxLength={300}
        hint={t('companyHint')}
        problem={missing('company')}
        {...bound('company')}
      />
      <Field label={t('fieldTitle')} maxLength={1000} {...bound('title')} />
      <Field
        label={t('fieldEmail')}
        type="email"
        maxLength={320}
        problem={tried && badEmail ? t('emailBad') : undefined}
        {...bound('email')}
      />
      <FormFoot
        act={t('add')}
        disabled={busy}
        isDraft={kept.isDraft}
        onCancel={
          onCancel &&
          (() => {
            kept.done();
            onCancel();
          })
        }
      />
    </form>
  );
}
