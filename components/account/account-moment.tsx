import { Building2 } from 'lucide-react';
import { useState } from 'react';
import { t } from '#lib/browser/i18n.ts';
import type { SeenAccount } from '#lib/model/detection.ts';
import type { AccountMatch } from '#lib/model/match.ts';
import type { AccountDetail, DecisionView, PersonView, Unsaid, Withheld } from '#lib/panel/view.ts';
import { useAct, useDoing } from '../acts.tsx';
import { DecisionCard } from '../decision/decision-card.tsx';
import { Interests } from '../decision/interests.tsx';
import { Groups } from '../groups/groups.tsx';
import { JourneySection } from '../journey/journey-section.tsx';
import { TickList } from '../people/tick-list.tsx';
import { seenAccountName } from '../person/names.ts';
import { Unanswered } from '../person/unanswered.tsx';
import { WithheldNotice } from '../privacy/withheld.tsx';
import { Button } from '../ui/button.tsx';
import { Section } from '../ui/section.tsx';
import { AccountState } from './account-line.tsx';
import { AccountQuestion } from './account-question.tsx';
import { AccountRecord } from './account-record.tsx';
import { AddDecision } from './add-decision.tsx';

/** A company: its decisions with their groups, who is missing in each, and the people on the page. */
export function AccountMoment({
  url,
  seen,
  account,
  decisions,
  people,
  detail,
  withheld,
  unsaid,
}: {
  url: string;
  seen: SeenAccount;
  account: AccountMatch;
  decisions: DecisionView[];
  people: PersonView[];
  detail?: AccountDetail;
  withheld?: Withheld | undefined;
  /** Whether it, or who of its people, is on record. */
  unsaid?: Unsaid | undefined;
}) {
  const { acts } = useDoing();
  const [busy, run] = useAct();
  const known = account.is === 'known' ? account.account : undefined;
  const name = known?.name ?? seenAccountName(seen);
  const unanswered = unsaid === 'unanswered' && account.is === 'new';
  const domain = known?.domains[0] ?? seen.domains[0];
  return (
    <>
      <header className="flex gap-3 px-4 py-3">
        <span
          aria-hidden
          className="inline-flex size-10 shrink-0 items-center justify-center rounded-large bg-sunk text-muted"
        >
          <Building2 size={20} />
        </span>
        <div className="min-w-0 flex-1">
          <h1 className="line-clamp-3 text-name font-semibold">
            <bdi>{name}</bdi>
          </h1>
          <p className="flex flex-wrap items-center gap-x-1.5 text-muted">
            {domain && <span className="max-w-full truncate">{domain}</span>}
            {!withheld && !unanswered && <AccountState account={account} />}
          </p>
        </div>
      </header>
      {unanswered && <Unanswered />}
      {known && <AccountRecord account={known} merges={detail?.merges} />}
      {withheld ? <WithheldNotice why={withheld} /> : <AccountQuestion account={account} />}
      {account.is === 'new' && !withheld && (
        <div className="border-t border-line px-4 py-3">
          {!unanswered && (
            <p className="pb-2 text-muted">{t('accountNewHint', { account: name })}</p>
          )}
          <Button
            look="solid"
            disabled={busy}
            onClick={() => void run(() => acts.addAccount(seen))}
          >
            <span className="line-clamp-2">{t('addAccount', { account: name })}</span>
          </Button>
        </div>
      )}
      {known && (
        <Section
          title={t('decisionsInMotion')}
          count={decisions.length}
          aside={<AddDecision accountId={known.id} decisions={decisions} />}
        >
          {decisions.length === 0 && (
            <p className="px-4 pt-1 pb-3 text-muted">{t('noDecisions', { account: name })}</p>
          )}
          <Decisions decisions={decisions} />
        </Section>
      )}
      {known && decisions.length > 1 && (
        <Groups account={known} decisions={decisions} contacts={detail?.contacts} />
      )}
      {people.length > 0 && withheld !== 'closed' && (
        <Section title={t('peopleOnPage')} count={people.length}>
          {unsaid === 'unanswered' && !unanswered && <Unanswered many />}
          <TickList
            unsaid={unsaid}
            url={url}
            people={people}
            pageCompany={name}
            decisions={known ? decisions.map((decision) => ({ account: known, decision })) : []}
          />
        </Section>
      )}
      {detail && detail.interests.length > 0 && (
        <Interests ground={detail} interests={detail.interests} />
      )}
      {detail && <JourneySection ground={detail} empty={t('accountJourneyEmpty')} />}
    </>
  );
}

const firstShown = 5;

/** Of one decision everything; of several a line each, as their groups stand side by side below. */
function Decisions({ decisions }: { decisions: DecisionView[] }) {
  const [all, setAll] = useState(decisions.length <= firstShown + 2);
  const shown = all ? decisions : decisions.slice(0, firstShown);
  return (
    <>
      {shown.map((decision) => (
        <DecisionCard
          key={decision.opportunity.id}
          decision={decision}
          folded={decisions.length > 1}
        />
      ))}
      {shown.length < decisions.length && (
        <div className="px-4 pb-3">
          <Button look="bare" className="-ms-2.5" onClick={() => setAll(true)}>
            {t('showMore', { count: decisions.length - shown.length })}
          </Button>
        </div>
      )}
    </>
  );
}
