import { useState } from 'react';
import { t } from '#lib/browser/i18n.ts';
import type { PersonView } from '#lib/panel/view.ts';
import { AccountQuestion } from '../account/account-question.tsx';
import { AddDecision } from '../account/add-decision.tsx';
import { WithheldNotice } from '../privacy/withheld.tsx';
import { Button } from '../ui/button.tsx';
import { focusOnce } from '../ui/focus.ts';
import { Section } from '../ui/section.tsx';
import { AddOnly } from './add-only.tsx';
import { type Answer, answered } from './answer.ts';
import { HasLeft } from './has-left.tsx';
import { LeftNotice } from './left-notice.tsx';
import { nameOf } from './names.ts';
import { PersonRecord } from './person-record.tsx';
import { Places } from './places.tsx';
import { PersonQuestion } from './question.tsx';
import { Unanswered } from './unanswered.tsx';
import { Who } from './who.tsx';

/** A profile: who it is, which decisions of the company are in motion, and the person's seat in each. */
export function PersonMoment({
  person: seen,
  unanswered = false,
}: {
  person: PersonView;
  /** Whether they are on record, the server has not said. */
  unanswered?: boolean | undefined;
}) {
  const [answer, setAnswer] = useState<Answer>(null);
  const asked = seen.match.is === 'maybe';
  const person = asked ? answered(seen, answer) : seen;
  const { account, places } = person;
  const known = account.is === 'known' ? account.account : undefined;
  const unclear = account.is === 'maybe' || account.is === 'ambiguous';
  if (seen.withheld)
    return (
      <>
        <Who person={seen} />
        <WithheldNotice why={seen.withheld} />
      </>
    );
  return (
    <>
      <Who person={person} unanswered={unanswered} />
      {unanswered && <Unanswered />}
      {person.match.is === 'known' && (
        <PersonRecord person={person} contact={person.match.contact} />
      )}
      <HasLeft person={person} />
      <LeftNotice person={person} />
      {asked && answer === null && <PersonQuestion person={person} onAnswer={setAnswer} />}
      {asked && answer !== null && (
        <div className="flex items-center gap-2 border-t border-line px-4 py-1 text-small text-muted">
          <span className="min-w-0 flex-1 truncate">
            {answer === 'new' ? t('takenAsNew') : t('takenAs', { name: answer.name })}
          </span>
          <Button
            ref={focusOnce}
            look="bare"
            className="text-small"
            onClick={() => setAnswer(null)}
          >
            {t('askAgain')}
          </Button>
        </div>
      )}
      <AccountQuestion account={account} />
      {person.match.is === 'new' && !known && !unclear && (
        <AddOnly person={person} main hint={unanswered ? undefined : t('newHereHint')} />
      )}
      {known && (
        <Section
          title={t('decisionsAt', { account: known.name })}
          count={places.length}
          aside={<AddDecision accountId={known.id} decisions={places.map((p) => p.decision)} />}
        >
          {places.length === 0 && (
            <p className="px-4 pt-1 pb-3 text-muted">{t('noDecisions', { account: known.name })}</p>
          )}
          <Places key={nameOf(person)} person={person} />
        </Section>
      )}
      {known && person.match.is === 'new' && <AddOnly person={person} main={places.length === 0} />}
    </>
  );
}
