/** What edits would do to a group, told before they are made by running the edits themselves: never by a formula of its own. */
import type { Group } from './coverage.ts';
import { type AnyRecord, type Kind, type Records, rulesOf } from './kinds.ts';
import { type Call, type Change, put, type Reader } from './mutation.ts';
import { prepare, run } from './replay.ts';

/**
 * The group as these edits would leave it, one after the other; one that does not apply changes nothing. `beside` are
 * records they read that a group does not hold: whoever is attached, the account of a touch.
 */
export function afterCalls(
  group: Group,
  calls: readonly Call[],
  beside: readonly Change[] = [],
): Group {
  // Whose edit it is, and when it is made, changes no figure.
  const context = { by: 'preview', team: 'sales', at: new Date(group.now).toISOString() } as const;
  return calls.reduce((so, call) => {
    const prepared = prepare({ ...call, nonce: 'preview' }, (_, id) => id);
    const outcome = run(prepared, readerOf(so, beside), context);
    return 'changes' in outcome ? withChanges(so, outcome.changes) : so;
  }, group);
}

/** The group with these changes laid over it; others of its account's touches come in with them. */
export function withChanges(group: Group, changes: readonly Change[]): Group {
  const { id } = group.opportunity;
  const moved = laidOver('opportunity', [group.opportunity], changes).find((one) => one.id === id);
  const opportunity = moved ?? group.opportunity;
  return {
    ...group,
    opportunity,
    members: laidOver('member', group.members, changes).filter((one) => one.opportunityId === id),
    touches: laidOver('touch', group.touches, changes).filter(
      ({ accountId }) => accountId === opportunity.accountId,
    ),
  };
}

function laidOver<K extends Kind>(
  kind: K,
  records: readonly Records[K][],
  changes: readonly Change[],
): Records[K][] {
  const changed = new Map(
    changes.flatMap((one) => (one.kind === kind ? [[one.id, one.data]] : [])),
  );
  const now = [...changed.values()].flatMap((data) => (data ? [data as Records[K]] : []));
  return [...records.filter((one) => !changed.has(one.id)), ...now];
}

function readerOf({ opportunity, members, touches }: Group, beside: readonly Change[]): Reader {
  const held: readonly Change[] = [
    put('opportunity', opportunity),
    ...members.map((member) => put('member', member)),
    ...touches.map((touch) => put('touch', touch)),
    ...beside,
  ];
  const of = <K extends Kind>(kind: K) =>
    held.flatMap((one) => (one.kind === kind && one.data ? [one.data as Records[K]] : []));
  return {
    get: (kind, id) => of(kind).find((one) => one.id === id),
    all: (kind, key) => of(kind).filter((one: AnyRecord) => rulesOf(kind).index(one).includes(key)),
  };
}
