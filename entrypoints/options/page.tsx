import { useState } from 'react';
import { asProblem, type Problem } from '#components/acts.tsx';
import { Options } from '#components/options.tsx';
import { serverInfo } from '#lib/api/api.ts';
import { patternsFor, switchOff, switchOn } from '#lib/browser/hosts.ts';
import { type Session, sessionItem } from '#lib/browser/session.ts';
import {
  badgeSetting,
  consentSetting,
  languageSetting,
  serverSetting,
} from '#lib/browser/settings.ts';
import { useSites } from '#lib/panel/use-sites.ts';
import { useStored } from '#lib/panel/use-stored.ts';
import { connect } from '#lib/sync/connection.ts';
import { signIn, signOut } from '#lib/sync/sign-in.ts';
import { useConnection } from './use-connection.ts';
import { WorkspaceBench } from './workspace.tsx';

export function OptionsPage() {
  const server = useStored(serverSetting);
  const session = useStored(sessionItem);
  const consent = useStored(consentSetting);
  const language = useStored(languageSetting);
  const badge = useStored(badgeSetting);
  const sites = useSites(server);
  const { connection, failed } = useConnection(session);
  const [waiting, setWaiting] = useState(0);
  const [problem, setProblem] = useState<Problem>();
  if (server === undefined || session === undefined || consent === undefined) return null;

  const trying = (work: Promise<unknown>) =>
    void work.then(
      () => setProblem(undefined),
      (error: unknown) => setProblem(asProblem(error)),
    );
  const { me } = session ?? {};
  return (
    <Options
      server={server}
      onSaveServer={async (origin) => {
        await serverInfo(origin); // none of ours, or away: then the old address stays
        if (session && session.server !== origin) await leave(session);
        await serverSetting.setValue(origin);
      }}
      {...(me && { user: { name: me.name, team: me.team } })}
      waiting={connection ? waiting : 0}
      onSignIn={() => trying(enter(server, consent))}
      onSignOut={() => session && trying(leave(session))}
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
      {...((problem ?? failed) && { problem: problem ?? failed })}
      workspace={
        session &&
        connection && (
          <WorkspaceBench
            session={session}
            connection={connection}
            onWaiting={setWaiting}
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

async function leave(session: Session): Promise<void> {
  await signOut(await connect(session));
}
