import { t } from '#lib/browser/i18n.ts';
import type { ListDecisionView, PersonView } from '#lib/panel/view.ts';
import { TickList } from './tick-list.tsx';

/** A list of people: who of them is known, new, and in which decision; many can be attached or tagged at once. */
export function PeopleMoment({
  url,
  people,
  decisions,
}: {
  url: string;
  people: PersonView[];
  decisions: ListDecisionView[];
}) {
  const known = people.filter(({ match }) => match.is === 'known').length;
  return (
    <>
      <header className="px-4 py-3">
        <h1 className="text-name font-semibold">{t('peopleHere', { count: people.length })}</h1>
        <p className="text-muted">{t('peopleKnown', { known, unknown: people.length - known })}</p>
      </header>
      <div className="border-t border-line">
        <TickList url={url} people={people} decisions={decisions} />
      </div>
    </>
  );
}
