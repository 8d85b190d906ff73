import { Info } from 'lucide-react';
import { type MessageKey, t } from '#lib/browser/i18n.ts';
import type { Moment } from '#lib/panel/view.ts';
import { AccountMoment } from '../account/account-moment.tsx';
import { listed } from '../format.ts';
import { PeopleMoment } from '../people/people-moment.tsx';
import { PersonMoment } from '../person/person-moment.tsx';
import { ThreadMoment } from '../thread/thread-moment.tsx';
import { Loading, Nothing, SiteOff } from './states.tsx';

/** What stands before the user, each moment in its own form. */
export function MomentBody({
  moment,
  server,
  onEnableSite,
  onReadPage,
  onOpenOptions,
}: {
  moment: Moment;
  server?: string;
  onEnableSite: (host: string) => void;
  onReadPage: () => void;
  onOpenOptions: () => void;
}) {
  switch (moment.at) {
    case 'loading':
      return <Loading />;
    case 'siteOff':
      return (
        <SiteOff
          host={moment.host}
          onEnable={onEnableSite}
          onReadPage={onReadPage}
          onOpenOptions={onOpenOptions}
        />
      );
    case 'nothing':
      return <Nothing server={server} />;
    case 'person':
      return (
        <>
          <PersonMoment key={moment.url} person={moment.person} />
          <Unread fields={moment.unread} />
        </>
      );
    case 'account':
      return (
        <>
          <AccountMoment
            key={moment.url}
            seen={moment.seen}
            account={moment.account}
            decisions={moment.decisions}
            people={moment.people}
          />
          <Unread fields={moment.unread} />
        </>
      );
    case 'people':
      return (
        <>
          <PeopleMoment key={moment.url} people={moment.people} />
          <Unread fields={moment.unread} />
        </>
      );
    case 'thread':
      return (
        <>
          <ThreadMoment
            key={moment.url}
            people={moment.people}
            decisions={moment.decisions}
            composing={moment.composing}
          />
          <Unread fields={moment.unread} />
        </>
      );
  }
}

const fieldKeys: Record<string, MessageKey> = {
  name: 'fieldName',
  title: 'fieldTitle',
  headline: 'fieldHeadline',
  company: 'fieldCompany',
  location: 'fieldLocation',
  emails: 'fieldEmail',
  email: 'fieldEmail',
  people: 'fieldPeople',
};

/** In one quiet line, what the page did not let us read. */
function Unread({ fields }: { fields: readonly string[] }) {
  if (fields.length === 0) return null;
  const names = fields.map((field) => {
    const key = fieldKeys[field];
    return key ? t(key as 'fieldName') : field;
  });
  return (
    <p className="flex gap-1.5 border-t border-line px-4 py-2 text-small text-muted">
      <Info aria-hidden size={14} className="mt-px shrink-0" />
      {t('couldNotRead', { fields: listed(names) })}
    </p>
  );
}
