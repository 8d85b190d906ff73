/** Who of a buying group is in touch with us, from touches alone. Windows and ratios: domain definitions. */
import type { Opportunity } from './records/opportunity.ts';
import type { Touch } from './records/touch.ts';

const day = 86_400_000;
/** A member is engaged with any touch in the last 30 days. */
export const engagedWindow = 30 * day;
/** A member is two-way with an inbound reply, a meeting or a call in the last 60 days. */
export const twoWayWindow = 60 * day;

/** No figure of a group looks at touches older than this. */
export const figuresWindow = Math.max(2 * engagedWindow, twoWayWindow);

export type Engagement = 'active' | 'cooling' | 'dark';

/** A touch that names no solution speaks of the account's decisions alike. */
export const speaksOf = (touch: Touch, opportunity: Pick<Opportunity, 'solutionId'>): boolean =>
  touch.solutionIds.length === 0 || touch.solutionIds.includes(opportunity.solutionId);

export const isTwoWay = (touch: Touch): boolean =>
  touch.channel === 'meeting' ||
  touch.channel === 'call' ||
  (touch.channel === 'email' && touch.direction === 'inbound');

const within = (touch: Touch, from: number, to: number): boolean => {
  const at = Date.parse(touch.at);
  return at > from && at <= to;
};

/** The contacts with a touch in the last 30 days, of those touches that speak of the opportunity. */
export function engagedContacts(
  touches: readonly Touch[],
  opportunity: Pick<Opportunity, 'solutionId'>,
  now: number,
): Set<string> {
  return new Set(
    touches
      .filter((t) => speaksOf(t, opportunity) && within(t, now - engagedWindow, now))
      .flatMap((t) => t.contactIds),
  );
}

/** The contacts with an inbound reply, a meeting or a call in the last 60 days. */
export function twoWayContacts(
  touches: readonly Touch[],
  opportunity: Pick<Opportunity, 'solutionId'>,
  now: number,
): Set<string> {
  return new Set(
    touches
      .filter((t) => isTwoWay(t) && speaksOf(t, opportunity) && within(t, now - twoWayWindow, now))
      .flatMap((t) => t.contactIds),
  );
}

/**
 * `active`, `cooling` or `dark`: touches of the last 30 days over those of the 30 days before; at least 0.8
 * is active, at least 0.3 cooling. Touches now and none before is active; none in either is dark.
 */
export function engagement(
  touches: readonly Touch[],
  contactId: string,
  opportunity: Pick<Opportunity, 'solutionId'>,
  now: number,
): Engagement {
  const own = touches.filter((t) => t.contactIds.includes(contactId) && speaksOf(t, opportunity));
  const recent = own.filter((t) => within(t, now - engagedWindow, now)).length;
  const before = own.filter((t) => within(t, now - 2 * engagedWindow, now - engagedWindow)).length;
  if (recent === 0) return 'dark';
  if (before === 0) return 'active';
  const ratio = recent / before;
  return ratio >= 0.8 ? 'active' : ratio >= 0.3 ? 'cooling' : 'dark';
}
