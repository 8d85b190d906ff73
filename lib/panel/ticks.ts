/** Who is ticked in a list, and what is to happen to them: vanishes with the panel, so it lives in zustand. */
import { useState } from 'react';
import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import type { BuyingRole } from '#lib/model/vocabulary.ts';

export interface TicksState {
  /** The page whose list it is; ticks of another are forgotten. */
  url: string;
  /** By `personKey`. */
  ticked: ReadonlySet<string>;
  /** Ticked or unticked last: where a range begins. */
  last?: string | undefined;
  /** Roles picked by hand. */
  roles: ReadonlyMap<string, BuyingRole[]>;
  /** The decision picked by hand. */
  opportunityId?: string | undefined;
  /** Whether those join whose company only its name tells. */
  byName: boolean;
  at: (url: string) => void;
  /** Ticks or unticks one; with `range`, the keys of the list in order, all from the last one to it. */
  tick: (key: string, ticked: boolean, range?: readonly string[]) => void;
  only: (keys: readonly string[]) => void;
  choose: (said: Partial<Pick<TicksState, 'opportunityId' | 'byName'>>) => void;
  setRoles: (key: string, roles: BuyingRole[]) => void;
}

const none = { ticked: new Set<string>(), roles: new Map<string, BuyingRole[]>(), byName: false };

export const createTicks = () =>
  createStore<TicksState>()((set, get) => ({
    url: '',
    ...none,
    at: (url) => {
      if (get().url !== url) set({ url, ...none, last: undefined, opportunityId: undefined });
    },
    tick: (key, ticked, range) =>
      set((now) => {
        const keys = [key, ...(range ? between(range, now.last, key) : [])];
        const rest = [...now.ticked].filter((one) => !keys.includes(one));
        return { ticked: new Set(ticked ? [...rest, ...keys] : rest), last: key };
      }),
    only: (keys) => set({ ticked: new Set(keys), last: undefined }),
    choose: (said) => set(said),
    setRoles: (key, roles) => set((now) => ({ roles: new Map([...now.roles, [key, roles]]) })),
  }));
export type Ticks = ReturnType<typeof createTicks>;

function between(keys: readonly string[], a: string | undefined, b: string): string[] {
  const [from, to] = [a === undefined ? -1 : keys.indexOf(a), keys.indexOf(b)];
  return from < 0 || to < 0 ? [] : keys.slice(Math.min(from, to), Math.max(from, to) + 1);
}

/** The ticks of the panel, or of this list alone where the panel keeps none. */
export function useTicks(kept: Ticks | undefined): TicksState {
  const [own] = useState(createTicks);
  return useStore(kept ?? own);
}
