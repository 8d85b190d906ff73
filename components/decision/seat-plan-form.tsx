import type { FormEvent } from 'react';
import { t } from '#lib/browser/i18n.ts';
import type { SeatPlan } from '#lib/model/records/seat-plan.ts';
import type { User } from '#lib/model/records/user.ts';
import { useAct, useDoing } from '../acts.tsx';
import { forms } from '../forms.ts';
import { onEscape } from '../ui/escape.ts';
import { Field } from '../ui/field.tsx';
import type { FocusOn } from '../ui/focus.ts';
import { FormFoot } from '../ui/form-foot.tsx';
import { Select } from '../ui/select.tsx';
import { useKept } from '../use-kept.ts';

/** Who finds somebody for the seat, by when, and a note. All of it may stay empty. */
export function SeatPlanForm({
  opportunityId,
  seatId,
  role,
  plan,
  users,
  first,
  onDone,
}: {
  opportunityId: string;
  seatId: string;
  role: string;
  plan: SeatPlan | undefined;
  users: readonly User[];
  first: FocusOn;
  onDone: () => void;
}) {
  const { acts } = useDoing();
  const [busy, run] = useAct();
  const kept = useKept(forms.seat(opportunityId, seatId), () => ({
    assignee: plan?.assigneeId ?? '',
    due: plan?.due ?? '',
    note: plan?.note ?? '',
  }));
  const { assignee, due, note } = kept.fields;
  const leave = () => {
    kept.done();
    onDone();
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void run(async () => {
      await acts.planSeat(opportunityId, seatId, {
        assigneeId: assignee || null,
        due: due || null,
        note: note.trim() || null,
      });
      leave();
    });
  };
  return (
    <form
      noValidate
      onSubmit={submit}
      onKeyDown={onEscape(leave)}
      aria-label={t('planSeatOf', { role })}
      className="flex flex-col gap-3 py-2 ps-9"
    >
      <div className="flex flex-wrap gap-2">
        <Select
          ref={first}
          className="min-w-32 flex-1"
          label={t('fieldAssignee')}
          value={assignee}
          onChange={({ target }) => kept.change({ assignee: target.value })}
        >
          <option value="">{t('nobody')}</option>
          {assignee && !users.some(({ id }) => id === assignee) && (
            <option value={assignee}>{t('unknownUser')}</option>
          )}
          {users.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </Select>
        <Field
          className="min-w-32 flex-1"
          label={t('fieldDue')}
          type="date"
          value={due}
          onChange={({ target }) => kept.change({ due: target.value })}
        />
      </div>
      <Field
        label={t('fieldNote')}
        maxLength={1000}
        value={note}
        onChange={({ target }) => kept.change({ note: target.value })}
      />
      <FormFoot act={t('save')} disabled={busy} isDraft={kept.isDraft} onCancel={leave} />
    </form>
  );
}
