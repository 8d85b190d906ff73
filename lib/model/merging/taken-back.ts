/** What a merge did, taken back field by field: what somebody changed since stays as it is now. */
import { dequal } from 'dequal';
import type { AnyRecord, Kind } from '../kinds.ts';
import { type Change, type Reader, remove } from '../mutation.ts';
import type { Merge } from '../records/merge.ts';

type Fields = Readonly<Record<string, unknown>>;

/** `now` as it was before the merge made `to` of `was`, save what changed since. */
export function takenBack<R extends AnyRecord>(now: R, was: R, to: R): R {
  return fieldsBack({ ...now }, { ...was }, { ...to }) as R;
}

function fieldsBack(now: Fields, was: Fields, to: Fields): Fields {
  const fields = [...new Set([...Object.keys(was), ...Object.keys(now)])];
  const back = fields.map(
    (field) => [field, valueBack(now[field], was[field], to[field])] as const,
  );
  return Object.fromEntries(back.filter(([, value]) => value !== undefined));
}

function valueBack(now: unknown, was: unknown, to: unknown): unknown {
  if (dequal(now, to)) return was;
  if (isList(now) && isList(to) && (was === undefined || isList(was)))
    return listBack(now, was, to);
  if (isFields(now) && isFields(was) && isFields(to)) return fieldsBack(now, was, to);
  return now;
}

/** What the merge brought goes, what was added since stays. */
function listBack(now: readonly unknown[], was: readonly unknown[] = [], to: readonly unknown[]) {
  const has = (list: readonly unknown[], one: unknown) => list.some((other) => dequal(other, one));
  const gone = was.filter((one) => !has(to, one) && !has(now, one));
  return [...now.filter((one) => has(was, one) || !has(to, one)), ...gone];
}

const isList = (value: unknown): value is unknown[] => Array.isArray(value);
const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !isList(value);

/** The fields of a record that changed since the merge left it, and so stay. */
export function changedSince(now: AnyRecord, to: AnyRecord): string[] {
  const [is, left]: [Fields, Fields] = [{ ...now }, { ...to }];
  return [...new Set([...Object.keys(is), ...Object.keys(left)])].filter(
    (field) => field !== 'sources' && field !== 'accountId' && !dequal(is[field], left[field]),
  );
}

/** Makes two records of each part again; of one that somebody deleted since, none. */
export function partsBack({ parts }: Merge, reader: Reader): Change[] {
  return parts.flatMap((part): Change[] => {
    const now: AnyRecord | undefined = reader.get(part.kind, part.to.id);
    if (!now) return [];
    const { kind, from, to, was } = part;
    // The account they are at now: that may have been merged, too.
    const place = 'accountId' in now ? { accountId: now.accountId } : {};
    if (was)
      return [
        changeOf(kind, takenBack<AnyRecord>(now, was, to)),
        changeOf(kind, { ...from, ...place }),
      ];
    const person = 'contactId' in from ? { contactId: from.contactId } : {};
    return [remove(kind, to.id), changeOf(kind, { ...now, ...person, id: from.id })];
  });
}

const changeOf = (kind: Kind, data: AnyRecord): Change => ({ kind, id: data.id, data }) as Change;
