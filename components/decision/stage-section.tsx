import { ChevronDown, MoveRight } from 'lucide-react';
import type { CSSProperties } from 'react';
import { t } from '#lib/browser/i18n.ts';
import type { Stage } from '#lib/model/records/stage.ts';
import type { Transition } from '#lib/model/records/transition.ts';
import { isOpen } from '#lib/model/stages.ts';
import { daysInStages, moveQuestion } from '#lib/panel/decision-stages.ts';
import type { DecisionView } from '#lib/panel/view.ts';
import { useAct, useDoing } from '../acts.tsx';
import { forms } from '../forms.ts';
import { useHistoryOf } from '../history/history-of.tsx';
import { stageLabel } from '../labels.ts';
import { Button } from '../ui/button.tsx';
import { cx } from '../ui/cx.ts';
import { Menu, MenuContent, MenuItem, MenuLabel, MenuTrigger } from '../ui/menu.tsx';
import { Section } from '../ui/section.tsx';
import { useForms } from '../use-form.ts';
import { MoveForm } from './move-form.tsx';

/** The waterfall with the days spent in each stage, and the way on, or back. */
export function StageSection({
  decision,
  transitions,
}: {
  decision: DecisionView;
  transitions: readonly Transition[];
}) {
  const { acts } = useDoing();
  const [busy, run] = useAct();
  const { opportunity, stage, stages } = decision;
  const reachable = stages.filter(({ id }) => stage.next.includes(id));
  const next = reachable.find(
    (to) => isOpen(stage) && to.order > stage.order && to.kind !== 'lost',
  );
  const others = reachable.filter((to) => to !== next);
  const formOf = (to: Stage) => forms.move(opportunity.id, to.id);
  const form = useForms(reachable.map(formOf));
  const goal = reachable.find((to) => formOf(to) === form.open);
  const asked = goal && moveQuestion(decision, goal);
  const move = (to: Stage) => {
    if (moveQuestion(decision, to)) form.show(formOf(to));
    else void run(() => acts.setStage(opportunity, to.id));
  };
  const history = useHistoryOf(
    { kind: 'opportunity', id: opportunity.id },
    t('historyOfField', { field: t('stage') }),
    'stageId',
  );
  return (
    <Section title={t('stage')} aside={history.button}>
      {history.opened}
      <div className="flex flex-col gap-3 px-4 pt-1 pb-3">
        <StageSteps decision={decision} transitions={transitions} />
        {asked ? (
          <MoveForm
            key={form.open}
            decision={decision}
            question={asked}
            first={form.first}
            onDone={form.hide}
          />
        ) : (
          <div className="flex flex-wrap gap-2">
            {next && (
              <Button ref={form.back} look="soft" disabled={busy} onClick={() => move(next)}>
                <MoveRight aria-hidden size={14} className="shrink-0 rtl:-scale-x-100" />
                {t('moveOnTo', { stage: stageLabel(next) })}
              </Button>
            )}
            {others.length > 0 && (
              <Menu>
                <MenuTrigger
                  ref={next ? undefined : form.back}
                  disabled={busy}
                  className="inline-flex min-h-7 items-center gap-1 rounded-medium border border-line px-2.5 font-medium hover:border-edge hover:bg-sunk"
                >
                  {t('anotherStage')}
                  <ChevronDown aria-hidden size={14} />
                </MenuTrigger>
                <MenuContent align="start">
                  <MenuLabel>{t('moveTo')}</MenuLabel>
                  {others.map((to) => (
                    <MenuItem key={to.id} onSelect={() => move(to)}>
                      {stageLabel(to)}
                    </MenuItem>
                  ))}
                </MenuContent>
              </Menu>
            )}
          </div>
        )}
      </div>
    </Section>
  );
}

/** Each stage as a bar with its name and the days spent there; in rows of like length where one row has no room. */
function StageSteps({
  decision,
  transitions,
}: {
  decision: DecisionView;
  transitions: readonly Transition[];
}) {
  const { stage, stages } = decision;
  const spent = daysInStages(decision, transitions);
  const way = stages.filter((step) => isOpen(step) || step === stage);
  const rows = Math.max(2, Math.ceil(way.length / 4));
  const signs = way.reduce((sum, step) => sum + Math.max(stageLabel(step).length, 5), 0);
  const fit = {
    '--share': `${100 / Math.ceil(way.length / rows)}%`,
    // What one row takes: a letter is narrower than a digit by about a seventh, and below stand as many as five signs of days.
    '--row': `calc(${0.86 * signs}ch + ${(way.length - 1) / 4}rem)`,
  };
  return (
    <ol
      aria-label={t('stagePath')}
      style={fit as CSSProperties}
      className="flex flex-wrap gap-x-1 gap-y-2 text-small"
    >
      {way.map((step) => {
        const days = spent.get(step.id);
        const present = step.id === stage.id;
        return (
          <li
            key={step.id}
            aria-current={present ? 'step' : undefined}
            // All or nothing: nothing, or its row's share where one row has too little room, by however little.
            className="max-w-32 min-w-[clamp(0px,(var(--row)-100%)*999,var(--share)-0.25rem)] flex-auto"
          >
            <span
              aria-hidden
              className={cx('block h-1 rounded-full forced-color-adjust-none', tone(step, stage))}
            />
            <span
              className={cx('block truncate pt-1', present ? 'font-medium text-ink' : 'text-muted')}
            >
              {stageLabel(step)}
            </span>
            <span className="block text-muted tabular-nums">
              {days === undefined ? (
                <span aria-hidden>–</span>
              ) : (
                <>
                  <span aria-hidden>{t('daysShort', { count: days })}</span>
                  <span className="sr-only">{t('daysInStage', { count: days })}</span>
                </>
              )}
            </span>
          </li>
        );
      })}
    </ol>
  );
}

function tone(step: Stage, present: Stage): string {
  if (step.id === present.id) return present.kind === 'lost' ? 'bg-edge' : 'bg-accent';
  return step.order < present.order && present.kind !== 'lost' ? 'bg-accent-line' : 'bg-line';
}
