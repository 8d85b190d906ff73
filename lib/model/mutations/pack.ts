import { z } from 'zod';
import { defineMutation, put, rejected, remove } from '../mutation.ts';
import { Pack, packId } from '../records/pack.ts';

const only = { teams: ['admin'] } as const;
const shared = { refs: {}, reads: () => [['pack', packId] as const] };

/** Sends every extension of the workspace newer ways to read pages, or switches sites off. Never an older pack. */
export const setPack = defineMutation('pack.set@1', z.object({ pack: Pack }), {
  ...only,
  ...shared,
  run: ({ pack }, reader) => {
    const present = reader.get('pack', packId);
    if (present && present.version >= pack.version)
      return rejected(
        'invalid',
        `Version ${present.version} is in use; a new pack needs a higher one.`,
      );
    return { changes: [put('pack', { ...pack, id: packId })] };
  },
});

/** Takes the workspace's pack back: the bundled one of each extension serves again. */
export const removePack = defineMutation('pack.remove@1', z.object({}), {
  ...only,
  ...shared,
  run: (_, reader) =>
    reader.get('pack', packId)
      ? { changes: [remove('pack', packId)] }
      : rejected('gone', 'There is no pack to take back.'),
});
