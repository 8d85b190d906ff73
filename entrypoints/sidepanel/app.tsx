import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { useState } from 'react';
import { asProblem, type Problem } from '#components/acts.tsx';
import { onDemand } from '#components/on-demand.tsx';
import { Panel } from '#components/panel.tsx';
import { sessionItem } from '#lib/browser/session.ts';
import { consentSetting, serverSetting, tourSetting } from '#lib/browser/settings.ts';
import { useStored } from '#lib/panel/use-stored.ts';
import { signIn } from '#lib/sync/sign-in.ts';
import { noActs, openOptions } from './nobody.ts';
import { Workbench } from './workbench.tsx';

// Seen once: the work itself does without them.
const FirstRun = onDemand(async () => (await import('#components/first-run.tsx')).FirstRun);
const SitesFirst = onDemand(async () => (await import('./sites-first.tsx')).SitesFirst);

const queries = new QueryClient({
  defaultOptions: { queries: { retry: 1, networkMode: 'always' } },
});

export default function App({ only }: { only: number | undefined }) {
  return (
    <QueryClientProvider client={queries}>
      <Way only={only} />
    </QueryClientProvider>
  );
}

/** Which of the three the user sees: what Quorum does and asks, the way to sign in, or the work itself. */
function Way({ only }: { only: number | undefined }) {
  const consent = useStored(consentSetting);
  const server = useStored(serverSetting);
  const session = useStored(sessionItem);
  const tour = useStored(tourSetting);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem>();
  if (consent === undefined || server === undefined) return null;
  if (session === undefined || tour === undefined) return null;

  const enter = async (at: string) => {
    setBusy(true);
    setProblem(undefined);
    try {
      await signIn(at);
    } catch (error) {
      setProblem(asProblem(error));
    } finally {
      setBusy(false);
    }
  };
  if (consent === null || (session === null && busy))
    return (
      <FirstRun
        server={server}
        busy={busy}
        problem={problem}
        onAgree={async (at) => {
          await serverSetting.setValue(at);
          await enter(at);
          if (!(await sessionItem.getValue())) return;
          await tourSetting.setValue('sites');
          await consentSetting.setValue(new Date().toISOString());
        }}
      />
    );
  if (session === null)
    return (
      <Panel
        {...noActs}
        moment={{ at: 'loading' }}
        sync={{ is: 'signedOut', waiting: 0 }}
        server={server}
        problem={problem}
        onDismissProblem={() => setProblem(undefined)}
        onSignIn={() => void enter(server)}
        onOpenOptions={openOptions}
      />
    );
  if (tour === 'sites') return <SitesFirst server={session.server} />;
  return (
    <Workbench
      key={`${session.me.workspace}:${session.me.userId}`}
      session={session}
      only={only}
      problem={problem}
      onDismissProblem={() => setProblem(undefined)}
      onSignIn={() => enter(session.server)}
    />
  );
}
