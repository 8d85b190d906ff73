import { useState } from 'react';
import { t } from '#lib/browser/i18n.ts';
import type { Contact } from '#lib/model/records/contact.ts';
import type { Merged } from '#lib/panel/merges.ts';
import type { PersonView } from '#lib/panel/view.ts';
import { useAct, useDoing } from '../acts.tsx';
import { forms } from '../forms.ts';
import { HistoryOf } from '../history/history-of.tsx';
import { MergeWith } from '../merge/merge-with.tsx';
import { apartForms, MergedItems, MergeWaiting, OpenTakeApart } from '../merge/merged-from.tsx';
import { onDemand } from '../on-demand.tsx';
import { RecordBar } from '../record/record-bar.tsx';
import { WhereFrom } from '../record/where-from.tsx';
import { MenuItem, MenuLine } from '../ui/menu.tsx';
import { useForms } from '../use-form.ts';
import { MarkLeft } from './mark-left.tsx';
import { savePerson } from './save-person.ts';

const EditPerson = onDemand(async () => (await import('./edit-person.tsx')).EditPerson);
const ErasePerson = onDemand(async () => (await import('../privacy/erase-person.tsx')).ErasePerson);

/** What is on record of a person: tags in sight, the rest on demand. */
export function PersonRecord({ contact, person }: { contact: Contact; person: PersonView }) {
  const { acts, office, history: door } = useDoing();
  const [, run] = useAct();
  const edit = forms.edit(contact.id);
  const left = forms.left(contact.id);
  const sources = forms.sources(contact.id);
  const history = forms.history(contact.id);
  const erase = forms.erase(contact.id);
  const merge = forms.merge(contact.id);
  const [other, mergeInto] = useState<Merged>();
  const form = useForms([
    ...[edit, left, sources, history, erase, merge],
    ...apartForms(person.merges),
  ]);
  const opened = { first: form.first, onDone: form.hide };
  const mergeWith = (one: Merged | undefined) => {
    mergeInto(one);
    form.show(merge);
  };
  const at = person.account.is === 'known' ? person.account.account.name : t('unknownCompany');
  return (
    <>
      <RecordBar
        name={contact.name}
        tags={contact.tags ?? []}
        tagging={forms.tag(contact.id)}
        onTags={(add, remove) => acts.tagMany([contact.id], add, remove)}
        back={form.back}
      >
        <MenuItem onSelect={() => form.show(edit)}>{t('edit')}</MenuItem>
        <MenuItem onSelect={() => form.show(left)}>
          {contact.left ? t('changeLeft') : t('markLeftFrom', { account: at })}
        </MenuItem>
        <MenuItem onSelect={() => form.show(sources)}>{t('whereFrom')}</MenuItem>
        {door && <MenuItem onSelect={() => form.show(history)}>{t('history')}</MenuItem>}
        <MenuItem onSelect={() => mergeWith(undefined)}>{t('mergeWithOther')}</MenuItem>
        <MergedItems merges={person.merges} form={form} />
        {office && (
          <>
            <MenuLine />
            <MenuItem onSelect={() => void run(() => savePerson(office, contact))}>
              {t('savePerson')}
            </MenuItem>
            <MenuItem onSelect={() => form.show(erase)}>{t('erasePerson')}</MenuItem>
          </>
        )}
      </RecordBar>
      <MergeWaiting merges={person.merges} />
      {form.open === edit && <EditPerson contact={contact} {...opened} onMerge={mergeWith} />}
      {form.open === left && <MarkLeft contact={contact} {...opened} />}
      {form.open === erase && office && (
        <ErasePerson
          contactId={contact.id}
          name={contact.name}
          office={office}
          onDone={form.hide}
        />
      )}
      {form.open === sources && <WhereFrom record={contact} {...opened} />}
      {form.open === history && (
        <HistoryOf
          of={{ kind: 'contact', id: contact.id }}
          title={t('historyOf', { name: contact.name })}
          focus={form.first}
          onDone={form.hide}
        />
      )}
      {form.open === merge && (
        <MergeWith
          kind="contact"
          record={contact}
          other={other}
          onDone={() => {
            mergeInto(undefined);
            form.hide();
          }}
        />
      )}
      <OpenTakeApart merges={person.merges} form={form} />
    </>
  );
}
