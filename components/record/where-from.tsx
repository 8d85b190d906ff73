import { type ReactNode, useId } from 'react';
import { type MessageKey, t } from '#lib/browser/i18n.ts';
import type { Provenance } from '#lib/model/fields.ts';
import type { Account } from '#lib/model/records/account.ts';
import type { Contact } from '#lib/model/records/contact.ts';
import type { MergedKind } from '#lib/model/records/merge.ts';
import type { HistoryAsk } from '#lib/panel/history/history.ts';
import { useDoing } from '../acts.tsx';
import { ago, calendarDay, unbroken } from '../format.ts';
import { useHistoryOf } from '../history/history-of.tsx';
import { Button } from '../ui/button.tsx';
import type { FocusOn } from '../ui/focus.ts';
import { useAsked } from '../use-asked.ts';

/** The fields of a person or company, in the order they are shown in. */
const fields = {
  name: 'fieldName',
  title: 'fieldTitle',
  headline: 'fieldHeadline',
  location: 'fieldLocation',
  emails: 'fieldEmails',
  domains: 'fieldDomains',
  linkedin: 'fieldLinkedin',
  salesNavigator: 'fieldSalesNavigator',
  tags: 'fieldTags',
  left: 'fieldLeft',
  ownerId: 'fieldOwner',
  target: 'targetAccount',
} as const satisfies Record<string, MessageKey>;

/** Each field with what it is called: a company's name is not called as a person's. */
export const fieldsOf = (kind: MergedKind): [field: string, label: MessageKey][] =>
  Object.entries({ ...fields, ...(kind === 'account' && { name: 'fieldAccountName' as const }) });

/** Of each field: what it holds, who or what said so, and when. */
export function WhereFrom({
  record,
  first,
  now = Date.now(),
  onDone,
}: {
  record: Contact | Account;
  first: FocusOn;
  now?: number;
  onDone: () => void;
}) {
  const id = useId();
  const kind = 'domains' in record ? 'account' : 'contact';
  const { ask } = useDoing();
  const users = useAsked(ask?.users) ?? [];
  const values: Record<string, unknown> = { ...record };
  const nameOf = (user?: unknown) => users.find(({ id }) => id === user)?.name;
  const saidOf = (field: string, value: unknown) => {
    if (field === 'ownerId') return nameOf(value) ?? '';
    if (field === 'left' && typeof value === 'string') return calendarDay(value.slice(0, 10), now);
    return text(value);
  };
  const said = fieldsOf('domains' in record ? 'account' : 'contact').flatMap(([field, label]) => {
    const source = record.sources[field];
    return source ? [{ field, label, source, value: saidOf(field, values[field]) }] : [];
  });
  return (
    <section aria-labelledby={id} className="border-t border-line bg-sunk px-4 py-3">
      <div className="flex items-center gap-2 pb-2">
        <h2 id={id} className="min-w-0 flex-1 font-semibold">
          {t('whereFromOf', { name: record.name })}
        </h2>
        <Button ref={first} look="bare" className="-me-2.5" onClick={onDone}>
          {t('close')}
        </Button>
      </div>
      {said.length === 0 && <p className="text-muted">{t('sourcesUnknown')}</p>}
      <dl className="grid grid-cols-[minmax(4.5rem,auto)_1fr] gap-x-3 gap-y-2">
        {said.map(({ field, label, source, value }) => (
          <SaidField key={field} of={{ kind, id: record.id }} field={field} label={t(label)}>
            {value && <bdi className="block wrap-anywhere">{value}</bdi>}
            <span className="text-small text-muted">
              {[
                sourceText(source, nameOf(source.by)),
                unbroken(ago(Date.parse(source.at), now)),
              ].join(' · ')}
            </span>
          </SaidField>
        ))}
      </dl>
    </section>
  );
}

/** One field with what is said of it, and the way to what it was before. */
function SaidField({
  of,
  field,
  label,
  children,
}: {
  of: HistoryAsk;
  field: string;
  label: string;
  children: ReactNode;
}) {
  const history = useHistoryOf(of, t('historyOfField', { field: label }), field);
  return (
    <>
      <dt className="text-small text-muted">{label}</dt>
      <dd className="flex min-w-0 items-start gap-1">
        <span className="min-w-0 flex-1">{children}</span>
        {history.button}
      </dd>
      {history.opened && <dd className="col-span-2 -mx-4">{history.opened}</dd>}
    </>
  );
}

/** Lists and texts as they are; what is no text (a mark, an id) says nothing here. */
const text = (value: unknown): string =>
  Array.isArray(value) ? value.join(', ') : typeof value === 'string' ? value : '';

function sourceText({ from, site = '', by = '' }: Provenance, user?: string): string {
  switch (from) {
    case 'page': {
      const page = siteName(site);
      return user ? t('fromPageBy', { page, name: user }) : page;
    }
    case 'import':
      return user ? t('fromImportBy', { name: user }) : t('fromImport');
    case 'user':
      return user ? t('fromUserBy', { name: user }) : t('fromUser');
    case 'signal':
      return t('fromSignalOf', { sender: by.replace(/^signal\./, '') });
  }
}

/** A kind of page by the name of its site, e.g. `linkedin-person`. */
const siteName = (site: string): string => sites[site.split('-')[0] ?? ''] ?? t('fromPage');

const sites: Readonly<Record<string, string>> = {
  ...{ linkedin: 'LinkedIn', sales: 'Sales Navigator', gmail: 'Gmail', outlook: 'Outlook' },
  ...{ roundcube: 'Roundcube', sogo: 'SOGo' },
};
