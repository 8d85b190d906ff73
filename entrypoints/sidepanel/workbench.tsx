import { useCallback, useEffect, useState } from 'react';
import { asProblem, type Problem } from '#components/acts.tsx';
import { Panel } from '#components/panel.tsx';
import { usePage } from '#lib/panel/use-page.ts';
import { idle } from '#lib/panel/use-settled.ts';
import { type Connection, connect, removeCache } from '#lib/sync/connection.ts';
import { Bench, type BenchProps } from './bench.tsx';
import { noActs, openOptions } from './nobody.ts';

/** Opens the user's cache; what the browser cannot open is said, and tried again on the user's word. */
export function Workbench({
  only,
  ...props
}: Omit<BenchProps, 'connection' | 'onSettled' | 'page'> & { only: number | undefined }) {
  const { session } = props;
  // While the cache is being opened, so that neither waits for the other.
  const page = usePage(only);
  const [connection, setConnection] = useState<Connection>();
  const [failed, setFailed] = useState<Problem>();
  const [attempt, setAttempt] = useState(0);

  // biome-ignore lint/correctness/useExhaustiveDependencies: `attempt` opens it anew
  useEffect(() => {
    let opened: Connection | undefined;
    let ended = false;
    connect(session).then(
      (next) => {
        opened = next;
        if (ended) return next.store.close();
        setFailed(undefined);
        setConnection(next);
      },
      (error: unknown) => setFailed(asProblem(error)),
    );
    return () => {
      ended = true;
      opened?.store.close();
      setConnection(undefined);
    };
  }, [session, attempt]);

  // Not before what is cached is shown. A cache begun anew is opened anew.
  const onSettled = useCallback(() => {
    connection?.store.check(idle).then(
      (anew) => anew && setAttempt((before) => before + 1),
      (error: unknown) => setFailed(asProblem(error)),
    );
  }, [connection]);

  if (connection)
    return <Bench {...props} page={page} connection={connection} onSettled={onSettled} />;
  const { name, team } = session.me;
  const unreadable = failed?.code === 'storageDamaged';
  return (
    <Panel
      {...noActs}
      moment={{ at: 'loading' }}
      sync={failed ? { is: 'failed', waiting: 0, ...failed } : { is: 'syncing', waiting: 0 }}
      user={{ name, team }}
      server={session.server}
      problem={unreadable ? undefined : failed}
      oldData={
        unreadable
          ? {
              is: 'unreadable',
              onBeginAnew: () =>
                void removeCache(session).then(
                  () => setAttempt(attempt + 1),
                  (error: unknown) => setFailed(asProblem(error)),
                ),
            }
          : undefined
      }
      onRetrySync={() => setAttempt(attempt + 1)}
      onSignIn={() => void props.onSignIn()}
      onOpenOptions={openOptions}
    />
  );
}
