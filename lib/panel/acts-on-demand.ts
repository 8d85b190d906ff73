import type { Acts } from './view.ts';

/** Acts whose code comes with the first of them: nothing that is shown needs it. */
export function actsOnDemand(make: () => Promise<Acts>): Acts {
  let made: Promise<Acts> | undefined;
  const named = new Map<PropertyKey, unknown>();
  const act = (name: keyof Acts) => {
    const one = async (...given: unknown[]) => {
      made ??= make();
      const acts = await made.catch((error: unknown) => {
        made = undefined;
        throw error;
      });
      return (acts[name] as (...given: unknown[]) => unknown)(...given);
    };
    named.set(name, one);
    return one;
  };
  // By any name: which acts there are is known where they are made, and to the compiler.
  return new Proxy({} as Acts, {
    get: (_, name) => named.get(name) ?? act(name as keyof Acts),
  });
}
