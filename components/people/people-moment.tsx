import { t } from '#lib/browser/i18n.ts';
import type { ListDecisionView, PersonView, Unsaid } from '#lib/panel/view.ts';
import { Unanswered } from '../person/unanswered.tsx';
import { TickList } from './tick-list.tsx';

/** A list of people: who of them is known, new, and in which decision; many can be attached or tagged at once. */
export function PeopleMoment({
  url,
  people,
  decisions,
  unsaid,
}: {
  url: string;
  people: PersonView[];
  decisions: ListDecisionView[];
  unsaid?: Unsaid | undefined;
}) {
  const known = people.filter(({ match }) => match.is === 'known').length;
  return (
    <>
      <header className="px-4 py-3">
        <h1 className="text-name font-semibold">{t('peopleHere', { count: people.length })}</h1>
        <p className="text-muted">
          {t(unsaid ? 'peopleUnsaid' : 'peopleKnown', { known, unknown: people.length - known })}
        </p>
      </header>
      {unsaid === 'unanswered' && <Unanswered many />}
      <div className="border-t border-line">
        <TickList unsaid={unsaid} url={url} people={people} decisions={decisions} />
      </div>
    </>
  );
}
