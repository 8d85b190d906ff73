/** The same for what the settings change: the panel says what it was, and takes it back as well. */
import { t } from '#lib/browser/i18n.ts';
import { type Call, call } from '#lib/model/mutation.ts';
import { createAsset, editAsset, removeAsset } from '#lib/model/mutations/asset.ts';
import { addExclusion, removeExclusion } from '#lib/model/mutations/exclusion.ts';
import { createSolution, editSolution, hideSolution } from '#lib/model/mutations/solution.ts';
import { createStage, editStage, orderStages, removeStage } from '#lib/model/mutations/stage.ts';
import { all, one } from '#lib/store/queries.ts';
import { type Back, way } from './way.ts';

const setting = (name: string, back: Call): Back => ({
  what: 'changedSetting',
  name,
  calls: [back],
});

export const settingsBack = {
  'solution.create@1': way(createSolution, ({ id, name }) =>
    setting(name, call(hideSolution, { solutionId: id, hidden: true })),
  ),
  'solution.edit@1': way(editSolution, async ({ solutionId, ...changed }, { db }) => {
    const before = await one(db, 'solution', solutionId);
    if (!before) return undefined;
    const { name, profile, play = [] } = before;
    const former = {
      ...(changed.name !== undefined && { name }),
      ...(changed.profile && { profile }),
      ...(changed.play && { play }),
    };
    return setting(name, call(editSolution, { solutionId, ...former }));
  }),
  'solution.hide@1': way(hideSolution, async ({ solutionId, hidden }, { db }) => {
    const before = await one(db, 'solution', solutionId);
    return before && setting(before.name, call(hideSolution, { solutionId, hidden: !hidden }));
  }),
  'stage.create@1': way(createStage, ({ id, label }) =>
    setting(label, call(removeStage, { stageId: id })),
  ),
  'stage.edit@1': way(editStage, async ({ stageId, fields }, { db }) => {
    const before = await one(db, 'stage', stageId);
    if (!before) return undefined;
    const { label, next } = before;
    const former = { ...(fields.label && { label }), ...(fields.next && { next }) };
    return setting(label, call(editStage, { stageId, fields: former }));
  }),
  'stage.order@1': way(orderStages, async (_, { db }) => {
    const stages = (await all(db, 'stage')).sort((a, b) => a.order - b.order);
    const [first] = stages;
    const stageIds = stages.map(({ id }) => id);
    return first && setting(first.label, call(orderStages, { stageIds }));
  }),
  // What stood there, and where it led, is not kept anywhere.
  'stage.remove@1': null,
  'stage.retire@1': null,
  'asset.create@1': way(createAsset, ({ asset: { id, name } }) =>
    setting(name, call(removeAsset, { assetId: id })),
  ),
  'asset.edit@1': way(editAsset, async ({ assetId }, { db }) => {
    const before = await one(db, 'asset', assetId);
    if (!before) return undefined;
    const { id: _, ...fields } = before;
    return setting(before.name, call(editAsset, { assetId, fields }));
  }),
  'asset.remove@1': way(removeAsset, async ({ assetId }, { db }) => {
    const asset = await one(db, 'asset', assetId);
    return asset && setting(asset.name, call(createAsset, { asset }));
  }),
  'exclusion.add@1': way(addExclusion, ({ exclusion: { id } }) =>
    setting(t('exclusions'), call(removeExclusion, { exclusionId: id })),
  ),
  'exclusion.remove@1': null,
  'pack.set@1': null,
  'pack.remove@1': null,
};
