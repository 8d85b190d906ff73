import { useEffect, useRef, useState } from 'react';

/** The answer to a question, asked anew whenever `about` changes; `undefined` until there is one. */
export function useAsked<T>(ask: (() => Promise<T>) | undefined, about = ''): T | undefined {
  const [answer, setAnswer] = useState<{ about: string; is: T }>();
  const latest = useRef(ask);
  latest.current = ask;
  useEffect(() => {
    let over = false;
    latest.current?.().then(
      (is) => {
        if (!over) setAnswer({ about, is });
      },
      // What cannot be read is not offered; the panel says elsewhere that the cache is broken.
      () => {},
    );
    return () => {
      over = true;
    };
  }, [about]);
  return answer?.about === about ? answer.is : undefined;
}
