import { useId, useState } from 'react';
import { t } from '#lib/browser/i18n.ts';
import { registrableDomain } from '#lib/model/domains.ts';
import type { Account } from '#lib/model/records/account.ts';
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
import { Select } from '../ui/select.tsx';
import { Switch } from '../ui/switch.tsx';
import { useAsked } from '../use-asked.ts';
import { useKept } from '../use-kept.ts';

/** Corrects what is on record of a company. */
export function EditAccount({
  account,
  first,
  onDone,
  onMerge,
}: {
  account: Account;
  first: FocusOn;
  onDone: () => void;
  /** Goes on to merging with the account that has a domain or address already. */
  onMerge?: (other: Account) => void;
}) {
  const id = useId();
  const { acts, ask } = useDoing();
  const [busy, run] = useAct();
  const [tried, setTried] = useState(false);
  const [taken, setTaken] = useState<Account>();
  const kept = useKept(forms.edit(account.id), () => ({
    name: account.name,
    domains: account.domains,
    linkedin: account.linkedin ?? '',
    target: account.target ? 'yes' : '',
    ownerId: account.ownerId ?? '',
  }));
  const { name, domains, linkedin, ownerId } = kept.fields;
  const target = kept.fields.target !== '';
  const leave = () => {
    kept.done();
    onDone();
  };
  const users = useAsked(ask?.users) ?? [];
  const slug = slugTyped(linkedin, 'company');
  const hosts = domains.map((text) => (text.trim() === '' ? '' : registrableDomain(text)));

  const save = () => {
    setTried(true);
    if (!name.trim() || slug === undefined || hosts.includes(null)) return;
    const listed = listChange(
      account.domains,
      hosts.map((host) => host ?? ''),
    );
    const now = changed(account.domains, listed);
    const { name: named, ...rest } = fieldChange(account, { name, linkedin: slug, ownerId });
    void run(async () => {
      const asked = { id: account.id, domains: now, ...(slug && { linkedin: slug }) };
      const other = await ask?.accountWith(asked);
      setTaken(other);
      if (other) return;
      const identified = account.placeholder && (now.length > 0 || slug !== '');
      const said = {
        ...(named && { name: named }),
        ...rest,
        ...(target !== account.target && { target }),
        ...(identified && { placeholder: false }),
      };
      if (Object.keys(said).length + listed.add.length + listed.remove.length > 0)
        await acts.changeAccount(account.id, said, listed);
      leave();
    });
  };
  return (
    <RecordForm
      label={t('editOf', { name: account.name })}
      act={t('save')}
      busy={busy}
      onSubmit={save}
      isDraft={kept.isDraft}
      onDone={leave}
    >
      <Field
        ref={first}
        label={t('fieldAccountName')}
        required
        maxLength={300}
        value={name}
        onChange={({ target }) => kept.change({ name: target.value })}
        problem={tried && !name.trim() ? t('nameMissing') : undefined}
      />
      <ListField
        label={t('fieldDomains')}
        values={domains}
        problems={hosts.map((host) => (tried && host === null ? t('domainBad') : undefined))}
        maxLength={253}
        inputMode="url"
        onChange={(next) => kept.change({ domains: next })}
      />
      <Field
        label={t('fieldLinkedin')}
        hint={t('linkedinHintCompany')}
        maxLength={300}
        value={linkedin}
        onChange={({ target }) => kept.change({ linkedin: target.value })}
        problem={tried && slug === undefined ? t('linkedinBad') : undefined}
      />
      <Select
        label={t('fieldOwner')}
        value={ownerId}
        onChange={({ target }) => kept.change({ ownerId: target.value })}
      >
        <option value="">{t('nobody')}</option>
        {users.map((user) => (
          <option key={user.id} value={user.id}>
            {user.name}
          </option>
        ))}
      </Select>
      <div className="flex items-center gap-2">
        <label htmlFor={id} className="min-w-0 flex-1">
          {t('targetAccount')}
        </label>
        <Switch
          id={id}
          checked={target}
          onCheckedChange={(is) => kept.change({ target: is ? 'yes' : '' })}
        />
      </div>
      {taken && <Taken name={taken.name} onMerge={onMerge && (() => onMerge(taken))} />}
    </RecordForm>
  );
}
