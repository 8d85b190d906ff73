/** [1] Each edit ends with exactly one result, and its user is told of it. */
import { isDeepStrictEqual } from 'node:util';
import type { MutationResult } from '../../../lib/contract/sync.ts';
import type { Profile } from '../profile.ts';
import type { Outcome, Story } from '../story.ts';
import type { Logged, Tables } from '../tables.ts';
import { Violation } from '../violation.ts';
import { speaksOfErased } from './erased.ts';

/** Whatever is asked, and however often: one edit has one result. [8] What its record became is part of it. */
export function checkSaid(story: Story, results: readonly MutationResult[]): void {
  for (const result of results) {
    const { id: _, ...outcome } = result;
    const before = story.said.get(result.nonce);
    // While an account is closed to its writer, nothing more is told of what was not taken there [A6].
    if (before?.code === 'notOpen' || outcome.code === 'notOpen') continue;
    if (before !== undefined && !isDeepStrictEqual(plain(story, before), plain(story, outcome)))
      throw new Violation(
        isDeepStrictEqual(before.aliases, outcome.aliases) ? 1 : 8,
        `${story.called(result.nonce)} ended as ${JSON.stringify(before)} and as ${JSON.stringify(outcome)}`,
      );
    story.said.set(result.nonce, outcome);
  }
}

/** Where somebody was erased, what a result says of them is taken out of it. */
function plain(story: Story, outcome: Outcome): Outcome {
  if (story.everErased.length === 0) return outcome;
  const { because: _, server: __, ...rest } = outcome;
  return rest;
}

/** What the server's own tables say, at any time. */
export function checkLog(story: Story, { clients, log }: Tables): void {
  for (const { client, last_mutation_id: last } of clients) {
    const ids = log.flatMap((row) => (row.client === client ? [row.mutation_id] : []));
    ids.sort((a, b) => a - b);
    if (ids.length !== last || ids.some((id, index) => id !== index + 1))
      throw new Violation(1, `client ${client} is at ${last} with the results of ${ids}`);
  }
  checkSaid(
    story,
    log.map(({ result }) => result),
  );
  const ended = new Set<string>();
  for (const { nonce, again } of log) {
    if (again) continue;
    if (ended.has(nonce)) throw new Violation(1, `${story.called(nonce)} ended twice`);
    ended.add(nonce);
  }
}

/** At rest: what was not taken waits for its user; what was taken does not. */
export async function checkUnresolved(
  story: Story,
  log: readonly Logged[],
  profiles: readonly Profile[],
): Promise<void> {
  const outcomes = new Map(log.map(({ nonce, result }) => [nonce, result]));
  // Also what a restore took away: its browser sends it again, or has told that it was not taken [R1].
  for (const [nonce, { profile, args }] of story.made)
    if (
      !outcomes.has(nonce) &&
      !(await profile.store.db.unresolved.get(nonce)) &&
      !speaksOfErased(story, args)
    )
      throw new Violation(1, `${story.called(nonce)} is not on the server`);
  for (const profile of profiles) {
    if (profile.unconfirmed.length > 0)
      throw new Violation(
        1,
        `${profile.name} never got an answer to ${story.list(profile.unconfirmed.map(({ nonce }) => nonce))}`,
      );
    const kept = new Set((await profile.store.db.unresolved.toArray()).map(({ nonce }) => nonce));
    for (const [nonce, { status }] of outcomes) {
      if (story.touchedByRestore.has(nonce)) continue;
      const made = story.made.get(nonce);
      const mine = made?.profile === profile && !speaksOfErased(story, made.args);
      if (status === 'applied' ? kept.has(nonce) : mine && !kept.has(nonce))
        throw new Violation(
          1,
          `${profile.name} does not tell that ${story.called(nonce)} was ${status}`,
        );
    }
  }
}
