/** Running a mutation over records held somewhere: the same steps in the cache and on the server. */
import { isStorable } from './fields.ts';
import type { Kind } from './kinds.ts';
import {
  type Call,
  type Find,
  type Key,
  type MadeCall,
  type Mutation,
  type MutationContext,
  type Outcome,
  type Reader,
  rejected,
} from './mutation.ts';
import { mutations } from './mutations/index.ts';

/** The present id of a record that was merged into another; its own id for all others. */
export type Resolve = (kind: Kind, id: string) => string;

export type Prepared =
  | { mutation: Mutation; args: unknown; keys: Key[]; finds: Find[] }
  | { rejected: 'unknownMutation' | 'invalid'; because: string };

/** Finds the mutation, checks its arguments, resolves merged ids in them and names the records it needs. */
export function prepare({ name, args, nonce }: MadeCall, resolve: Resolve): Prepared {
  const mutation = mutations.get(name);
  if (!mutation)
    return { rejected: 'unknownMutation', because: `No mutation is called “${name}”.` };
  const parsed = mutation.args.safeParse(args);
  if (!parsed.success)
    return { rejected: 'invalid', because: parsed.error.issues[0]?.message ?? 'Wrong arguments.' };
  if (!isStorable(parsed.data))
    return { rejected: 'invalid', because: 'A text has signs in it that cannot be stored.' };
  const full = mutation.upcast?.(parsed.data, nonce) ?? parsed.data;
  const resolved = resolveRefs(mutation, full as Record<string, unknown>, resolve);
  const finds = mutation.finds?.(resolved) ?? [];
  return { mutation, args: resolved, keys: mutation.reads(resolved), finds };
}

/** Which ids the call's arguments name, before any merging is followed. */
export function namedRefs({ name, args }: Call): Key[] {
  const refs = (mutations.get(name)?.refs ?? {}) as Record<string, Kind>;
  const values = (typeof args === 'object' && args !== null ? args : {}) as Record<string, unknown>;
  return Object.entries(refs).flatMap(([field, kind]) => {
    const named = values[field];
    const ids: unknown[] = Array.isArray(named) ? named : [named];
    return ids.flatMap((id) => (typeof id === 'string' ? [[kind, id] as const] : []));
  });
}

/** Runs what `prepare` found. Total: a fault inside a mutation is a rejection, so one change never stops those behind it. */
export function run(prepared: Prepared, reader: Reader, context: MutationContext): Outcome {
  if ('rejected' in prepared) return rejected(prepared.rejected, prepared.because);
  const { teams } = prepared.mutation;
  if (teams && !teams.includes(context.team))
    return rejected('notAllowed', `This is for ${teams.join(' and ')} alone.`);
  try {
    return prepared.mutation.run(prepared.args, reader, context);
  } catch (error) {
    return rejected('invalid', error instanceof Error ? error.message : String(error));
  }
}

function resolveRefs(mutation: Mutation, args: Record<string, unknown>, resolve: Resolve) {
  const resolved = { ...args };
  for (const [field, kind] of Object.entries(mutation.refs as Record<string, Kind>)) {
    const named = args[field];
    if (typeof named === 'string') resolved[field] = resolve(kind, named);
    if (Array.isArray(named)) resolved[field] = [...new Set(named.map((id) => resolve(kind, id)))];
  }
  return resolved;
}
