import { ChevronDown } from 'lucide-react';
import { t } from '#lib/browser/i18n.ts';
import type { Stage } from '#lib/model/records/stage.ts';
import { type MoveQuestion, moveQuestion } from '#lib/panel/decision-stages.ts';
import type { DecisionView } from '#lib/panel/view.ts';
import { useAct, useDoing } from '../acts.tsx';
import { stageLabel } from '../labels.ts';
import { cx } from '../ui/cx.ts';
import { Menu, MenuContent, MenuItem, MenuLabel, MenuTrigger } from '../ui/menu.tsx';

/** The waterfall as a row of short bars: those passed, the present one, those to come. */
export function StagePath({ decision: { stage, stages } }: { decision: DecisionView }) {
  const way = stages.filter(({ kind }) => kind === 'before' || kind === 'open');
  return (
    <div aria-hidden className="flex gap-0.5 forced-color-adjust-none">
      {way.map((step) => (
        <span key={step.id} className={cx('h-1 flex-1 rounded-full', tone(step, stage))} />
      ))}
    </div>
  );
}

function tone(step: Stage, present: Stage): string {
  if (present.kind === 'lost') return 'bg-line';
  if (step.id === present.id) return 'bg-accent';
  return step.order < present.order ? 'bg-accent-line' : 'bg-line';
}

/** The present stage; pressed, the stages it may go to. */
export function StageMenu({
  decision,
  onAsk,
}: {
  decision: DecisionView;
  /** Shown where the move asks something first. */
  onAsk: (question: MoveQuestion) => void;
}) {
  const { acts } = useDoing();
  const [busy, run] = useAct();
  const { opportunity, stage, stages, solution } = decision;
  const next = stages.filter(({ id }) => stage.next.includes(id));
  const label = stageLabel(stage);
  const move = (to: Stage) => {
    const question = moveQuestion(decision, to);
    if (question) onAsk(question);
    else void run(() => acts.setStage(opportunity, to.id));
  };
  if (next.length === 0) return <span>{label}</span>;
  return (
    <Menu>
      <MenuTrigger
        disabled={busy}
        aria-label={t('stageOf', { stage: label, solution: solution.name })}
        className="-mx-1 inline-flex min-h-6 max-w-full items-center gap-0.5 rounded-small px-1 font-medium text-ink hover:bg-sunk"
      >
        <span className="truncate">{label}</span>
        <ChevronDown aria-hidden size={12} className="shrink-0 text-muted" />
      </MenuTrigger>
      <MenuContent align="start">
        <MenuLabel>{t('moveTo')}</MenuLabel>
        {next.map((to) => (
          <MenuItem key={to.id} onSelect={() => move(to)}>
            {stageLabel(to)}
          </MenuItem>
        ))}
      </MenuContent>
    </Menu>
  );
}
