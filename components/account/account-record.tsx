import { useState } from 'react';
import { t } from '#lib/browser/i18n.ts';
import type { Account } from '#lib/model/records/account.ts';
import type { Merged, MergesView } from '#lib/panel/merges.ts';
import { useDoing } from '../acts.tsx';
import { forms } from '../forms.ts';
import { HistoryOf } from '../history/history-of.tsx';
import { MaybeSame } from '../merge/maybe-same.tsx';
import { MergeWith } from '../merge/merge-with.tsx';
import { apartForms, MergedItems, MergeWaiting, OpenTakeApart } from '../merge/merged-from.tsx';
import { onDemand } from '../on-demand.tsx';
import { RecordBar } from '../record/record-bar.tsx';
import { WhereFrom } from '../record/where-from.tsx';
import { MenuItem } from '../ui/menu.tsx';
import { useForms } from '../use-form.ts';

const EditAccount = onDemand(async () => (await import('./edit-account.tsx')).EditAccount);

const WhoMaySee = onDemand(async () => (await import('./who-may-see.tsx')).WhoMaySee);

/** What is on record of a company: tags in sight, the rest on demand. */
export function AccountRecord({
  account,
  merges,
}: {
  account: Account;
  merges?: MergesView | undefined;
}) {
  const { acts, access: office, history: door } = useDoing();
  const edit = forms.edit(account.id);
  const sources = forms.sources(account.id);
  const history = forms.history(account.id);
  const merge = forms.merge(account.id);
  const access = forms.access(account.id);
  const [other, mergeInto] = useState<Merged>();
  const form = useForms([edit, sources, history, merge, access, ...apartForms(merges)]);
  const opened = { first: form.first, onDone: form.hide };
  const mergeWith = (one: Merged | undefined) => {
    mergeInto(one);
    form.show(merge);
  };
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
        {door && <MenuItem onSelect={() => form.show(history)}>{t('history')}</MenuItem>}
        {office && <MenuItem onSelect={() => form.show(access)}>{t('whoMaySee')}</MenuItem>}
        <MenuItem onSelect={() => mergeWith(undefined)}>{t('mergeWithOther')}</MenuItem>
        <MergedItems merges={merges} form={form} />
      </RecordBar>
      <MergeWaiting merges={merges} />
      {account.placeholder && !merges?.waiting && form.open !== merge && (
        <MaybeSame account={account} onMerge={mergeWith} />
      )}
      {form.open === edit && <EditAccount account={account} {...opened} onMerge={mergeWith} />}
      {form.open === sources && <WhereFrom record={account} {...opened} />}
      {form.open === access && office && (
        <WhoMaySee account={account} office={office} onDone={form.hide} />
      )}
      {form.open === history && (
        <HistoryOf
          of={{ kind: 'account', id: account.id }}
          title={t('historyOf', { name: account.name })}
          focus={form.first}
          onDone={form.hide}
        />
      )}
      {form.open === merge && (
        <MergeWith
          kind="account"
          record={account}
          other={other}
          onDone={() => {
            mergeInto(undefined);
            form.hide();
          }}
        />
      )}
      <OpenTakeApart merges={merges} form={form} />
    </>
  );
}
