import { useState } from 'react';
import { t } from '#lib/browser/i18n.ts';
import type { Contact } from '#lib/model/records/contact.ts';
import type { PersonView } from '#lib/panel/view.ts';
import { useDoing } from '../acts.tsx';
import { RecordBar } from '../record/record-bar.tsx';
import { WhereFrom } from '../record/where-from.tsx';
import { focusOnce } from '../ui/focus.ts';
import { MenuItem } from '../ui/menu.tsx';
import { EditPerson } from './edit-person.tsx';
import { MarkLeft } from './mark-left.tsx';

type Open = 'edit' | 'sources' | 'left';

/** What is on record of a person: tags in sight, the rest on demand. */
export function PersonRecord({ contact, person }: { contact: Contact; person: PersonView }) {
  const { acts } = useDoing();
  const [open, setOpen] = useState<Open | 'closed'>();
  const close = () => setOpen('closed');
  const at = person.account.is === 'known' ? person.account.account.name : t('unknownCompany');
  return (
    <>
      <RecordBar
        name={contact.name}
        tags={contact.tags ?? []}
        onTags={(add, remove) => acts.tagMany([contact.id], add, remove)}
        back={open === 'closed' ? focusOnce : undefined}
      >
        <MenuItem onSelect={() => setOpen('edit')}>{t('edit')}</MenuItem>
        <MenuItem onSelect={() => setOpen('left')}>
          {contact.left ? t('changeLeft') : t('markLeftFrom', { account: at })}
        </MenuItem>
        <MenuItem onSelect={() => setOpen('sources')}>{t('whereFrom')}</MenuItem>
      </RecordBar>
      {open === 'edit' && <EditPerson contact={contact} onDone={close} />}
      {open === 'left' && <MarkLeft contact={contact} onDone={close} />}
      {open === 'sources' && <WhereFrom record={contact} onDone={close} />}
    </>
  );
}
