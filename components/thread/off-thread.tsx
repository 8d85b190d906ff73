import { CircleCheck } from 'lucide-react';
import { t } from '#lib/browser/i18n.ts';
import type { FilledSeat } from '#lib/model/coverage.ts';
import type { DecisionView, ThreadDecisionView } from '#lib/panel/view.ts';
import { CoverageRing } from '../decision/coverage-ring.tsx';
import { listed } from '../format.ts';
import { roleLabel, stageLabel } from '../labels.ts';
import { cx } from '../ui/cx.ts';

/** One decision of a mail's people: the seats that nobody on the mail holds, with who holds them or that they are empty. */
export function OffThread({
  view: { account, decision, notOnThread },
}: {
  view: ThreadDecisionView;
}) {
  return (
    <li className="flex gap-3 px-4 py-2">
      <CoverageRing coverage={decision.coverage} small />
      <div className="min-w-0 flex-1">
        <p className="font-medium">
          <bdi>{decision.solution.name}</bdi>
        </p>
        <p className="truncate text-small text-muted">
          <bdi>{account.name}</bdi> · {stageLabel(decision.stage)}
        </p>
        {notOnThread.length === 0 ? (
          <p className="flex items-center gap-1 pt-1 text-small text-good">
            <CircleCheck aria-hidden size={12} />
            {t('allOnThread')}
          </p>
        ) : (
          <ul
            aria-label={t('notOnThreadOf', { solution: decision.solution.name })}
            className="flex flex-wrap gap-1 pt-1"
          >
            {notOnThread.map((seat) => (
              <li
                key={seat.seat.id}
                className={cx(
                  'max-w-full rounded-small border px-1.5 text-small',
                  seat.members.length === 0 && 'border-dashed',
                  seat.members.length === 0 && seat.due
                    ? 'border-warn text-warn'
                    : 'border-edge text-ink',
                )}
              >
                {t('seatHolder', {
                  role: roleLabel(seat.seat.role),
                  holder: holders(seat, decision),
                })}
              </li>
            ))}
          </ul>
        )}
      </div>
    </li>
  );
}

function holders({ members }: FilledSeat, { people }: DecisionView): string {
  if (members.length === 0) return t('seatEmpty');
  const names = members
    .slice(0, 2)
    .map(({ contactId }) => people.get(contactId)?.name ?? t('unknownPerson'));
  const more = members.length - names.length;
  return more > 0 ? `${names.join(', ')} ${t('andMore', { count: more })}` : listed(names);
}
