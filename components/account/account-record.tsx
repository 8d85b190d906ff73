import { t } from '#lib/browser/i18n.ts';
import type { Account } from '#lib/model/records/account.ts';
import { useDoing } from '../acts.tsx';
import { forms } from '../forms.ts';
import { RecordBar } from '../record/record-bar.tsx';
import { WhereFrom } from '../record/where-from.tsx';
import { MenuItem } from '../ui/menu.tsx';
import { useForms } from '../use-form.ts';
import { EditAccount } from './edit-account.tsx';

/** What is on record of a company: tags in sight, the rest on demand. */
export function AccountRecord({ account }: { account: Account }) {
  const { acts } = useDoing();
  const edit = forms.edit(account.id);
  const sources = forms.sources(account.id);
  const form = useForms([edit, sources]);
  const opened = { first: form.first, onDone: form.hide };
  return (
    <>
      <RecordBar
        name={account.name}
        tags={account.tags ?? []}
        tagging={forms.tag(account.id)}
        onTags={(add, remove) => acts.tagAccount(account.id, add, remove)}
        back={form.back}
      >
        <MenuItem onSelect={() => form.show(edit)}>{t('edit')}</MenuItem>
        <MenuItem onSelect={() => form.show(sources)}>{t('whereFrom')}</MenuItem>
      </RecordBar>
      {form.open === edit && <EditAccount account={account} {...opened} />}
      {form.open === sources && <WhereFrom record={account} {...opened} />}
    </>
  );
}
