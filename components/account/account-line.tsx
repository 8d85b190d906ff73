import { Building2, Target } from 'lucide-react';
import { t } from '#lib/browser/i18n.ts';
import type { AccountMatch } from '#lib/model/match.ts';

/** The company in one line, with the mark of a target account, or that it is new. */
export function AccountLine({ account, name }: { account: AccountMatch; name?: string }) {
  if (!name) return <p className="text-muted">{t('companyUnknown')}</p>;
  const target = account.is === 'known' && account.account.target;
  return (
    <p className="flex items-center gap-1.5 text-muted">
      <Building2 aria-hidden size={14} className="shrink-0" />
      <bdi className="truncate" title={name}>
        {name}
      </bdi>
      {target && (
        <span className="inline-flex shrink-0 items-center gap-1 text-small text-accent">
          <Target aria-hidden size={14} />
          {t('targetAccount')}
        </span>
      )}
      {account.is === 'new' && <span className="shrink-0 text-small">· {t('accountNew')}</span>}
      {account.is === 'known' && account.account.placeholder && (
        <span className="shrink-0 text-small">· {t('accountPlaceholder')}</span>
      )}
    </p>
  );
}
