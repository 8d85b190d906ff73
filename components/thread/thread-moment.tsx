import { t } from '#lib/browser/i18n.ts';
import type { ThreadDecisionView, ThreadPersonView } from '#lib/panel/view.ts';
import { PersonRow } from '../people/person-row.tsx';
import { Section } from '../ui/section.tsx';
import { OffThread } from './off-thread.tsx';

/** An open mail: everybody on it with their seats, and the seats of their decisions that are not on it. */
export function ThreadMoment({
  people,
  decisions,
  composing,
}: {
  people: ThreadPersonView[];
  decisions: ThreadDecisionView[];
  composing: boolean;
}) {
  const unknown = people.filter(({ match }) => match.is !== 'known').length;
  return (
    <>
      <header className="px-4 py-3">
        <h1 className="text-name font-semibold">
          {composing ? t('mailBeingWritten') : t('mailOpen')}
        </h1>
        <p className="text-muted">
          {t('onMail', { count: people.length })}
          {unknown > 0 && ` · ${t('newcomers', { count: unknown })}`}
        </p>
      </header>
      {decisions.length > 0 && (
        <Section title={t('notOnThread')}>
          <ul className="pb-2">
            {decisions.map((view) => (
              <OffThread key={view.decision.opportunity.id} view={view} />
            ))}
          </ul>
        </Section>
      )}
      <Section title={t('onThisMail')} count={people.length}>
        <ul>
          {people.map((person) => (
            <PersonRow
              key={`${person.seen.part} ${person.seen.emails[0] ?? person.seen.name}`}
              person={person}
              part={t(`part_${person.seen.part}`)}
            />
          ))}
        </ul>
      </Section>
    </>
  );
}
