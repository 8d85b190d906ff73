/** Writing an edit anew that the server did not take: its arguments as a form holds them, and back. */
import type { Draft } from '#lib/browser/drafts.ts';
import { dayAt } from '#lib/model/fields.ts';
import { type Call, call } from '#lib/model/mutation.ts';
import { type MutationName, mutations } from '#lib/model/mutations/index.ts';
import { acceptSuggestion, editMember } from '#lib/model/mutations/member.ts';
import { memberId } from '#lib/model/records/member.ts';
import type { Stage } from '#lib/model/records/stage.ts';
import type { User } from '#lib/model/records/user.ts';
import type { QuorumDatabase } from '#lib/store/database.ts';
import { all, one } from '#lib/store/queries.ts';
import { rewriting, type Written } from './table.ts';

/** An edit that can be written anew: as it would be sent again, what of it is written, and what there is to choose from. */
export interface Rewrite {
  call: Call;
  fields: readonly Written[];
  users: readonly User[];
  stages: readonly Stage[];
}

/** `undefined` where nothing in it is written. `again` is the edit as it would be sent once more. */
export async function rewriteOf(db: QuorumDatabase, again: Call): Promise<Rewrite | undefined> {
  const edit = await asWritten(db, again);
  const fields = writtenIn(edit);
  if (fields.length === 0) return undefined;
  const needs = (as: Written['as']) => fields.some((field) => field.as === as);
  return {
    ...{ call: edit, fields },
    users: needs('user') ? await all(db, 'user') : [],
    stages: needs('stage') ? await all(db, 'stage') : [],
  };
}

/** What of an edit is written: all that it says something of, and what could be added. */
export const writtenIn = ({ name, args }: Call): readonly Written[] =>
  ((isKnown(name) && rewriting[name]) || []).filter(
    ({ path, always }) => always || valueAt(args, path) !== undefined,
  );

/** What the form begins with: the values as they are typed, by their paths. */
export const asTyped = ({ call: { args }, fields }: Rewrite): Draft =>
  Object.fromEntries(fields.map(({ path, as }) => [path, typedOf(valueAt(args, path), as)]));

/** The edit with what was typed, or the paths of what cannot be kept so. */
export function rewritten(
  { call: { name, args }, fields }: Rewrite,
  typed: Draft,
): { call: Call } | { wrong: string[] } {
  const empty = fields.filter(
    (field) => field.empty === 'refused' && isEmpty(typed[field.path] ?? ''),
  );
  if (empty.length > 0) return { wrong: empty.map(({ path }) => path) };
  const given = fields.reduce(
    (all: unknown, field) => withValue(all, field.path, meantBy(typed[field.path] ?? '', field)),
    args,
  );
  const parsed = mutations.get(name)?.args.safeParse(given);
  if (parsed?.success) return { call: { name, args: parsed.data } };
  const at = parsed?.error.issues.map(({ path }) => path.join('.')) ?? [];
  const wrong = fields.filter(({ path }) => at.some((one) => `${one}.`.startsWith(`${path}.`)));
  return { wrong: (wrong.length > 0 ? wrong : fields).map(({ path }) => path) };
}

const isKnown = (name: string): name is MutationName => Object.hasOwn(rewriting, name);

/** Accepting a role says no more than yes: written anew, it says the roles. */
async function asWritten(db: QuorumDatabase, edit: Call): Promise<Call> {
  if (edit.name !== acceptSuggestion.name) return edit;
  const { role, ...place } = acceptSuggestion.args.parse(edit.args);
  const member = await one(db, 'member', memberId(place.opportunityId, place.contactId));
  const roles = [...new Set([...(member?.roles ?? []), role])];
  return call(editMember, { ...place, fields: { roles } });
}

const entriesOf = (value: unknown): Record<string, unknown> =>
  typeof value === 'object' && value !== null ? { ...value } : {};

const valueAt = (args: unknown, path: string): unknown =>
  path.split('.').reduce((value: unknown, name) => entriesOf(value)[name], args);

/** `undefined` takes it out. */
function withValue(args: unknown, path: string, value: unknown): unknown {
  const [name = '', ...rest] = path.split('.');
  const { [name]: before, ...others } = entriesOf(args);
  const next = rest.length > 0 ? withValue(before, rest.join('.'), value) : value;
  return next === undefined ? others : { ...others, [name]: next };
}

function typedOf(value: unknown, as: Written['as']): string | readonly string[] {
  if (as === 'list' || as === 'roles') return Array.isArray(value) ? value.map(String) : [];
  if (value === undefined || value === null) return '';
  return as === 'instant' ? dayAt(Date.parse(String(value))) : String(value);
}

const isEmpty = (typed: string | readonly string[]): boolean =>
  typeof typed === 'string' ? typed.trim() === '' : typed.every((line) => line.trim() === '');

function meantBy(typed: string | readonly string[], { as, empty }: Written): unknown {
  if (isEmpty(typed) && empty !== 'kept') return empty === 'null' ? null : undefined;
  if (typeof typed !== 'string') return typed.map((line) => line.trim()).filter(Boolean);
  const text = typed.trim();
  if (as === 'amount') return Number(text.replace(',', '.'));
  if (as === 'instant') return /^\d{4}-\d{2}-\d{2}$/.test(text) ? `${text}T12:00:00.000Z` : text;
  return text;
}
