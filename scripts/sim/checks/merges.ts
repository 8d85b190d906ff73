/** [9] What two that were merged held is with the one that stayed; taken back, each has its own, save what changed since. */
import { isDeepStrictEqual } from 'node:util';
import { address } from '../naming.ts';
import type { Changed } from '../tables.ts';
import { Violation } from '../violation.ts';
import type { Merging } from './names.ts';
import type { Rest } from './rest.ts';
import { type Fields, type State, type States, walk } from './states.ts';

/** By merge: what was there before it, and what it left. */
type Left = Map<string, { before: States; after: States }>;

/** `erased`: ids of people of whom the history says nothing any more. */
export function checkMerges(
  { names }: Rest,
  history: readonly Changed[],
  erased: ReadonlySet<string>,
): void {
  const whole = names.mergings.filter(
    ({ keptId, mergedId }) => !erased.has(keptId) && !erased.has(mergedId),
  );
  const byVersion = new Map(whole.map((one) => [one.version, one]));
  // Of touches it has forgotten who else was on them.
  const told = erased.size > 0 ? history.filter(({ kind }) => kind !== 'touch') : history;
  const left: Left = new Map();
  walk(told, (version, before, after) => {
    const merging = byVersion.get(version);
    if (!merging) return;
    if (merging.act === 'merge') {
      left.set(merging.mergeId, { before, after });
      checkMerged(merging, before, after);
    } else checkTakenBack(merging, left, before, after);
  });
}

const field = (kind: string): string => (kind === 'account' ? 'accountId' : 'contactId');

/** The ids of the merged kind that a record names as what it hangs on. */
const hangsOn = (kind: string, { fields }: State): unknown[] =>
  kind === 'contact' && fields.contactIds !== undefined
    ? [fields.contactIds].flat()
    : [fields[field(kind)]];

/** An account's signpost stands where that account was. */
const stays = ({ kind, fields }: State): boolean =>
  kind === 'signpost' && fields.kind === 'account';

/** What is not counted as something held: it tells of a merge. */
const tells = ({ kind }: State): boolean => kind === 'merge' || kind === 'signpost';

function checkMerged({ kind, keptId, mergedId, called }: Merging, before: States, after: States) {
  const wrong = (says: string) => new Violation(9, `after ${called} ${says}`);
  if (after.has(address(kind, mergedId))) throw wrong(`${kind} ${mergedId} is still there`);
  if (after.get(address('signpost', mergedId))?.fields.toId !== keptId)
    throw wrong(`nothing says what ${kind} ${mergedId} became`);
  for (const [key, state] of after)
    if (hangsOn(kind, state).includes(mergedId) && !stays(state))
      throw wrong(`${key} still hangs on ${mergedId}`);
  const [kept, merged] = [keptId, mergedId].map((id) => before.get(address(kind, id))?.fields);
  checkJoined(kept ?? {}, merged ?? {}, after.get(address(kind, keptId))?.fields, wrong);
  for (const [key, state] of before) {
    if (!hangsOn(kind, state).includes(mergedId) || stays(state)) continue;
    const now = after.get(
      state.kind === 'member' || state.kind === 'interest'
        ? address(state.kind, nowId(kind, state, keptId))
        : key,
    );
    if (!now || !hangsOn(kind, now).includes(keptId))
      throw wrong(`${key} is not with ${keptId}: ${JSON.stringify(now)}`);
    const [had, has] = [state.fields.roles ?? [], now.fields.roles ?? []].map(listed);
    if (!had?.every((role) => has?.includes(role)))
      throw wrong(`${key} lost roles: ${JSON.stringify(now)}`);
  }
}

/** Members and interests are named after their person. */
const nowId = (kind: string, { id, fields, kind: its }: State, keptId: string): string =>
  kind === 'account'
    ? id
    : its === 'member'
      ? `${String(fields.opportunityId)}.${keptId}`
      : `${keptId}.${String(fields.solutionId)}`;

/** What the kept one said stays, what it lacked is filled, lists are joined. */
function checkJoined(
  kept: Fields,
  merged: Fields,
  joined: Fields | undefined,
  wrong: (says: string) => Violation,
): void {
  if (!joined) throw wrong('nobody is left');
  for (const [name, value] of Object.entries({ ...merged, ...kept })) {
    if (exempt.has(name)) continue;
    const is = joined[name];
    if (!Array.isArray(value)) {
      if (!isDeepStrictEqual(is, value))
        throw wrong(`${name} is ${JSON.stringify(is)}, not ${JSON.stringify(value)}`);
      continue;
    }
    if (name === 'tags') continue; // [7]
    const lost = [...listed(kept[name]), ...listed(merged[name])].filter(
      (one) => !listed(is).includes(one),
    );
    if (lost.length > 0) throw wrong(`${name} lacks ${lost}`);
  }
}

/** Of two placeholders or targets one is enough; who left, and whom somebody was before, is the kept one's. */
const exempt = new Set(['placeholder', 'target', 'left', 'formerId']);
const listed = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);

function checkTakenBack(merging: Merging, left: Left, before: States, after: States): void {
  const { kind, keptId, mergedId, mergeId, called } = merging;
  const wrong = (says: string) => new Violation(9, `after ${called} ${says}`);
  const then = left.get(mergeId);
  if (!then) throw wrong('something else was taken back');
  for (const id of [mergeId, mergedId])
    if (after.has(address('merge', id)) || after.has(address('signpost', id)))
      throw wrong(`something still tells of the merge`);
  const [was, is] = [then.before, after].map((at) => at.get(address(kind, mergedId))?.fields);
  if (!is || !alike(was ?? {}, is, new Set(['accountId', 'tags'])))
    throw wrong(`${mergedId} is ${JSON.stringify(is)}, and was ${JSON.stringify(was)}`);
  checkKept(merging, [then.before, then.after, before, after], wrong);
  for (const [key, state] of then.before) {
    if (!hangsOn(kind, state).includes(mergedId) || tells(state) || stays(state)) continue;
    const since = before.get(
      kind === 'contact' && isPart(state) ? address(state.kind, nowId(kind, state, keptId)) : key,
    );
    // Deleted since, or taken elsewhere.
    if (!since || !hangsOn(kind, since).includes(keptId)) continue;
    const back = after.get(key);
    if (!back || !hangsOn(kind, back).includes(mergedId))
      throw wrong(`${key} did not come back: ${JSON.stringify(back)}`);
  }
  for (const [key, state] of then.before) {
    if (!hangsOn(kind, state).includes(keptId) || tells(state) || stays(state)) continue;
    const since = before.get(key);
    if (!since || !hangsOn(kind, since).includes(keptId)) continue;
    const still = after.get(key);
    if (!still || !hangsOn(kind, still).includes(keptId))
      throw wrong(`${key} left ${keptId}: ${JSON.stringify(still)}`);
  }
}

const isPart = ({ kind }: State): boolean => kind === 'member' || kind === 'interest';

/** A field that nobody changed since the merge says what it said before it. */
function checkKept(
  { kind, keptId }: Merging,
  [first, joined, before, after]: [States, States, States, States],
  wrong: (says: string) => Violation,
): void {
  const key = address(kind, keptId);
  const [was = {}, to = {}, since = {}, now = {}] = [first, joined, before, after].map(
    (at) => at.get(key)?.fields,
  );
  for (const name of new Set([...Object.keys(was), ...Object.keys(to)])) {
    if (name === 'tags' || name === 'accountId') continue;
    const expected = isDeepStrictEqual(to[name], since[name]) ? was[name] : since[name];
    if (Array.isArray(since[name]) && expected === since[name]) continue; // element by element
    if (!isDeepStrictEqual(now[name], expected))
      throw wrong(`${name} is ${JSON.stringify(now[name])}, not ${JSON.stringify(expected)}`);
  }
}

const alike = (one: Fields, other: Fields, but: ReadonlySet<string>): boolean =>
  [...new Set([...Object.keys(one), ...Object.keys(other)])].every(
    (name) => but.has(name) || isDeepStrictEqual(one[name], other[name]),
  );
