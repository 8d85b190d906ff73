import { useEffect, useState } from 'react';
import { useLocale } from '#components/localized.tsx';
import { Options } from '#components/options.tsx';
import { practiceAddress } from '#components/panel/practice.ts';
import { useTrying } from '#components/use-trying.ts';
import { serverInfo } from '#lib/api/api.ts';
import { keysAddress, panelKey } from '#lib/browser/commands.ts';
import { patternsFor, switchOff, switchOn } from '#lib/browser/hosts.ts';
import { sessionItem } from '#lib/browser/session.ts';
import {
  badgeSetting,
  consentSetting,
  languageSetting,
  serverSetting,
  tourSetting,
} from '#lib/browser/settings.ts';
import { useLive } from '#lib/panel/use-live.ts';
import { useSites } from '#lib/panel/use-sites.ts';
import { useStored } from '#lib/panel/use-stored.ts';
import { signIn, signOut } from '#lib/sync/sign-in.ts';
import { diagnosing } from './diagnosing.ts';
import { useConnection } from './use-connection.ts';
import { type SyncNow, WorkspaceBench } from './workspace.tsx';

export function OptionsPage() {
  // What is handed on already drawn speaks it as well.
  useLocale();
  const server = useStored(serverSetting);
  const session = useStored(sessionItem);
  const consent = useStored(consentSetting);
  const language = useStored(languageSetting);
  const badge = useStored(badgeSetting);
  const sites = useSites(server);
  const { connection, failed } = useConnection(session);
  const waiting = useLive(
    async () => connection?.store.db.outbox.count().catch(() => 'unread' as const),
    [connection],
  );
  const [sync, setSync] = useState<SyncNow>();
  const [panelKeyNow, setPanelKey] = useState('');
  useEffect(() => void panelKey().then(setPanelKey), []);
  const { problem, trying } = useTrying();
  if (server === undefined || session === undefined || consent === undefined) return null;

  const { me } = session ?? {};
  return (
    <Options
      server={server}
      onSaveServer={async (origin) => {
        await serverInfo(origin); // none of ours, or away: then the old address stays
        if (session && session.server !== origin) await signOut(session);
        await serverSetting.setValue(origin);
      }}
      {...(me && { user: { name: me.name, team: me.team } })}
      waiting={failed ? 'unread' : waiting}
      onSignIn={() => trying(enter(server, consent))}
      onSignOut={() => session && trying(signOut(session))}
      sites={sites}
      onToggleSite={(host, on) =>
        trying(on ? switchOn(patternsFor(host)) : switchOff(patternsFor(host)))
      }
      onAddSite={(host) => trying(switchOn(patternsFor(host)))}
      onRemoveSite={(host) => trying(switchOff(patternsFor(host)))}
      {...(badge !== undefined && { badge })}
      onBadge={(on) => trying(badgeSetting.setValue(on))}
      {...(language && { language })}
      onLanguage={(next) => trying(languageSetting.setValue(next))}
      shortcuts={{ panelKey: panelKeyNow, address: keysAddress }}
      diagnosing={diagnosing(server, sites, connection && sync, connection)}
      {...(session && {
        onTour: () => {
          void trying(tourSetting.setValue('person'));
          window.open(practiceAddress(session.server), '_blank', 'noreferrer');
        },
      })}
      {...((problem ?? failed) && { problem: problem ?? failed })}
      workspace={
        session &&
        connection && (
          <WorkspaceBench
            session={session}
            connection={connection}
            onSync={setSync}
            onSignIn={() => signIn(session.server)}
          />
        )
      }
    />
  );
}

async function enter(server: string, consent: string | null): Promise<void> {
  await signIn(server);
  if (consent === null) await consentSetting.setValue(new Date().toISOString());
}
