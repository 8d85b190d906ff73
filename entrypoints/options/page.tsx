import { useCallback, useEffect, useState } from 'react';
import { asProblem, type Problem } from '#components/acts.tsx';
import { Options } from '#components/options.tsx';
import { serverInfo } from '#lib/api/api.ts';
import {
  patternsFor,
  type SiteSwitch,
  siteSwitches,
  switchedOn,
  switchOff,
  switchOn,
  watchSwitches,
} from '#lib/browser/hosts.ts';
import { type Session, sessionItem } from '#lib/browser/session.ts';
import { consentSetting, serverSetting } from '#lib/browser/settings.ts';
import { useStored } from '#lib/panel/use-stored.ts';
import { connect } from '#lib/sync/connection.ts';
import { signIn, signOut } from '#lib/sync/sign-in.ts';

export function OptionsPage() {
  const server = useStored(serverSetting);
  const session = useStored(sessionItem);
  const consent = useStored(consentSetting);
  const sites = useSites(server);
  const waiting = useWaiting(session ?? null);
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
      waiting={waiting}
      onSignIn={() => trying(enter(server, consent))}
      onSignOut={() => session && trying(leave(session))}
      sites={sites}
      onToggleSite={(host, on) =>
        trying(on ? switchOn(patternsFor(host)) : switchOff(patternsFor(host)))
      }
      onAddSite={(host) => trying(switchOn(patternsFor(host)))}
      onRemoveSite={(host) => trying(switchOff(patternsFor(host)))}
      {...(problem && { problem })}
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

/** The sites with their switches; the server's own host is offered for the practice page. */
function useSites(server: string | undefined): SiteSwitch[] {
  const [on, setOn] = useState<string[]>([]);
  useEffect(() => {
    const ended = new AbortController();
    const read = () => void switchedOn().then(setOn);
    read();
    watchSwitches(read, ended.signal);
    return () => ended.abort();
  }, []);
  return siteSwitches(on, server ? [new URL(server).hostname] : []);
}

/** How many edits the server does not have yet: signing out would lose them. */
function useWaiting(session: Session | null): number {
  const [waiting, setWaiting] = useState(0);
  const count = useCallback(async () => {
    if (!session) return setWaiting(0);
    const { store } = await connect(session);
    setWaiting(await store.db.outbox.count());
    store.close();
  }, [session]);
  useEffect(() => {
    const look = () => void count().catch(() => setWaiting(0));
    look();
    addEventListener('focus', look);
    return () => removeEventListener('focus', look);
  }, [count]);
  return waiting;
}
