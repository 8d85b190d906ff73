/** The same person or company created twice: the later creation becomes the earlier record. */
import type { AnyRecord } from './kinds.ts';

/**
 * The earlier record with what the later creation adds: absent fields are filled, lists are joined, and
 * nothing the earlier one said is changed.
 */
export function adopt<R extends AnyRecord>(earlier: R, later: R): R {
  const result: Record<string, unknown> = { ...later, ...earlier };
  for (const [field, value] of Object.entries(earlier)) {
    const other = (later as Record<string, unknown>)[field];
    if (Array.isArray(value) && Array.isArray(other))
      result[field] = [...new Set([...value, ...other])];
    if (field === 'sources') result[field] = { ...(other as object), ...(value as object) };
  }
  return result as R;
}
