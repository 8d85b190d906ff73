import { useState } from 'react';
import { t } from '#lib/browser/i18n.ts';
import type { ThreadDecisionView, ThreadPersonView } from '#lib/panel/view.ts';
import { PersonRow } from '../people/person-row.tsx';
import { Button } from '../ui/button.tsx';

/** People of a mail with where in it they stand; of many, the first ones until the others are asked for. */
export function MailPeople({
  people,
  first,
  view,
  waiting = false,
}: {
  people: readonly ThreadPersonView[];
  first: number;
  /** The decision in hand, which those without a seat are offered first. */
  view: ThreadDecisionView | undefined;
  waiting?: boolean;
}) {
  const [all, setAll] = useState(false);
  // Two more cost no more room than the button.
  const shown = all || people.length <= first + 2 ? people : people.slice(0, first);
  return (
    <>
      <ul>
        {shown.map((person) => (
          <PersonRow
            key={person.seen.emails[0] ?? person.seen.name}
            person={person}
            part={t(`part_${person.seen.part}`)}
            decisionId={view?.decision.opportunity.id}
            waiting={waiting}
          />
        ))}
      </ul>
      {shown.length < people.length && (
        <div className="px-4 pb-3">
          <Button look="bare" className="-ms-2.5" onClick={() => setAll(true)}>
            {t('showMore', { count: people.length - shown.length })}
          </Button>
        </div>
      )}
    </>
  );
}
