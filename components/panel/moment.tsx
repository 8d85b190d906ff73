import { memo } from 'react';
import type { HomeView } from '#lib/panel/home.ts';
import type { Moment } from '#lib/panel/view.ts';
import { AccountMoment } from '../account/account-moment.tsx';
import { useLocale } from '../localized.tsx';
import { PeopleMoment } from '../people/people-moment.tsx';
import { PersonMoment } from '../person/person-moment.tsx';
import { ThreadMoment } from '../thread/thread-moment.tsx';
import { pageOf } from './behind.ts';
import { Loading } from './loading.tsx';
import { Nothing } from './nothing.tsx';
import { SiteOff } from './states.tsx';
import { Unread } from './unread.tsx';

/** What stands before the user, each moment in its own form. Whoever types or ticks elsewhere does not have it drawn anew. */
export const MomentBody = memo(function MomentBody({
  moment,
  server,
  home,
  offline = false,
  onEnableSite,
  onReadPage,
  onOpenOptions,
}: {
  moment: Moment;
  server?: string;
  home?: HomeView;
  /** The server cannot be reached. */
  offline?: boolean;
  onEnableSite: (host: string) => void;
  onReadPage: () => void;
  onOpenOptions: () => void;
}) {
  useLocale();
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
      return <Nothing server={server} site={moment.site} home={home} />;
    case 'person':
      return (
        <>
          <PersonMoment
            key={moment.url}
            person={moment.person}
            unanswered={moment.unsaid !== undefined}
          />
          <Unread fields={moment.unread} person={moment.person} />
        </>
      );
    case 'account':
      return (
        <>
          <AccountMoment
            key={moment.url}
            url={moment.url}
            seen={moment.seen}
            account={moment.account}
            decisions={moment.decisions}
            people={moment.people}
            withheld={moment.withheld}
            detail={moment.detail}
            unsaid={moment.unsaid}
          />
          <Unread fields={moment.unread} />
        </>
      );
    case 'people':
      return (
        <>
          <PeopleMoment
            key={moment.url}
            url={moment.url}
            people={moment.people}
            decisions={moment.decisions}
            unsaid={moment.unsaid}
          />
          <Unread fields={moment.unread} />
        </>
      );
    case 'thread':
      return (
        <>
          <ThreadMoment key={pageOf(moment)} {...moment} offline={offline} />
          <Unread fields={moment.unread} />
        </>
      );
  }
});
