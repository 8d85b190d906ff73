import { Building2, Target } from 'lucide-react';
import type { ReactNode } from 'react';
import { t } from '#lib/browser/i18n.ts';
import type { AccountMatch } from '#lib/model/match.ts';

/** The company, with the mark of a target account, or that it is new. */
export function AccountLine({
  account,
  name,
}: {
  /** Absent where it is not looked up, or nothing may be said of it. */
  account: AccountMatch | undefined;
  name?: string;
}) {
  if (!name) return <p className="text-muted">{t('companyUnknown')}</p>;
  return (
    <p className="flex flex-wrap items-center gap-x-1.5 text-muted">
      <span className="flex max-w-full items-center gap-1.5">
        <Building2 aria-hidden size={14} className="shrink-0" />
        <bdi className="truncate" title={name}>
          {name}
        </bdi>
      </span>
      {account && <AccountState account={account} />}
    </p>
  );
}

/** Set off by a point from what stands before it, where anything does. */
const aside = "shrink-0 text-small not-first:before:me-1.5 not-first:before:content-['·']";

/** What is worth knowing of an account at a glance: a target, new, or standing in for one not yet known. */
export function AccountState({ account }: { account: AccountMatch }): ReactNode {
  if (account.is === 'new') return <span className={aside}>{t('accountNew')}</span>;
  if (account.is !== 'known') return null;
  if (account.account.placeholder) return <span className={aside}>{t('accountPlaceholder')}</span>;
  if (!account.account.target) return null;
  return (
    <span className="inline-flex min-w-0 items-center gap-1 text-small text-accent">
      <Target aria-hidden size={14} className="shrink-0" />
      <span className="truncate">{t('targetAccount')}</span>
    </span>
  );
}
