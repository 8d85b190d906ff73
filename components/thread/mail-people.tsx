import { t } from '#lib/browser/i18n.ts';
import type { ThreadDecisionView, ThreadPersonView, Unsaid } from '#lib/panel/view.ts';
import { PersonRow } from '../people/person-row.tsx';
import { FirstFew } from '../ui/first-few.tsx';

/** People of a mail with where in it they stand. */
export function MailPeople({
  people,
  first,
  view,
  unsaid,
}: {
  people: readonly ThreadPersonView[];
  /** As many as stand here unasked. */
  first: number;
  /** The decision in hand, which those without a seat are offered first. */
  view: ThreadDecisionView | undefined;
  unsaid?: Unsaid | undefined;
}) {
  return (
    <FirstFew all={people} first={first} className="px-4 pb-3">
      {(shown) => (
        <ul>
          {shown.map((person) => (
            <PersonRow
              key={person.seen.emails[0] ?? person.seen.name}
              person={person}
              part={t(`part_${person.seen.part}`)}
              decisionId={view?.decision.opportunity.id}
              unsaid={person.match.is === 'new' ? unsaid : undefined}
            />
          ))}
        </ul>
      )}
    </FirstFew>
  );
}
