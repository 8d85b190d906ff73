import { useCallback, useEffect, useRef, useState } from 'react';
import { asProblem, type Problem } from '#components/acts.tsx';
import { Panel } from '#components/panel.tsx';
import type { Session } from '#lib/browser/session.ts';
import type { PageInFront } from '#lib/panel/page-in-front.ts';
import { usePage } from '#lib/panel/use-page.ts';
import { idle } from '#lib/panel/use-settled.ts';
import { type Connection, connect, removeCache } from '#lib/sync/connection.ts';
import { Bench, type BenchProps } from './bench.tsx';
import { noActs, openOptions } from './nobody.ts';
import type { Opened } from './opened.ts';

type Props = Omit<BenchProps, 'connection' | 'first' | 'onSettled' | 'page'> & {
  page: PageInFront;
  /** The cache, where it has been opened already. */
  take?: (session: Session) => Opened | undefined;
  /** What the user waited for is shown. */
  onShown?: () => void;
};

/** Opens the user's cache; what the browser cannot open is said, and tried again on the user's word. */
export function Workbench({ page: inFront, take, onShown, ...props }: Props) {
  const { session } = props;
  // While the cache is being opened, so that neither waits for the other.
  const page = usePage(inFront);
  const [begun] = useState(() => take?.(session));
  const early = useRef(begun?.connection);
  const [connection, setConnection] = useState(begun?.connection);
  const [failed, setFailed] = useState<Problem>();
  const [attempt, setAttempt] = useState(0);

  // biome-ignore lint/correctness/useExhaustiveDependencies: `attempt` opens it anew
  useEffect(() => {
    let opened: Connection | undefined;
    let ended = false;
    const opening = early.current ? Promise.resolve(early.current) : connect(session);
    early.current = undefined;
    opening.then(
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
    onShown?.();
    connection?.store.check(idle).then(
      (anew) => anew && setAttempt((before) => before + 1),
      (error: unknown) => setFailed(asProblem(error)),
    );
  }, [connection, onShown]);

  if (connection)
    return (
      <Bench
        {...props}
        page={page}
        connection={connection}
        first={connection === begun?.connection ? begun?.first : undefined}
        onSettled={onSettled}
      />
    );
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
