import { useState } from 'react';
import { t } from '#lib/browser/i18n.ts';
import { moved, overdueSteps, progress, templateFor, templateStepId } from '#lib/model/play.ts';
import type { User } from '#lib/model/records/user.ts';
import type { DecisionView } from '#lib/panel/view.ts';
import { ifTold, useAct, useDoing } from '../acts.tsx';
import { Button } from '../ui/button.tsx';
import { Section } from '../ui/section.tsx';
import { AddStep } from './add-step.tsx';
import { Overdue } from './overdue.tsx';
import { StepRow } from './step-row.tsx';

/** The plan that both teams share: its steps in order, how far it is, and a line to write the next one. */
export function PlaySection({
  decision,
  users,
}: {
  decision: DecisionView;
  users: readonly User[];
}) {
  const { acts } = useDoing();
  const { play, opportunity, group } = decision;
  const [dragged, setDragged] = useState<string>();
  const [told, tell] = useState('');
  const { done, of } = progress(play);
  const late = overdueSteps(play, group.now).length;

  const move = (id: string, to: number) => {
    const steps = moved(play, id, Math.min(to, play.length - 1));
    const place = steps.findIndex((step) => step.id === id);
    const step = steps[place];
    if (!step || step === play[place]) return;
    acts
      .orderSteps(
        opportunity.id,
        steps.map((one) => one.id),
      )
      .catch(ifTold);
    tell(t('stepAt', { title: step.title, place: place + 1, of: steps.length }));
  };

  return (
    <Section
      title={t('play')}
      aside={
        play.length > 0 && (
          <p className="flex items-center gap-2 text-small text-muted tabular-nums">
            {late > 0 && <Overdue>{t('playOverdue', { count: late })}</Overdue>}
            {t('playProgress', { done, of })}
          </p>
        )
      }
    >
      {play.length > 0 ? (
        <>
          <progress
            aria-label={t('play')}
            value={done}
            max={Math.max(1, of)}
            className="mx-4 block h-1 w-[calc(100%-2rem)] appearance-none overflow-hidden rounded-full bg-line forced-color-adjust-none [&::-webkit-progress-bar]:bg-line [&::-webkit-progress-value]:bg-accent"
          />
          <ol aria-label={t('play')} className="pt-1">
            {play.map((step, place) => (
              <StepRow
                key={step.id}
                step={step}
                users={users}
                now={group.now}
                isFirst={place === 0}
                isLast={place === play.length - 1}
                dragging={dragged}
                onDrag={setDragged}
                onMove={(by) => move(step.id, place + by)}
                onDrop={() => dragged && move(dragged, place)}
              />
            ))}
          </ol>
        </>
      ) : (
        <p className="px-4 pb-2 text-muted">{t('playEmpty')}</p>
      )}
      <p role="status" className="sr-only">
        {told}
      </p>
      <Template decision={decision} />
      <AddStep opportunityId={opportunity.id} />
    </Section>
  );
}

/** The solution's own play, while the decision has none of its steps. */
function Template({ decision }: { decision: DecisionView }) {
  const { acts } = useDoing();
  const [busy, run] = useAct();
  const { play, opportunity, solution, stages } = decision;
  const template = templateFor(solution, opportunity.stageId, stages);
  const isLaid = template.some(({ id }) =>
    play.some((step) => step.id === templateStepId(opportunity.id, id)),
  );
  if (template.length === 0 || isLaid) return null;
  return (
    <div className="px-4 pb-2">
      <Button
        look={play.length === 0 ? 'soft' : 'link'}
        className={play.length === 0 ? undefined : '-ms-2.5'}
        disabled={busy}
        onClick={() => void run(() => acts.applyPlay(opportunity))}
      >
        {t('applyPlay', { solution: solution.name, count: template.length })}
      </Button>
    </div>
  );
}
