/** Who at an account looks at which solution, and which touches show it. */
import { interestOf } from '#lib/model/interest.ts';
import type { Contact } from '#lib/model/records/contact.ts';
import type { Interest } from '#lib/model/records/interest.ts';
import type { Solution } from '#lib/model/records/solution.ts';
import type { Touch } from '#lib/model/records/touch.ts';
import { InterestLevel } from '#lib/model/vocabulary.ts';
import type { DecisionView, SolutionInterest } from './view.ts';

const strength = (level: InterestLevel) => InterestLevel.options.indexOf(level);
const strongest = ({ people: [first] }: SolutionInterest) => (first ? strength(first.level) : -1);

/**
 * The solutions in which anybody at the account has shown interest, the strongest first. Of a decision, its own
 * solution stands before all, with all its group.
 */
export function interestsAt(
  solutions: readonly Solution[],
  people: readonly Contact[],
  said: readonly Interest[],
  touches: readonly Touch[],
  now: number,
  decision?: DecisionView,
): SolutionInterest[] {
  const own = decision?.solution;
  const group = new Set(
    decision?.group.members.flatMap(({ status, contactId }) =>
      status === 'inactive' ? [] : [contactId],
    ),
  );
  const words = new Map(said.map((word) => [`${word.contactId} ${word.solutionId}`, word]));
  const byContact = Map.groupBy(
    touches.flatMap((touch) => touch.contactIds.map((contactId) => ({ contactId, touch }))),
    ({ contactId }) => contactId,
  );
  const byId = new Map(touches.map((touch) => [touch.id, touch]));
  return solutions
    .map((solution) => ({
      solution,
      people: people
        .map((contact) => {
          const word = words.get(`${contact.id} ${solution.id}`);
          const theirs = byContact.get(contact.id)?.map(({ touch }) => touch) ?? [];
          const found = interestOf(word, theirs, contact.id, solution.id, now);
          const evidence = found.evidence.flatMap((id) => byId.get(id) ?? []);
          return { contact, ...found, evidence };
        })
        .filter(
          ({ contact, level, by }) =>
            level !== 'none' ||
            by !== undefined ||
            (solution.id === own?.id && group.has(contact.id)),
        )
        .sort((a, b) => strength(b.level) - strength(a.level)),
    }))
    .filter(({ solution, people }) => solution.id === own?.id || people.length > 0)
    .sort(
      (a, b) =>
        Number(b.solution.id === own?.id) - Number(a.solution.id === own?.id) ||
        strongest(b) - strongest(a) ||
        a.solution.name.localeCompare(b.solution.name),
    );
}
