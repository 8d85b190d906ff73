import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { type ComponentType, useState } from 'react';
import { browser } from 'wxt/browser';
import { asProblem, type Problem } from '#components/acts.tsx';
import { onDemand } from '#components/on-demand.tsx';
import { Panel } from '#components/panel.tsx';
import { panelPort } from '#lib/browser/ports.ts';
import { type Session, sessionItem } from '#lib/browser/session.ts';
import { consentSetting, serverSetting, tourSetting } from '#lib/browser/settings.ts';
import type { PageInFront } from '#lib/panel/page-in-front.ts';
import { useStored } from '#lib/panel/use-stored.ts';
import { signIn } from '#lib/sync/sign-in.ts';
import { type Begun, type Choices, isAtWork } from './begun.ts';
import { noActs, openOptions } from './nobody.ts';
import { type Opened, openedSoon } from './opened.ts';
import { Workbench } from './workbench.tsx';

// Seen once: the work itself does without them.
const FirstRun = onDemand(async () => (await import('#components/first-run.tsx')).FirstRun);
const SitesFirst = onDemand(async () => (await import('./sites-first.tsx')).SitesFirst);

const queries = new QueryClient({
  defaultOptions: { queries: { retry: 1, networkMode: 'always' } },
});

/** The panel, as soon as there is something to show in it. */
export async function appFrom({ page, stored, closeFiles }: Begun): Promise<ComponentType> {
  const first = await stored;
  let opened = isAtWork(first) ? await openedSoon(first.session, page) : undefined;
  closeFiles();
  /** Once, and by whom it was opened for. */
  const take = (session: Session) => {
    const taken = session === first.session ? opened : undefined;
    opened = undefined;
    return taken;
  };
  return () => (
    <QueryClientProvider client={queries}>
      <Way first={first} page={page} take={take} />
    </QueryClientProvider>
  );
}

// Open as long as the panel is: when it closes, the worker sends what still waits. Not from the start on, when waking the
// worker would hold up what is shown first.
let said = false;
function sayOpen(): void {
  if (!said) browser.runtime.connect({ name: panelPort });
  said = true;
}

/** Which of the three the user sees: what Quorum does and asks, the way to sign in, or the work itself. */
function Way({
  first,
  page,
  take,
}: {
  first: Choices;
  page: PageInFront;
  take: (session: Session) => Opened | undefined;
}) {
  const consent = useStored(consentSetting, first.consent);
  const server = useStored(serverSetting, first.server);
  const session = useStored(sessionItem, first.session);
  const tour = useStored(tourSetting, first.tour);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem>();

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
      page={page}
      take={take}
      onShown={sayOpen}
      problem={problem}
      onDismissProblem={() => setProblem(undefined)}
      onSignIn={() => enter(session.server)}
    />
  );
}
