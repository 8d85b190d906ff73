import { Merge as MergeIcon } from 'lucide-react';
import { t } from '#lib/browser/i18n.ts';
import type { Account } from '#lib/model/records/account.ts';
import type { Merged } from '#lib/panel/merges.ts';
import { useDoing } from '../acts.tsx';
import { Button } from '../ui/button.tsx';
import { Notice } from '../ui/notice.tsx';
import { useAsked } from '../use-asked.ts';

/** A placeholder beside a company of a like name: asked, never done by itself. */
export function MaybeSame({
  account,
  onMerge,
}: {
  account: Account;
  onMerge: (other: Merged) => void;
}) {
  const { ask } = useDoing();
  const found = useAsked(ask && (() => ask.mergeable('account', account.id)), account.id);
  const other = found?.find((one) => !('placeholder' in one && one.placeholder));
  if (!other) return null;
  return (
    <Notice icon={MergeIcon} label={t('mergeSuggestion')}>
      <p>{t('placeholderLike', { name: other.name })}</p>
      <Button className="mt-2 mb-1 max-w-full bg-page" onClick={() => onMerge(other)}>
        <span className="truncate">{t('mergeWith', { name: other.name })}</span>
      </Button>
    </Notice>
  );
}
