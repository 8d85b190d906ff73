import { UserRoundX } from 'lucide-react';
import { t } from '#lib/browser/i18n.ts';
import type { PersonView } from '#lib/panel/view.ts';
import { useDoing } from '../acts.tsx';
import { Notice } from '../ui/notice.tsx';
import { seenCompany } from './names.ts';

/** A known person seen with another employer: said, never acted on. */
export function LeftNotice({ person }: { person: PersonView }) {
  const { accountName } = useDoing();
  if (person.match.is !== 'known' || !person.match.elsewhere) return null;
  const before = accountName(person.match.contact.accountId);
  const now = seenCompany(person) ?? t('unknownCompany');
  return (
    <Notice icon={UserRoundX} tone="warn">
      <p className="font-medium">
        {before ? t('leftQuestion', { account: before }) : t('leftQuestionPlain')}
      </p>
      <p>{before ? t('leftBecause', { before, now }) : t('leftBecausePlain', { now })}</p>
    </Notice>
  );
}
