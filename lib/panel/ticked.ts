/** Who of a list is ticked, and what attaching them would do. */
import { type Batch, batchOf, likeliestDecision, personKey } from './batch.ts';
import type { TicksState } from './ticks.ts';
import type { ListDecisionView, PersonView } from './view.ts';

/** `view` is the decision they are to join, picked by hand or the likeliest. */
export interface Ticked {
  ticked: PersonView[];
  view: ListDecisionView | undefined;
  batch: Batch | undefined;
}

export function tickedIn(
  people: readonly PersonView[],
  decisions: readonly ListDecisionView[],
  ticks: Pick<TicksState, 'ticked' | 'opportunityId' | 'roles' | 'byName'>,
): Ticked {
  const ticked = people.filter(
    ({ withheld, seen }) => !withheld && ticks.ticked.has(personKey(seen)),
  );
  const view =
    decisions.find(({ decision }) => decision.opportunity.id === ticks.opportunityId) ??
    likeliestDecision(ticked, decisions);
  return { ticked, view, batch: view && batchOf(ticked, view, ticks.roles, ticks.byName) };
}

/** The keys of all who are known, or new. */
export const keysOf = (people: readonly PersonView[], is: 'known' | 'new'): string[] =>
  people.flatMap(({ match, withheld, seen }) =>
    match.is === is && !withheld ? [personKey(seen)] : [],
  );
