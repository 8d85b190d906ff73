import { UserRoundX } from 'lucide-react';
import { t } from '#lib/browser/i18n.ts';
import type { PersonView } from '#lib/panel/view.ts';
import { useAct, useDoing } from '../acts.tsx';
import { Button } from '../ui/button.tsx';
import { Notice } from '../ui/notice.tsx';

/** A known person seen with another employer: said, and done only when the user says so. */
export function LeftNotice({ person }: { person: PersonView }) {
  const { acts } = useDoing();
  const [busy, run] = useAct();
  const { match, account, seen, seenAccount } = person;
  if (match.is !== 'known' || !match.elsewhere) return null;
  const onRecord = account.is === 'known' && account.account.id === match.contact.accountId;
  const before = onRecord ? account.account.name : undefined;
  const now = seenAccount?.name ?? seen.company ?? seenAccount?.domains[0] ?? t('unknownCompany');
  return (
    <Notice icon={UserRoundX} tone="warn">
      <p className="font-medium">
        {before ? t('leftQuestion', { account: before }) : t('leftQuestionPlain')}
      </p>
      <p>{before ? t('leftBecause', { before, now }) : t('leftBecausePlain', { now })}</p>
      <div className="flex flex-wrap gap-2 pt-2 pb-1">
        {waysOn(person).map(({ id, label }) => (
          <Button
            key={id ?? 'new'}
            className="max-w-full bg-page"
            disabled={busy}
            onClick={() => void run(() => acts.moveOn(person, id))}
          >
            <span className="line-clamp-2">{label}</span>
          </Button>
        ))}
      </div>
    </Notice>
  );
}

/** Where somebody known, seen elsewhere, may be said to be now. */
export function waysOn(person: PersonView): { id?: string; label: string }[] {
  const { match } = person;
  if (match.is !== 'known' || !match.elsewhere) return [];
  const { left } = match.contact;
  return ways(person).map(({ id, name: account }) => ({
    ...(id && { id }),
    label: left
      ? t('addAt', { account })
      : id
        ? t('movedTo', { account })
        : t('movedToNew', { account }),
  }));
}

/** Where the person may be now: the page's account, those of its name, or one that is new here. */
function ways({ pageAccount, seenAccount }: PersonView): { id?: string; name: string }[] {
  const name = seenAccount?.name ?? seenAccount?.domains[0];
  const fresh = name ? [{ name }] : [];
  switch (pageAccount?.is) {
    case 'known':
      return [pageAccount.account];
    case 'ambiguous':
      return pageAccount.accounts;
    case 'maybe':
      return [...pageAccount.accounts, ...fresh];
    default:
      return fresh;
  }
}
