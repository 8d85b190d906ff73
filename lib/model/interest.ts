/** Interest of a contact in a solution, as touches show it; what a user said stands above that. */
import { isTwoWay } from './engagement.ts';
import type { Interest } from './records/interest.ts';
import type { Touch } from './records/touch.ts';
import type { InterestLevel } from './vocabulary.ts';

/** Touches older than this show no interest any more, only that it was possible. */
export const interestWindow = 90 * 86_400_000;

/** Channels on which the other side comes to us, where nobody says the direction. */
const theyCome = new Set(['web', 'content', 'event', 'social', 'product']);

export const cameFromThem = ({ direction, channel }: Touch): boolean =>
  direction === undefined ? theyCome.has(channel) : direction === 'inbound';

/**
 * From the touches of the contact that name the solution. In the last 90 days: `strong` with a meeting, a call, an
 * answer by mail or three touches that came from them; `shown` with one that came from them. `possible` with any
 * other touch, also an older one. Else `none`. The evidence is what decided, newest first.
 */
export function interestFromTouches(
  touches: readonly Touch[],
  contactId: string,
  solutionId: string,
  now: number,
): { level: InterestLevel; evidence: string[] } {
  const own = touches
    .filter((t) => t.contactIds.includes(contactId) && t.solutionIds.includes(solutionId))
    .filter((t) => Date.parse(t.at) <= now)
    .sort((a, b) => Date.parse(b.at) - Date.parse(a.at));
  const recent = own.filter((t) => Date.parse(t.at) > now - interestWindow);
  const twoWay = recent.filter(isTwoWay);
  const theirs = recent.filter((t) => isTwoWay(t) || cameFromThem(t));
  const said = (level: InterestLevel, of: Touch[]) => ({
    level,
    evidence: of.slice(0, 20).map(({ id }) => id),
  });
  if (twoWay.length > 0 || theirs.length >= 3) return said('strong', theirs);
  if (theirs.length > 0) return said('shown', theirs);
  return own.length > 0 ? said('possible', own) : said('none', []);
}

/** What holds: a user's word, else the touches. */
export function interestOf(
  said: Interest | undefined,
  touches: readonly Touch[],
  contactId: string,
  solutionId: string,
  now: number,
): { level: InterestLevel; evidence: string[]; by?: string } {
  if (said?.by) return { level: said.level, evidence: said.evidence, by: said.by };
  return interestFromTouches(touches, contactId, solutionId, now);
}
