import { CircleCheck, CircleDashed } from 'lucide-react';
import { useId } from 'react';
import { t } from '#lib/browser/i18n.ts';
import type { FilledSeat } from '#lib/model/coverage.ts';
import { addressee, mailAddress, missingOn } from '#lib/panel/thread.ts';
import type { DecisionView, ThreadDecisionView } from '#lib/panel/view.ts';
import { useDoing } from '../acts.tsx';
import { CoverageRing } from '../decision/coverage-ring.tsx';
import { listed } from '../format.ts';
import { roleLabel, stageLabel } from '../labels.ts';
import { Badge } from '../ui/badge.tsx';
import { Button } from '../ui/button.tsx';
import { CopyButton } from '../ui/copy-button.tsx';
import { FirstFew } from '../ui/first-few.tsx';
import { FoldMark } from '../ui/fold-mark.tsx';
import { MissingLine } from './missing.tsx';

/** One decision that a mail's people are in: how many of its seats are on the mail; unfolded, which ones, and who is missing. */
export function MailDecision({
  view,
  composing,
  open,
  onToggle,
}: {
  view: ThreadDecisionView;
  /** The mail is being written: whoever is not on it can still be made a recipient. */
  composing: boolean;
  open: boolean;
  onToggle: () => void;
}) {
  const id = useId();
  const { account, decision, onThread } = view;
  const { solution, seats, stage, coverage } = decision;
  return (
    <li className="border-t border-line first:border-t-0">
      <h3>
        <button
          type="button"
          aria-expanded={open}
          aria-controls={open ? id : undefined}
          onClick={onToggle}
          className="flex w-full items-center gap-3 px-4 py-2 text-start hover:bg-sunk"
        >
          <CoverageRing coverage={coverage} small />
          <span className="min-w-0 flex-1">
            <bdi className="block truncate font-medium">{solution.name}</bdi>
            <span className="block truncate text-small text-muted">
              <bdi>{account.name}</bdi> · {stageLabel(stage)}
            </span>
            <span className="block text-small text-muted tabular-nums">
              {seats.length === 0
                ? t('noProfile')
                : t('seatsOnMail', { filled: onThread.length, count: seats.length })}
            </span>
          </span>
          <FoldMark open={open} className="text-muted" />
        </button>
      </h3>
      {open && (
        <div id={id} className="flex flex-col gap-2 px-4 pb-2 ps-14">
          <Seats view={view} composing={composing} />
        </div>
      )}
    </li>
  );
}

function Seats({ view, composing }: { view: ThreadDecisionView; composing: boolean }) {
  const { openDecision } = useDoing();
  const { decision, onThread } = view;
  const { solution, opportunity } = decision;
  const missing = missingOn(view);
  const addressees = missing.flatMap(addressee);
  return (
    <>
      {onThread.length > 0 && (
        <ul
          aria-label={t('onThreadOf', { solution: solution.name })}
          className="flex flex-wrap gap-1"
        >
          {onThread.map((seat) => (
            <li key={seat.seat.id} className="max-w-full">
              <HeldSeat seat={seat} decision={decision} />
            </li>
          ))}
        </ul>
      )}
      {missing.length > 0 ? (
        <div>
          <h4 className="text-small font-medium text-muted">
            {t(composing ? 'notRecipient' : 'notOnThread')}
          </h4>
          <FirstFew all={missing} first={8}>
            {(shown) => (
              <ul
                aria-label={t(composing ? 'notRecipientOf' : 'notOnThreadOf', {
                  solution: solution.name,
                })}
              >
                {shown.map((one) => (
                  <MissingLine
                    key={one.is === 'empty' ? one.seat.seat.id : one.member.contactId}
                    missing={one}
                    decision={decision}
                  />
                ))}
              </ul>
            )}
          </FirstFew>
        </div>
      ) : (
        onThread.length > 0 && (
          <p className="flex items-center gap-1 text-small text-good">
            <CircleCheck aria-hidden size={12} />
            {t(composing ? 'allRecipients' : 'allOnThread')}
          </p>
        )
      )}
      <div className="-ms-2.5 flex flex-wrap items-center gap-2 empty:hidden">
        {addressees.length > 1 && (
          <span className="ms-2.5">
            <CopyButton
              label={t('copyAddresses', { count: addressees.length })}
              text={addressees.map(mailAddress).join(', ')}
            />
          </span>
        )}
        {openDecision && (
          <Button look="link" onClick={() => openDecision(opportunity.id)}>
            {t('openDecision')}
          </Button>
        )}
      </div>
    </>
  );
}

/** A seat that somebody on the mail holds; nobody's word yet, where they are potential. */
function HeldSeat({
  seat: { seat, members },
  decision: { people },
}: {
  seat: FilledSeat;
  decision: DecisionView;
}) {
  const potential = members.every(({ status }) => status === 'potential');
  const names = members.map(({ contactId }) => people.get(contactId)?.name ?? t('unknownPerson'));
  return (
    <Badge icon={potential ? CircleDashed : CircleCheck} tone={potential ? 'quiet' : 'accent'}>
      {t('seatHolder', { role: roleLabel(seat.role), holder: listed(names) })}
      {potential && `${t('comma')}${t('isPotential')}`}
    </Badge>
  );
}
