import { type ComponentType, type ReactNode, useEffect, useState } from 'react';

/**
 * A component whose code comes when it is first shown; `before` stands in its place until then. Not React's `lazy`, which
 * keeps what stands there for 300 ms also where the code is here within five. Code that does not come is a failure of
 * rendering, as with `lazy`.
 */
export function onDemand<Props extends object>(
  load: () => Promise<ComponentType<Props>>,
  before: ReactNode = null,
): ComponentType<Props> {
  const code: Code<Props> = {};
  // biome-ignore lint/correctness/noComponentHookFactories: called once for each component, at the module's start
  return function OnDemand(props: Props) {
    const [{ is: Here, failed }, arrive] = useState(code);
    useEffect(() => {
      if (Here) return;
      let ended = false;
      load().then(
        (is) => {
          code.is = is;
          if (!ended) arrive({ is });
        },
        (error: unknown) => !ended && arrive({ failed: { error } }),
      );
      return () => {
        ended = true;
      };
    }, [Here]);
    if (failed) throw failed.error;
    return Here ? <Here {...props} /> : before;
  };
}

interface Code<Props> {
  is?: ComponentType<Props>;
  failed?: { error: unknown };
}
