/** The journey: touches and transitions of an account or of one decision, in the order of time. It explains; it divides no credit. */
import { speaksOf } from './engagement.ts';
import type { Opportunity } from './records/opportunity.ts';
import type { Touch } from './records/touch.ts';
import type { Transition } from './records/transition.ts';
import type { Channel, Team } from './vocabulary.ts';

export type JourneyEntry =
  | { kind: 'touch'; id: string; at: string; touch: Touch }
  | { kind: 'transition'; id: string; at: string; transition: Transition };

/** Team and channel choose among touches; transitions stay, so that one sees before and after which they were. */
export interface JourneyFilter {
  team?: Team | undefined;
  channel?: Channel | undefined;
  solutionId?: string | undefined;
  /** One decision: the touches of its members and of nobody known, as far as they speak of it. */
  decision?:
    | (Pick<Opportunity, 'id' | 'solutionId'> & { contactIds: readonly string[] })
    | undefined;
}

export function isInJourney(
  entry: JourneyEntry,
  { team, channel, solutionId, decision }: JourneyFilter,
): boolean {
  if (entry.kind === 'transition')
    return (
      (!solutionId || entry.transition.solutionId === solutionId) &&
      (!decision || entry.transition.opportunityId === decision.id)
    );
  const { touch } = entry;
  return (
    (!team || touch.team === team) &&
    (!channel || touch.channel === channel) &&
    (!solutionId || touch.solutionIds.includes(solutionId)) &&
    (!decision ||
      (speaksOf(touch, decision) &&
        (touch.contactIds.length === 0 ||
          touch.contactIds.some((id) => decision.contactIds.includes(id)))))
  );
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Oldest first; at one instant touches stand before the transition that may have followed from them. */
export const inOrder = (a: JourneyEntry, b: JourneyEntry): number =>
  compare(a.at, b.at) || compare(a.kind, b.kind) || compare(a.id, b.id);

export function journey(
  touches: readonly Touch[],
  transitions: readonly Transition[],
  filter: JourneyFilter = {},
): JourneyEntry[] {
  return [
    ...touches.map((touch) => ({ kind: 'touch' as const, id: touch.id, at: touch.at, touch })),
    ...transitions.map((transition) => ({
      kind: 'transition' as const,
      id: transition.id,
      at: transition.at,
      transition,
    })),
  ]
    .filter((entry) => isInJourney(entry, filter))
    .sort(inOrder);
}

/** The stage a decision stood at, at a time (ISO 8601); before it was made, none. */
export function stageAt(
  transitions: readonly Transition[],
  opportunityId: string,
  at: string,
): string | undefined {
  const time = Date.parse(at);
  const [last] = transitions
    .filter((one) => one.opportunityId === opportunityId && Date.parse(one.at) <= time)
    .sort((a, b) => Date.parse(b.at) - Date.parse(a.at) || compare(b.id, a.id));
  return last?.to;
}
