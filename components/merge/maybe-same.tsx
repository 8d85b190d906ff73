import { Merge as MergeIcon } from 'lucide-react';
import { t } from '#lib/browser/i18n.ts';
import type { Account } from '#lib/model/records/account.ts';
import type { Merged } from '#lib/panel/merges.ts';
import { useDoing } from '../acts.tsx';
import { Button } from '../ui/button.tsx';
import { Notice } from '../ui/notice.tsx';
import { useAsked } from '../use-asked.ts';
import { reasonsOf, useBeyond, useFetched } from './beyond.tsx';

/** A placeholder beside a company that may be the one it stands in for, here or on the server: asked, never done by itself. */
export function MaybeSame({
  account,
  onMerge,
}: {
  account: Account;
  onMerge: (other: Merged) => void;
}) {
  const { ask } = useDoing();
  const found = useAsked(ask && (() => ask.mergeable('account', account.id)), account.id);
  const here = found?.find((one) => !('placeholder' in one && one.placeholder));
  const beyond = useBeyond(found && !here ? account.id : undefined, '');
  const there =
    beyond?.is === 'found' ? beyond.accounts.find(({ placeholder }) => !placeholder) : undefined;
  const { fetch, fetching, missing } = useFetched(onMerge);
  const other = here ?? there;
  if (!other) return null;
  return (
    <Notice icon={MergeIcon} label={t('mergeSuggestion')}>
      <p>
        {here || !there
          ? t('placeholderLike', { name: other.name })
          : t('placeholderBeyond', { name: there.name, reasons: reasonsOf(there.because) })}
      </p>
      <Button
        className="mt-2 mb-1 max-w-full bg-page"
        disabled={fetching !== undefined}
        onClick={() => (here ? onMerge(here) : there && fetch(there))}
      >
        <span className="truncate">{t('mergeWith', { name: other.name })}</span>
      </Button>
      <p role="status" className="text-small text-muted empty:hidden">
        {fetching && t('mergeFetching', { name: fetching.name })}
        {missing && t('mergeNotFetched', { name: missing.name })}
      </p>
    </Notice>
  );
}
