import { useCallback, useMemo, useState } from 'react';
import type { Page } from '#lib/browser/pages.ts';
import { momentOf } from './moment.ts';
import type { Before } from './page-in-front.ts';
import { useLive } from './use-live.ts';
import { type LookupOptions, useLookup } from './use-lookup.ts';
import type { Moment } from './view.ts';

export interface MomentOptions extends Omit<LookupOptions, 'detection'> {
  before: Before | null;
  /** What was put together before there was anything to show it. */
  first?: MomentOfPage | undefined;
  now?: () => number;
}

export interface MomentOfPage {
  page: Page;
  moment: Moment;
}

const loading: Moment = { at: 'loading' };

/** What stands before the user, kept current with page and cache; whom the cache does not know is looked up by exact key. */
export function useMoment({ before, first, now = Date.now, ...asking }: MomentOptions) {
  const { store } = asking;
  const page = before?.page ?? null;
  const [chosen, setChosen] = useState<{ url: string; accountId: string | null } | null>(null);
  const url = page?.detection?.url;
  const accountId = chosen && chosen.url === url ? (chosen.accountId ?? 'none') : undefined;

  const detection = page?.detection ?? null;
  const { waiting, silent, closed, lookAgain } = useLookup({ ...asking, detection });
  const closedTo = closed.join('\n');
  const shown = useLive(
    async () => page && { page, moment: await momentOf(store.db, page, now(), accountId, closed) },
    [store, page, accountId, closedTo],
    first,
  );
  const current = shown && page && (shown.page === page || isSameMail(shown.page, page));
  const found = current ? shown.moment : loading;
  const followed = before?.tab?.followed ?? false;
  const host = before?.tab?.host ?? null;
  const moment = useMemo((): Moment => {
    if (!before) return loading;
    if (!followed) return { at: 'siteOff', host };
    const unsaid = waiting ? 'checking' : silent ? 'unanswered' : undefined;
    if (isGuess(found))
      return unsaid === 'checking' ? loading : unsaid ? { ...found, unsaid } : found;
    return unsaid && hasNewcomers(found) ? { ...found, unsaid } : found;
  }, [before, followed, host, found, waiting, silent]);

  return {
    moment,
    lookAgain,
    chooseAccount: useCallback(
      (id: string | null) => setChosen(url ? { url, accountId: id } : null),
      [url],
    ),
  };
}

/** Whether this calls the one it is about new, only because nobody has been asked yet. */
function isGuess(moment: Moment): moment is Extract<Moment, { at: 'person' | 'account' }> {
  if (moment.at === 'person')
    return moment.person.match.is === 'new' && moment.person.account.is === 'new';
  return moment.at === 'account' && moment.account.is === 'new';
}

/** Whether this calls some of several people new, who are shown while the server is asked about them. */
function hasNewcomers(
  moment: Moment,
): moment is Extract<Moment, { at: 'account' | 'people' | 'thread' }> {
  return 'people' in moment && moment.people.some(({ match }) => match.is === 'new');
}

/** Whether both are the mail being written, with other recipients: what it showed stays until the new ones are matched. */
function isSameMail({ detection: one }: Page, { detection: other }: Page): boolean {
  return isWriting(one) && isWriting(other) && one?.site === other?.site;
}

const isWriting = (detection: Page['detection']): boolean =>
  detection?.kind === 'thread' && detection.composing;
