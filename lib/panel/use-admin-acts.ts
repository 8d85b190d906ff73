/** What an admin does to the workspace, as calls with those that take them back. */
import { uuidv7 } from 'uuidv7';
import { entryOf } from '#lib/model/exclusions.ts';
import { type Call, call } from '#lib/model/mutation.ts';
import { createAsset, editAsset, removeAsset } from '#lib/model/mutations/asset.ts';
import { addExclusion, removeExclusion } from '#lib/model/mutations/exclusion.ts';
import { createSolution, editSolution, hideSolution } from '#lib/model/mutations/solution.ts';
import {
  createStage,
  editStage,
  orderStages,
  removeStage,
  retireStage,
} from '#lib/model/mutations/stage.ts';
import { type ReadyProfile, readySeats } from '#lib/model/profiles.ts';
import type { Asset } from '#lib/model/records/asset.ts';
import type { Exclusion } from '#lib/model/records/exclusion.ts';
import type { Seat, Solution, TemplateStep } from '#lib/model/records/solution.ts';
import type { Stage } from '#lib/model/records/stage.ts';
import { readyPlayFor } from './ready-play.ts';

/** What was done to what, for the page to say; `back` takes it back, and is empty where nothing can. */
export interface AdminDone {
  what: 'added' | 'changed' | 'removed' | 'hidden' | 'shown' | 'moved' | 'retiring';
  name: string;
  back: Call[];
}

export type AssetFields = Omit<Asset, 'id'>;

/** Each tells whether it was done, and leaves the reason to whoever runs the calls. */
export interface AdminActs {
  addSolution: (
    name: string,
    ready: ReadyProfile | null,
    stages: readonly Stage[],
  ) => Promise<boolean>;
  editSolution: (
    before: Solution,
    name: string,
    seats: Seat[],
    play: TemplateStep[],
  ) => Promise<boolean>;
  hideSolution: (before: Solution, hidden: boolean) => Promise<boolean>;
  /** Behind `after` (`null`: first); joined both ways with every other stage. */
  addStage: (
    stage: Pick<Stage, 'label' | 'kind'>,
    after: string | null,
    stages: readonly Stage[],
  ) => Promise<boolean>;
  editStage: (before: Stage, fields: Pick<Stage, 'label' | 'next'>) => Promise<boolean>;
  /** One place up (-1) or down (1). */
  moveStage: (stage: Stage, by: -1 | 1, stages: readonly Stage[]) => Promise<boolean>;
  /** Only the server knows every decision at the stage, so only it can refuse. Cannot be taken back. */
  retireStage: (stage: Stage, moveTo: string) => Promise<boolean>;
  addAsset: (fields: AssetFields) => Promise<boolean>;
  editAsset: (before: Asset, fields: AssetFields) => Promise<boolean>;
  removeAsset: (before: Asset) => Promise<boolean>;
  /** `name` is what the page calls it while it can be undone: nothing keeps the address. */
  addExclusion: (
    salt: string,
    entry: { what: Exclusion['what']; key: string; reason: string },
    name: string,
  ) => Promise<boolean>;
  removeExclusion: (before: Exclusion, name: string) => Promise<boolean>;
}

export function createAdminActs(
  run: (calls: Call[], done: AdminDone) => Promise<boolean>,
  newId: () => string = uuidv7,
): AdminActs {
  return {
    addSolution(name, ready, stages) {
      const id = newId();
      const profile = ready ? readySeats(ready, id, stages) : [];
      const play = ready ? { play: readyPlayFor(ready, id, stages) } : {};
      return run([call(createSolution, { id, name, profile, ...play })], {
        what: 'added',
        name,
        back: [call(hideSolution, { solutionId: id, hidden: true })],
      });
    },

    editSolution(before, name, profile, steps) {
      const { id: solutionId } = before;
      // A solution without a play stays one: an empty list is only sent over one that was there.
      const play = steps.length > 0 || before.play ? { play: steps } : {};
      const former = 'play' in play ? { play: before.play ?? [] } : {};
      return run([call(editSolution, { solutionId, name, profile, ...play })], {
        what: 'changed',
        name,
        back: [
          call(editSolution, {
            ...{ solutionId, name: before.name, profile: before.profile },
            ...former,
          }),
        ],
      });
    },

    hideSolution({ id: solutionId, name }, hidden) {
      return run([call(hideSolution, { solutionId, hidden })], {
        what: hidden ? 'hidden' : 'shown',
        name,
        back: [call(hideSolution, { solutionId, hidden: !hidden })],
      });
    },

    addStage({ label, kind }, after, stages) {
      const id = newId();
      const others = stages.map((stage) => stage.id);
      const made = { id, label, kind, after, next: others, leadsFrom: others };
      return run([call(createStage, made)], {
        what: 'added',
        name: label,
        back: [call(removeStage, { stageId: id })],
      });
    },

    editStage({ id: stageId, label, next }, fields) {
      return run([call(editStage, { stageId, fields })], {
        what: 'changed',
        name: fields.label,
        back: [call(editStage, { stageId, fields: { label, next } })],
      });
    },

    moveStage(stage, by, stages) {
      const before = stages.map(({ id }) => id);
      const at = before.indexOf(stage.id);
      const after = before.with(at, before[at + by] ?? stage.id).with(at + by, stage.id);
      return run([call(orderStages, { stageIds: after })], {
        what: 'moved',
        name: stage.label,
        back: [call(orderStages, { stageIds: before })],
      });
    },

    retireStage({ id: stageId, label }, moveTo) {
      const done = { what: 'retiring', name: label, back: [] } as const;
      return run([call(retireStage, { stageId, moveTo })], { ...done, back: [] });
    },

    addAsset(fields) {
      const asset = { id: newId(), ...fields };
      return run([call(createAsset, { asset })], {
        what: 'added',
        name: asset.name,
        back: [call(removeAsset, { assetId: asset.id })],
      });
    },

    editAsset({ id: assetId, ...before }, fields) {
      return run([call(editAsset, { assetId, fields })], {
        what: 'changed',
        name: fields.name,
        back: [call(editAsset, { assetId, fields: before })],
      });
    },

    removeAsset(asset) {
      return run([call(removeAsset, { assetId: asset.id })], {
        what: 'removed',
        name: asset.name,
        back: [call(createAsset, { asset })],
      });
    },

    addExclusion(salt, { what, key, reason }, name) {
      const exclusion = { id: newId(), ...entryOf(salt, what, [key], reason) };
      return run([call(addExclusion, { exclusion })], {
        what: 'added',
        name,
        back: [call(removeExclusion, { exclusionId: exclusion.id })],
      });
    },

    removeExclusion({ by: _, at: __, ...exclusion }, name) {
      return run([call(removeExclusion, { exclusionId: exclusion.id })], {
        what: 'removed',
        name,
        back: [call(addExclusion, { exclusion: { ...exclusion, id: newId() } })],
      });
    },
  };
}
