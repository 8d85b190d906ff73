import { CalendarClock } from 'lucide-react';
import { t } from '#lib/browser/i18n.ts';
import type { FilledSeat } from '#lib/model/coverage.ts';
import { dayAt } from '#lib/model/fields.ts';
import type { SeatPlan } from '#lib/model/records/seat-plan.ts';
import type { User } from '#lib/model/records/user.ts';
import type { DecisionView } from '#lib/panel/view.ts';
import { calendarDay } from '../format.ts';
import { forms } from '../forms.ts';
import { roleLabel, stageLabel } from '../labels.ts';
import { EmptyAvatar } from '../ui/avatar.tsx';
import { Button } from '../ui/button.tsx';
import { Section } from '../ui/section.tsx';
import { useForm } from '../use-form.ts';
import { SeatPlanForm } from './seat-plan-form.tsx';

/** The seats nobody fills, or too few: who looks for somebody, by when, and what there is to know. */
export function EmptySeats({
  decision,
  plans,
  users,
}: {
  decision: DecisionView;
  plans: ReadonlyMap<string, SeatPlan>;
  users: readonly User[];
}) {
  const empty = decision.seats.filter(({ missing }) => missing > 0);
  if (empty.length === 0) return null;
  return (
    <Section title={t('emptySeats')} count={empty.length}>
      <ul className="pb-2">
        {empty.map((seat) => (
          <EmptySeatRow
            key={seat.seat.id}
            decision={decision}
            seat={seat}
            plan={plans.get(seat.seat.id)}
            users={users}
          />
        ))}
      </ul>
    </Section>
  );
}

function EmptySeatRow({
  decision,
  seat: { seat, due, missing },
  plan,
  users,
}: {
  decision: DecisionView;
  seat: FilledSeat;
  plan: SeatPlan | undefined;
  users: readonly User[];
}) {
  const form = useForm(forms.seat(decision.opportunity.id, seat.id));
  const role = roleLabel(seat.role);
  const by = decision.stages.find(({ id }) => id === seat.byStage);
  return (
    <li className="flex flex-col px-4 py-1.5">
      <div className="flex items-center gap-2">
        <EmptyAvatar due={due} />
        <div className="min-w-0 flex-1">
          <p>
            {role}
            {missing > 1 && <span className="text-muted">{` ×\u00a0${missing}`}</span>}
          </p>
          <p className="text-small text-muted">
            {due ? (
              <span className="text-warn">{t('seatEmptyDue')}</span>
            ) : by ? (
              t('seatEmptyBy', { stage: stageLabel(by) })
            ) : (
              t('seatEmpty')
            )}
          </p>
        </div>
        {!form.open && (
          <Button ref={form.back} aria-label={t('planSeatOf', { role })} onClick={form.show}>
            {t('planSeat')}
          </Button>
        )}
      </div>
      {form.open ? (
        <SeatPlanForm
          opportunityId={decision.opportunity.id}
          seatId={seat.id}
          role={role}
          plan={plan}
          users={users}
          first={form.first}
          onDone={form.hide}
        />
      ) : (
        plan && <Plan plan={plan} users={users} now={decision.group.now} />
      )}
    </li>
  );
}

function Plan({ plan, users, now }: { plan: SeatPlan; users: readonly User[]; now: number }) {
  const assignee = users.find(({ id }) => id === plan.assigneeId);
  const late = plan.due !== undefined && plan.due < dayAt(now);
  return (
    <div className="flex flex-col gap-0.5 ps-9 text-small">
      {(plan.assigneeId || plan.due) && (
        <p className="flex flex-wrap items-center gap-x-2">
          {plan.assigneeId && <bdi>{assignee?.name ?? t('unknownUser')}</bdi>}
          {plan.due && (
            <span className={late ? 'inline-flex items-center gap-1 text-warn' : 'text-muted'}>
              {late && <CalendarClock aria-hidden size={12} />}
              {t(late ? 'planOverdue' : 'planBy', { day: calendarDay(plan.due, now) })}
            </span>
          )}
        </p>
      )}
      {plan.note && <p className="whitespace-pre-line text-muted">{plan.note}</p>}
    </div>
  );
}
