import { useEffect, useState } from 'react';
import { asProblem, type Problem } from '#components/acts.tsx';
import type { Session } from '#lib/browser/session.ts';
import { type Connection, connect } from '#lib/sync/connection.ts';

/** The signed-in user's cache, open as long as they are; why it could not be opened otherwise. */
export function useConnection(session: Session | null | undefined): {
  connection: Connection | undefined;
  failed: Problem | undefined;
} {
  const [connection, setConnection] = useState<Connection>();
  const [failed, setFailed] = useState<Problem>();
  useEffect(() => {
    if (!session) return;
    let opened: Connection | undefined;
    let ended = false;
    connect(session).then(
      (next) => {
        opened = next;
        if (ended) return next.store.close();
        setFailed(undefined);
        setConnection(next);
      },
      (error: unknown) => !ended && setFailed(asProblem(error)),
    );
    return () => {
      ended = true;
      opened?.store.close();
      setConnection(undefined);
      setFailed(undefined);
    };
  }, [session]);
  return { connection, failed };
}
