import { z } from 'zod';
import { Id } from '../fields.ts';
import { defineMutation, type Key, put, type Reader, rejected, remove } from '../mutation.ts';
import { Asset } from '../records/asset.ts';

const editors = { teams: ['marketing', 'admin'] } as const;

const solutions = (ids: readonly string[] = []): Key[] => ids.map((id) => ['solution', id]);
const unknown = (ids: readonly string[], reader: Reader) =>
  ids.find((id) => !reader.get('solution', id));

/** A new entry of the catalogue. */
export const createAsset = defineMutation('asset.create@1', z.object({ asset: Asset }), {
  ...editors,
  refs: {},
  reads: ({ asset }) => [['asset', asset.id], ...solutions(asset.solutionIds)],
  run: ({ asset }, reader) => {
    if (reader.get('asset', asset.id)) return rejected('invalid', 'This id is in use.');
    const lost = unknown(asset.solutionIds, reader);
    return lost
      ? rejected('gone', `There is no solution “${lost}”.`)
      : { changes: [put('asset', asset)] };
  },
});

/** Another name, other aliases, other solutions. Signals that came before stay where they are. */
export const editAsset = defineMutation(
  'asset.edit@1',
  z.object({ assetId: Id, fields: Asset.omit({ id: true }).partial() }),
  {
    ...editors,
    refs: { assetId: 'asset' },
    reads: ({ assetId, fields }) => [['asset', assetId], ...solutions(fields.solutionIds)],
    run: ({ assetId, fields }, reader) => {
      const before = reader.get('asset', assetId);
      if (!before) return rejected('gone', 'This entry of the catalogue is gone.');
      const lost = unknown(fields.solutionIds ?? [], reader);
      if (lost) return rejected('gone', `There is no solution “${lost}”.`);
      return { changes: [put('asset', { ...before, ...fields })] };
    },
  },
);

export const removeAsset = defineMutation('asset.remove@1', z.object({ assetId: Id }), {
  ...editors,
  refs: { assetId: 'asset' },
  reads: ({ assetId }) => [['asset', assetId]],
  run: ({ assetId }, reader) =>
    reader.get('asset', assetId)
      ? { changes: [remove('asset', assetId)] }
      : rejected('gone', 'This entry of the catalogue is gone already.'),
});
