import { useCallback, useState } from 'react';
import { asProblem, type Problem } from './acts.tsx';

/** Tells whether something that was tried worked, and keeps what went wrong until the next that does. */
export function useTrying(): {
  problem: Problem | undefined;
  trying: (work: Promise<unknown>) => Promise<boolean>;
} {
  const [problem, setProblem] = useState<Problem>();
  const trying = useCallback(
    (work: Promise<unknown>) =>
      work.then(
        () => {
          setProblem(undefined);
          return true;
        },
        (error: unknown) => {
          setProblem(asProblem(error));
          return false;
        },
      ),
    [],
  );
  return { problem, trying };
}
