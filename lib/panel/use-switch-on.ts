import { useCallback, useEffect, useState } from 'react';
import { patternsFor, switchOn, watchSwitches } from '#lib/browser/hosts.ts';
import type { Before } from './page-in-front.ts';

/**
 * Switches sites on, and tells what came in the way: until another try, until the site is allowed after all, wherever that
 * is done, or until another page is in front.
 */
export function useSwitchOn(before: Before | null): {
  failed: unknown;
  switchOn: (host: string) => void;
  dismiss: () => void;
} {
  const [failed, fail] = useState<unknown>();
  const dismiss = useCallback(() => fail(undefined), []);
  const hasFailed = failed !== undefined;
  useEffect(() => {
    if (!hasFailed) return;
    const ended = new AbortController();
    watchSwitches(dismiss, ended.signal);
    return () => ended.abort();
  }, [hasFailed, dismiss]);
  const { tabId, host, followed } = before?.tab ?? {};
  // biome-ignore lint/correctness/useExhaustiveDependencies: the user went on when one of these changes
  useEffect(dismiss, [tabId, host, followed, before?.page]);
  return {
    failed,
    dismiss,
    switchOn: useCallback((site: string) => {
      fail(undefined);
      // Called inside the click, which the browser's question needs.
      void switchOn(patternsFor(site)).catch(fail);
    }, []),
  };
}
