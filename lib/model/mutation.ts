/**
 * A change is a named mutation: pure and total. It is run at once in the panel over the cache, and again,
 * with authority, on the server. Ids, times and texts come as arguments; what no longer applies is a
 * rejection with a code, never an exception.
 */
import type { z } from 'zod';
import type { Kind, Records } from './kinds.ts';
import type { Team } from './vocabulary.ts';

export type Key = readonly [kind: Kind, id: string];

/** All records of a kind under an index key (`kinds.ts`), for what arguments cannot name one by one. */
export type Find = readonly [kind: Kind, key: string];

/** One record as the mutation leaves it; `data: null` deletes it. */
export type Change = { [K in Kind]: { kind: K; id: string; data: Records[K] | null } }[Kind];

/**
 * `gone`: what it speaks of was deleted · `inUse`: others hang on what it would delete · `identityTaken`: another
 * record has that address · `excluded`: the person or company is on the do-not-record list · `erased`: the person was
 * erased · `notAllowed`: the user may not · `notOpen`: it is at an account that the user may not see · `invalid`: it contradicts the records ·
 * `unknownMutation`: the server is older than the edit.
 */
export const rejectionCodes = [
  'gone',
  'inUse',
  'identityTaken',
  'excluded',
  'erased',
  'notAllowed',
  'notOpen',
  'invalid',
  'unknownMutation',
] as const;
export type RejectionCode = (typeof rejectionCodes)[number];

/** What the writer says a guarded field held; where the server has another value, the edit is a conflict. */
export type Expected = {
  [K in Kind]: { kind: K; id: string; field: keyof Records[K] & string; value: unknown };
}[Kind];

/** From now on `from` is another name of `to`; `null`: it is itself again. */
export interface Renaming {
  kind: Kind;
  from: string;
  to: string | null;
}

export type Outcome =
  | { changes: Change[]; expects?: Expected[]; aliases?: Renaming[] }
  | { rejected: RejectionCode; because: string };

export interface Reader {
  get<K extends Kind>(kind: K, id: string): Records[K] | undefined;
  /** Of the records that were loaded: those of the kind under this index key. */
  all<K extends Kind>(kind: K, key: string): Records[K][];
}

/** Who makes the change, of which team, and when (ISO 8601), by the clock of the side that runs it: in the end, the server's. */
export interface MutationContext {
  by: string;
  team: Team;
  at: string;
}

export interface Mutation<Args = unknown, Name extends string = string> {
  name: Name;
  args: z.ZodType<Args>;
  /** Which arguments name existing records, by an id or a list of ids; ids of merged records are resolved in them before anything runs. */
  refs: { [A in keyof Args]?: Kind };
  /** Every record the mutation reads or writes, so that both sides load (and the server locks) just these. */
  reads: (args: Args) => Key[];
  run: (args: Args, reader: Reader, context: MutationContext) => Outcome;
  /** What it reads besides: both sides look these up, and the server locks what it finds after what `reads` names. */
  finds?: (args: Args) => Find[];
  /** Who may; absent, everybody of the workspace. */
  teams?: readonly Team[];
  /** Touches records that a client need not hold: the panel shows its effect with the next pull. */
  serverOnly?: true;
  /** Fills in what calls of older clients lack. `nonce` is unique to the call and the same on both sides. */
  upcast?: (args: Args, nonce: string) => Args;
}

export function defineMutation<Name extends string, Schema extends z.ZodType>(
  name: Name,
  args: Schema,
  rest: Omit<Mutation<z.output<Schema>>, 'name' | 'args'>,
): Mutation<z.output<Schema>, Name> {
  return { name, args: args as z.ZodType<z.output<Schema>>, ...rest };
}

/** A mutation as it waits in the outbox and travels: its name, its arguments as JSON. */
export interface Call {
  name: string;
  args: unknown;
}

/** A call that was made: its nonce tells it apart from every other. */
export interface MadeCall extends Call {
  nonce: string;
}

/** Checks the arguments and puts them beside the mutation's name. Throws a `ZodError` for arguments of another shape. */
export function call<Args>(mutation: Mutation<Args>, args: NoInfer<Args>): Call {
  return { name: mutation.name, args: mutation.args.parse(args) };
}

export const rejected = (code: RejectionCode, because: string): Outcome => ({
  rejected: code,
  because,
});
export const put = <K extends Kind>(kind: K, data: Records[K]): Change =>
  ({ kind, id: data.id, data }) as Change;
export const remove = (kind: Kind, id: string): Change => ({ kind, id, data: null }) as Change;
