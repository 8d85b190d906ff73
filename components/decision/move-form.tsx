import { TriangleAlert } from 'lucide-react';
import { type FormEvent, useState } from 'react';
import { t } from '#lib/browser/i18n.ts';
import type { FilledSeat } from '#lib/model/coverage.ts';
import type { MoveQuestion } from '#lib/panel/decision-stages.ts';
import type { DecisionView } from '#lib/panel/view.ts';
import { useAct, useDoing } from '../acts.tsx';
import { forms } from '../forms.ts';
import { roleLabel, stageLabel } from '../labels.ts';
import { cx } from '../ui/cx.ts';
import { onEscape } from '../ui/escape.ts';
import { Field } from '../ui/field.tsx';
import type { FocusOn } from '../ui/focus.ts';
import { FormFoot } from '../ui/form-foot.tsx';
import { useKept } from '../use-kept.ts';

/** Before a move: which seats due there are empty, and why it goes back. Nothing is done until it is said again. */
export function MoveForm({
  decision,
  question: { to, back, lost, gaps },
  first,
  onDone,
}: {
  decision: DecisionView;
  question: MoveQuestion;
  first: FocusOn;
  onDone: () => void;
}) {
  const { acts } = useDoing();
  const [busy, run] = useAct();
  const kept = useKept(forms.move(decision.opportunity.id, to.id), () => ({ reason: '' }));
  const { reason } = kept.fields;
  const leave = () => {
    kept.done();
    onDone();
  };
  const [tried, setTried] = useState(false);
  const stage = stageLabel(to);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    const said = reason.trim();
    if (back && !said) return;
    void run(async () => {
      await acts.setStage(decision.opportunity, to.id, said || undefined);
      leave();
    });
  };
  return (
    <form
      noValidate
      onSubmit={submit}
      onKeyDown={onEscape(leave)}
      aria-label={t('moveOnTo', { stage })}
      className={cx(
        'flex flex-col gap-3 rounded-large p-3',
        gaps.length > 0 ? 'bg-warn-soft' : 'bg-sunk',
      )}
    >
      {gaps.length > 0 && (
        <div role="alert" className="flex gap-2">
          <TriangleAlert aria-hidden size={16} className="mt-px shrink-0 text-warn" />
          <div className="min-w-0">
            <p className="font-medium">{t('gapsAt', { stage, count: missing(gaps) })}</p>
            <ul className="list-disc ps-4 text-muted">
              {gaps.map(({ seat, missing }) => (
                <li key={seat.id}>
                  {roleLabel(seat.role)}
                  {missing > 1 && ` ×\u00a0${missing}`}
                </li>
              ))}
            </ul>
          </div>
        </div>
      )}
      {(back || lost) && (
        <Field
          ref={first}
          label={back ? t('whyBack', { stage }) : t('whyLost')}
          maxLength={1000}
          required={back}
          value={reason}
          onChange={({ target }) => kept.change({ reason: target.value })}
          problem={back && tried && !reason.trim() ? t('reasonMissing') : undefined}
          hint={t('reasonHint')}
        />
      )}
      <FormFoot
        act={gaps.length > 0 ? t('moveAnyway', { stage }) : t('moveOnTo', { stage })}
        disabled={busy}
        first={gaps.length > 0 ? first : undefined}
        isDraft={kept.isDraft}
        onCancel={leave}
      />
    </form>
  );
}

const missing = (gaps: readonly FilledSeat[]) => gaps.reduce((sum, seat) => sum + seat.missing, 0);
