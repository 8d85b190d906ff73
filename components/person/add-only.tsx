import { useState } from 'react';
import { t } from '#lib/browser/i18n.ts';
import type { PersonView } from '#lib/panel/view.ts';
import { useAct, useDoing } from '../acts.tsx';
import { Button } from '../ui/button.tsx';
import { AddPerson, fieldsOf } from './add-person.tsx';
import { nameOf, seenCompany } from './names.ts';

/** Adding a new person without attaching them: one click where the page said enough, else the form. */
export function AddOnly({ person, main }: { person: PersonView; main: boolean }) {
  const { acts } = useDoing();
  const [busy, run] = useAct();
  const [editing, setEditing] = useState(false);
  const company = seenCompany(person);
  if (editing || !company || !person.seen.name)
    return <AddPerson person={person} onCancel={editing ? () => setEditing(false) : undefined} />;
  const isNew = person.account.is === 'new';
  return (
    <div className="flex flex-wrap items-center gap-2 border-t border-line px-4 py-3">
      <Button
        look={main ? 'solid' : 'plain'}
        disabled={busy}
        className="max-w-full"
        onClick={() => void run(() => acts.addPerson(person, fieldsOf(person)))}
      >
        <span className="line-clamp-2">
          {isNew
            ? t('addPersonAndAccount', { person: nameOf(person), account: company })
            : t('addToAccount', { account: company })}
        </span>
      </Button>
      <Button look="bare" onClick={() => setEditing(true)}>
        {t('editFirst')}
      </Button>
    </div>
  );
}
