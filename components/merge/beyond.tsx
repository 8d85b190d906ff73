import { useEffect, useRef, useState } from 'react';
import { t } from '#lib/browser/i18n.ts';
import type { AlikeBecause } from '#lib/contract/alike.ts';
import type { Beyond, Candidate } from '#lib/panel/merge-beyond.ts';
import type { Merged } from '#lib/panel/merges.ts';
import { useDoing } from '../acts.tsx';
import { useAsked } from '../use-asked.ts';

/** What the server has besides; `undefined` while it is asked, and where it cannot be. */
export function useBeyond(accountId: string | undefined, query: string): Beyond | undefined {
  const beyond = useDoing().ask?.beyond;
  return useAsked(
    beyond && accountId ? () => beyond.find(accountId, query) : undefined,
    `${accountId} ${query}`,
  );
}

/** Fetches one of the server's, and hands it on when it is here. `missing`: it did not come. */
export function useFetched(onFetched: (account: Merged) => void): {
  fetch: (candidate: Candidate) => void;
  fetching: Candidate | undefined;
  missing: Candidate | undefined;
} {
  const beyond = useDoing().ask?.beyond;
  const [wanted, want] = useState<Candidate>();
  const fetched = useAsked(
    beyond && wanted && (() => beyond.fetch(wanted.id).catch(() => null)),
    wanted?.id,
  );
  const latest = useRef(onFetched);
  latest.current = onFetched;
  useEffect(() => {
    if (fetched) latest.current(fetched);
  }, [fetched]);
  return {
    fetch: want,
    fetching: fetched === undefined ? wanted : undefined,
    missing: fetched === null ? wanted : undefined,
  };
}

/** The reasons for asking, in words. */
export const reasonsOf = (because: readonly AlikeBecause[]): string =>
  because
    .map((one) =>
      one.fact === 'peopleDomain'
        ? t('alike_peopleDomain', { domain: one.domain })
        : t(`alike_${one.fact}`),
    )
    .join(t('comma'));
