import { Building2, Plus } from 'lucide-react';
import { t } from '#lib/browser/i18n.ts';
import type { AccountMatch } from '#lib/model/match.ts';
import { useDoing } from '../acts.tsx';

/** Several accounts under one key, or one of the same name: the user says which. */
export function AccountQuestion({ account }: { account: AccountMatch }) {
  const { chooseAccount } = useDoing();
  if (account.is !== 'maybe' && account.is !== 'ambiguous') return null;
  const title = t('whichAccount');
  const because =
    account.is === 'ambiguous'
      ? t('accountSameKey', { key: account.by.replace(/^\w+:/, '') })
      : t('accountSameName');
  const row =
    'flex min-h-9 w-full items-center gap-2 rounded-medium px-2 py-1 text-start hover:bg-sunk disabled:hover:bg-transparent';
  return (
    <section aria-label={title} className="border-t border-line px-4 py-3">
      <h2 className="font-semibold">{title}</h2>
      <p className="pb-2 text-small text-muted">{because}</p>
      <ul className="-mx-2 flex flex-col">
        {account.accounts.map(({ id, name, domains }) => (
          <li key={id}>
            <button
              type="button"
              className={row}
              disabled={!chooseAccount}
              onClick={() => chooseAccount?.(id)}
            >
              <Building2 aria-hidden size={16} className="shrink-0 text-muted" />
              <span className="min-w-0 flex-1">
                <bdi className="block truncate">{name}</bdi>
                {domains.length > 0 && (
                  <span className="block truncate text-small text-muted">
                    {domains.join(' · ')}
                  </span>
                )}
              </span>
            </button>
          </li>
        ))}
        {account.is === 'maybe' && chooseAccount && (
          <li>
            <button type="button" className={row} onClick={() => chooseAccount(null)}>
              <Plus aria-hidden size={16} className="shrink-0 text-muted" />
              {t('anotherCompany')}
            </button>
          </li>
        )}
      </ul>
    </section>
  );
}
