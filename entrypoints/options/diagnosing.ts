import type { Diagnosing } from '#components/options/diagnostics.tsx';
import { about } from '#lib/browser/about.ts';
import type { SiteSwitch } from '#lib/browser/hosts.ts';
import { locale } from '#lib/browser/i18n.ts';
import { check, report } from '#lib/panel/diagnostics.ts';
import { counts } from '#lib/store/counts.ts';
import type { Connection } from '#lib/sync/connection.ts';
import type { SyncNow } from './workspace.tsx';

/** The check and the report over what the page knows. */
export function diagnosing(
  server: string,
  sites: readonly SiteSwitch[],
  sync: SyncNow | undefined,
  connection: Connection | undefined,
): Diagnosing {
  const checkNow = () => check(server, connection && (() => connection.api.me()));
  return {
    check: checkNow,
    report: async () => {
      const parts = {
        about: await about(),
        language: locale(),
        server,
        team: connection?.session.me.team,
        sync: sync ?? ({ is: 'signedOut' } as const),
        sites,
        counts: connection && (await counts(connection.store.db)),
        checked: await checkNow(),
        now: Date.now(),
      };
      return JSON.stringify(report(parts), null, 2);
    },
  };
}
