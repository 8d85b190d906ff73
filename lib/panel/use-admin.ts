import { useCallback, useMemo, useState } from 'react';
import type { Call } from '#lib/model/mutation.ts';
import { retireStage } from '#lib/model/mutations/stage.ts';
import type { Asset } from '#lib/model/records/asset.ts';
import type { Exclusion } from '#lib/model/records/exclusion.ts';
import type { Solution } from '#lib/model/records/solution.ts';
import type { Stage } from '#lib/model/records/stage.ts';
import type { User } from '#lib/model/records/user.ts';
import { all } from '#lib/store/queries.ts';
import type { Store } from '#lib/store/store.ts';
import { type AdminActs, type AdminDone, createAdminActs } from './use-admin-acts.ts';
import { useLive } from './use-live.ts';

/** What the workspace is made of, in the order in which it is shown. */
export interface AdminView {
  solutions: Solution[];
  stages: Stage[];
  assets: Asset[];
  /** The do-not-record list, the newest entry first. */
  exclusions: Exclusion[];
  users: User[];
  /** With which its keys are hashed; absent before the first pull. */
  salt: string | undefined;
  /** Stages whose retirement the server has yet to confirm, by id. */
  retiring: ReadonlySet<string>;
}

/** Kept current with the cache; `undefined` until first read. */
export function useAdmin(store: Store): AdminView | undefined {
  return useLive(async () => {
    const [solutions, stages, assets, exclusions, users, meta, pending] = await Promise.all([
      all(store.db, 'solution'),
      all(store.db, 'stage'),
      all(store.db, 'asset'),
      all(store.db, 'exclusion'),
      all(store.db, 'user'),
      store.meta(),
      store.db.outbox.toArray(),
    ]);
    const retiring = pending.flatMap(({ name, args }) =>
      name === retireStage.name ? [retireStage.args.parse(args).stageId] : [],
    );
    return {
      solutions: solutions.sort(byName),
      stages: stages.sort((a, b) => a.order - b.order),
      assets: assets.sort(byName),
      exclusions: exclusions.sort((a, b) => b.at.localeCompare(a.at)),
      users,
      salt: meta.salt,
      retiring: new Set(retiring),
    };
  }, [store]);
}

const byName = (a: { name: string }, b: { name: string }) => a.name.localeCompare(b.name);

const depth = 50;

export interface AdminDoing {
  acts: AdminActs;
  /** What was done last. */
  last: AdminDone | undefined;
  /** Takes back the last act that can be. */
  undo: () => Promise<void>;
  problem: unknown;
  dismissProblem: () => void;
}

/** The acts over this cache: what each did stays for undoing, and why one was refused until the next is tried. */
export function useAdminActs(store: Store, nudge: () => void): AdminDoing {
  const [done, setDone] = useState<AdminDone[]>([]);
  const [problem, setProblem] = useState<unknown>();
  const edit = useCallback(
    async (calls: Call[]) => {
      setProblem(undefined);
      try {
        await store.edit(calls);
      } catch (error) {
        setProblem(error);
        return false;
      }
      nudge();
      return true;
    },
    [store, nudge],
  );
  const acts = useMemo(
    () =>
      createAdminActs(async (calls, act) => {
        const made = await edit(calls);
        if (made) setDone((before) => [...before, act].slice(-depth));
        return made;
      }),
    [edit],
  );
  const last = done.at(-1);
  const undo = async () => {
    if (!last) return;
    setDone(done.slice(0, -1));
    await edit(last.back);
  };
  return { acts, last, undo, problem, dismissProblem: () => setProblem(undefined) };
}
