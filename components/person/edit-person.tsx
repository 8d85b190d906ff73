import { useState } from 'react';
import { t } from '#lib/browser/i18n.ts';
import { Email } from '#lib/model/fields.ts';
import type { Contact } from '#lib/model/records/contact.ts';
import { changed } from '#lib/model/sources.ts';
import { useAct, useDoing } from '../acts.tsx';
import { forms } from '../forms.ts';
import { RecordForm } from '../record/form.tsx';
import { slugTyped } from '../record/linkedin.ts';
import { fieldChange, listChange } from '../record/list-change.ts';
import { Taken } from '../record/taken.tsx';
import { Field } from '../ui/field.tsx';
import type { FocusOn } from '../ui/focus.ts';
import { ListField } from '../ui/list-field.tsx';
import { useKept } from '../use-kept.ts';

const texts = ['name', 'title', 'headline', 'location'] as const;

/** Corrects what is on record of a person. */
export function EditPerson({
  contact,
  first,
  onDone,
  onMerge,
}: {
  contact: Contact;
  first: FocusOn;
  onDone: () => void;
  /** Goes on to merging with the person who has an address already. */
  onMerge?: (other: Contact) => void;
}) {
  const { acts, ask } = useDoing();
  const [busy, run] = useAct();
  const [tried, setTried] = useState(false);
  const [taken, setTaken] = useState<Contact>();
  const kept = useKept(forms.edit(contact.id), () => ({
    name: contact.name,
    title: contact.title ?? '',
    headline: contact.headline ?? '',
    location: contact.location ?? '',
    linkedin: contact.linkedin ?? '',
    emails: contact.emails,
  }));
  const { linkedin, emails, ...fields } = kept.fields;
  const leave = () => {
    kept.done();
    onDone();
  };
  const slug = slugTyped(linkedin, 'person');
  const bad = emails.map((email) => email.trim() !== '' && !Email.safeParse(email).success);

  const save = () => {
    setTried(true);
    if (!fields.name.trim() || slug === undefined || bad.includes(true)) return;
    const { name, ...rest } = fieldChange(contact, { ...fields, linkedin: slug });
    const addresses = listChange(contact.emails, emails);
    void run(async () => {
      const asked = {
        id: contact.id,
        emails: changed(contact.emails, addresses),
        ...(slug && { linkedin: slug }),
      };
      const other = await ask?.contactWith(asked);
      setTaken(other);
      if (other) return;
      const said = { ...(name && { name }), ...rest };
      if (Object.keys(said).length + addresses.add.length + addresses.remove.length > 0)
        await acts.changeContact(contact.id, said, addresses);
      leave();
    });
  };
  return (
    <RecordForm
      label={t('editOf', { name: contact.name })}
      act={t('save')}
      busy={busy}
      onSubmit={save}
      isDraft={kept.isDraft}
      onDone={leave}
    >
      {texts.map((field) => (
        <Field
          key={field}
          ref={field === 'name' ? first : undefined}
          label={t(labels[field])}
          required={field === 'name'}
          maxLength={field === 'name' ? 300 : 1000}
          value={fields[field]}
          onChange={({ target }) => kept.change({ [field]: target.value })}
          problem={tried && field === 'name' && !fields.name.trim() ? t('nameMissing') : undefined}
        />
      ))}
      <ListField
        label={t('fieldEmails')}
        values={emails}
        problems={bad.map((is) => (tried && is ? t('emailBad') : undefined))}
        maxLength={320}
        inputMode="email"
        onChange={(next) => kept.change({ emails: next })}
      />
      <Field
        label={t('fieldLinkedin')}
        hint={t('linkedinHintPerson')}
        maxLength={300}
        value={linkedin}
        onChange={({ target }) => kept.change({ linkedin: target.value })}
        problem={tried && slug === undefined ? t('linkedinBad') : undefined}
      />
      {taken && (
        <Taken
          name={taken.name}
          onMerge={
            onMerge && taken.accountId === contact.accountId ? () => onMerge(taken) : undefined
          }
        />
      )}
    </RecordForm>
  );
}

const labels = {
  name: 'fieldName',
  title: 'fieldTitle',
  headline: 'fieldHeadline',
  location: 'fieldLocation',
} as const;
