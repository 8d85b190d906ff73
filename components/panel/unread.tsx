import { Info } from 'lucide-react';
import { useState } from 'react';
import { type MessageKey, t } from '#lib/browser/i18n.ts';
import type { PersonView } from '#lib/panel/view.ts';
import { useDoing } from '../acts.tsx';
import { listed } from '../format.ts';
import { forms } from '../forms.ts';
import { AddPerson } from '../person/add-person.tsx';
import { Button } from '../ui/button.tsx';
import { useForm } from '../use-form.ts';

const fieldKeys: Record<string, MessageKey> = {
  name: 'fieldName',
  title: 'fieldTitle',
  headline: 'fieldHeadline',
  company: 'fieldCompany',
  location: 'fieldLocation',
  emails: 'fieldEmail',
  email: 'fieldEmail',
  people: 'fieldPeople',
};

/** In one quiet line, what the page did not let us read, and the ways on: a new person can be completed by hand. */
export function Unread({ fields, person }: { fields: readonly string[]; person?: PersonView }) {
  if (fields.length === 0) return null;
  const names = fields.map((field) => {
    const key = fieldKeys[field];
    return key ? t(key as 'fieldName') : field;
  });
  return (
    <div className="flex flex-wrap items-center gap-x-2 border-t border-line px-4 py-2 text-small text-muted">
      <Info aria-hidden size={14} className="shrink-0" />
      <p className="min-w-0 grow basis-40">{t('couldNotRead', { fields: listed(names) })}</p>
      {person?.match.is === 'new' && <EnterByHand person={person} quiet />}
      <CopyReport />
    </div>
  );
}

/** Puts the page's structure, every text blanked, on the clipboard. */
export function CopyReport() {
  const { pageReport } = useDoing();
  const [said, setSaid] = useState<'reportCopied' | 'reportMissing'>();
  if (!pageReport) return null;
  const copy = async () => {
    const report = await pageReport();
    if (report) await navigator.clipboard.writeText(report);
    setSaid(report ? 'reportCopied' : 'reportMissing');
  };
  return (
    <>
      <Button look="bare" className="-me-2.5 text-small" onClick={() => void copy()}>
        {t('copyReport')}
      </Button>
      <span role="status" className="basis-full">
        {said && t(said)}
      </span>
    </>
  );
}

/** Nobody whom the page shows. */
export const nobody: PersonView = {
  seen: { emails: [] },
  match: { is: 'new' },
  account: { is: 'new' },
  places: [],
};

/** A person typed in: where the page told nothing, or with what it did tell filled in. */
export function EnterByHand({
  person = nobody,
  quiet = false,
}: {
  person?: PersonView;
  quiet?: boolean;
}) {
  const key = forms.byHand(person);
  const form = useForm(key);
  if (!form.open)
    return (
      <Button
        ref={form.back}
        look={quiet ? 'bare' : 'plain'}
        className={quiet ? 'text-small' : undefined}
        onClick={form.show}
      >
        {t('enterByHand')}
      </Button>
    );
  return (
    <div className="basis-full">
      <AddPerson person={person} form={key} first={form.first} onCancel={form.hide} />
    </div>
  );
}
