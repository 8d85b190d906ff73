import { useState } from 'react';
import { t } from '#lib/browser/i18n.ts';
import type { Account } from '#lib/model/records/account.ts';
import { useDoing } from '../acts.tsx';
import { RecordBar } from '../record/record-bar.tsx';
import { WhereFrom } from '../record/where-from.tsx';
import { focusOnce } from '../ui/focus.ts';
import { MenuItem } from '../ui/menu.tsx';
import { EditAccount } from './edit-account.tsx';

type Open = 'edit' | 'sources';

/** What is on record of a company: tags in sight, the rest on demand. */
export function AccountRecord({ account }: { account: Account }) {
  const { acts } = useDoing();
  const [open, setOpen] = useState<Open | 'closed'>();
  const close = () => setOpen('closed');
  return (
    <>
      <RecordBar
        name={account.name}
        tags={account.tags ?? []}
        onTags={(add, remove) => acts.tagAccount(account.id, add, remove)}
        back={open === 'closed' ? focusOnce : undefined}
      >
        <MenuItem onSelect={() => setOpen('edit')}>{t('edit')}</MenuItem>
        <MenuItem onSelect={() => setOpen('sources')}>{t('whereFrom')}</MenuItem>
      </RecordBar>
      {open === 'edit' && <EditAccount account={account} onDone={close} />}
      {open === 'sources' && <WhereFrom record={account} onDone={close} />}
    </>
  );
}
