/** What is read at every opening, told sound by hand where nothing waits in it: the shapes take longer to build than to ask. */
import type { Found } from './rescue.ts';

/** Never true where `damageIn` finds something; false also where only the shapes can tell. */
export const isPlainlySound = ({ meta = [], ...others }: Found): boolean =>
  meta.every(isMeta) && Object.values(others).every((rows) => rows.length === 0);

function isMeta(row: unknown): boolean {
  if (typeof row !== 'object' || row === null) return false;
  const { id, client, epoch, nextMutationId, lastMutationId } = row as Record<string, unknown>;
  return (
    id === 'meta' &&
    typeof client === 'string' &&
    /^[A-Za-z0-9-]{8,64}$/.test(client) &&
    (epoch === null || typeof epoch === 'string') &&
    isCount(nextMutationId) &&
    nextMutationId >= 1 &&
    isCount(lastMutationId)
  );
}

const isCount = (value: unknown): value is number =>
  Number.isSafeInteger(value) && Number(value) >= 0;
