/** [1] Each edit ends with exactly one result, and its user is told of it. */
import { isDeepStrictEqual } from 'node:util';
import type { MutationResult } from '../../../lib/contract/sync.ts';
import type { Profile } from '../profile.ts';
import type { Story } from '../story.ts';
import type { Logged, Tables } from '../tables.ts';
import { Violation } from '../violation.ts';

/** Whatever is asked, and however often: one edit has one result. */
export function checkSaid(story: Story, results: readonly MutationResult[]): void {
  for (const result of results) {
    const { id: _, ...outcome } = result;
    const before = story.said.get(result.nonce);
    if (before !== undefined && !isDeepStrictEqual(before, outcome))
      throw new Violation(
        1,
        `${story.called(result.nonce)} ended as ${JSON.stringify(before)} and as ${JSON.stringify(outcome)}`,
      );
    story.said.set(result.nonce, outcome);
  }
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
  for (const nonce of story.made.keys())
    if (!outcomes.has(nonce) && !story.lost.has(nonce))
      throw new Violation(1, `${story.called(nonce)} never reached the server`);
  for (const profile of profiles) {
    if (profile.unconfirmed.length > 0)
      throw new Violation(
        1,
        `${profile.name} never got an answer to ${story.list(profile.unconfirmed.map(({ nonce }) => nonce))}`,
      );
    const kept = new Set((await profile.store.db.unresolved.toArray()).map(({ nonce }) => nonce));
    for (const [nonce, { status }] of outcomes) {
      if (story.touchedByRestore.has(nonce)) continue;
      const mine = story.made.get(nonce)?.profile === profile;
      if (status === 'applied' ? kept.has(nonce) : mine && !kept.has(nonce))
        throw new Violation(
          1,
          `${profile.name} does not tell that ${story.called(nonce)} was ${status}`,
        );
    }
  }
}
