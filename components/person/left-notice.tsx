import { UserRoundX } from 'lucide-react';
import { t } from '#lib/browser/i18n.ts';
import type { PersonView } from '#lib/panel/view.ts';
import { Notice } from '../ui/notice.tsx';

/** A known person seen with another employer: said, never acted on. */
export function LeftNotice({ person }: { person: PersonView }) {
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
    </Notice>
  );
}
