import type { ListChange } from '#lib/model/sources.ts';

/** What a form's lines add to a list and take from it; empty lines count for nothing. */
export function listChange(had: readonly string[], now: readonly string[]): ListChange<string> {
  const said = [...new Set(now.map((one) => one.trim().toLowerCase()).filter(Boolean))];
  return {
    add: said.filter((one) => !had.includes(one)),
    remove: had.filter((one) => !said.includes(one)),
  };
}

/** The fields that differ; an emptied one is `null`. */
export function fieldChange<F extends Record<string, string>>(
  had: { [K in keyof F]?: string | undefined },
  now: F,
): { [K in keyof F]?: string | null } {
  return Object.fromEntries(
    Object.entries(now)
      .map(([field, value]) => [field, value.trim() || null] as const)
      .filter(([field, value]) => value !== (had[field] ?? null)),
  ) as { [K in keyof F]?: string | null };
}
