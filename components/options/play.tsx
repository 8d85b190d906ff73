import { ArrowDown, ArrowUp, Plus, X } from 'lucide-react';
import { t } from '#lib/browser/i18n.ts';
import { TemplateStep } from '#lib/model/records/solution.ts';
import type { Stage } from '#lib/model/records/stage.ts';
import { Team } from '#lib/model/vocabulary.ts';
import { stageLabel, teamLabel } from '../labels.ts';
import { Button, IconButton } from '../ui/button.tsx';
import { cx } from '../ui/cx.ts';
import { controlLook } from './controls.tsx';

/** A step of a template while it is typed: days as they stand in their field, no stage as an empty text. */
export interface StepDraft {
  id: string;
  title: string;
  team: Team;
  days: string;
  stage: string;
}

export const draftSteps = (steps: readonly TemplateStep[] = []): StepDraft[] =>
  steps.map(({ id, title, team, dueInDays, stage = '' }) => ({
    ...{ id, title, team, stage },
    days: String(dueInDays),
  }));

/** The step that was typed, or nothing while it has no words or its days make no sense. */
export function typedStep({ days, stage, ...step }: StepDraft): TemplateStep | undefined {
  const dueInDays = Number(days.trim() || Number.NaN);
  return TemplateStep.safeParse({ ...step, dueInDays, ...(stage && { stage }) }).data;
}

/** The steps that a decision of this solution begins with, in their order. */
export function PlayEditor({
  steps,
  stages,
  checked,
  newId,
  onChange,
}: {
  steps: readonly StepDraft[];
  stages: readonly Stage[];
  /** Whether to say which steps make no sense. */
  checked: boolean;
  newId: () => string;
  onChange: (steps: StepDraft[]) => void;
}) {
  const empty = { title: '', team: 'sales' as const, days: '7', stage: '' };
  const swapped = (at: number, to: number) => {
    const [one, other] = [steps[at], steps[to]];
    return one && other ? steps.with(at, other).with(to, one) : [...steps];
  };
  return (
    <fieldset className="flex min-w-0 flex-col gap-2">
      <legend className="text-small text-muted">{t('playTemplate')}</legend>
      <p className="text-small text-muted">{t('playTemplateHint')}</p>
      <ol className="flex flex-col gap-4 sm:gap-2">
        {steps.map((step, at) => (
          <StepRow
            key={step.id}
            step={step}
            place={at + 1}
            last={steps.length}
            stages={stages}
            checked={checked}
            onChange={(fields) => onChange(steps.with(at, { ...step, ...fields }))}
            onMove={(by) => onChange(swapped(at, at + by))}
            onRemove={() => onChange(steps.filter((other) => other !== step))}
          />
        ))}
      </ol>
      <Button
        look="link"
        className="-ms-2.5 self-start"
        onClick={() => onChange([...steps, { id: newId(), ...empty }])}
      >
        <Plus aria-hidden size={14} />
        {t('addTemplateStep')}
      </Button>
    </fieldset>
  );
}

function StepRow({
  step,
  place,
  last,
  stages,
  checked,
  onChange,
  onMove,
  onRemove,
}: {
  step: StepDraft;
  place: number;
  last: number;
  stages: readonly Stage[];
  checked: boolean;
  onChange: (fields: Partial<StepDraft>) => void;
  onMove: (by: number) => void;
  onRemove: () => void;
}) {
  const named = (label: string) => t('ofStep', { label, place });
  const badDays = checked && !typedStep({ ...step, title: '-' });
  return (
    <li className="flex flex-wrap items-start gap-1.5">
      <input
        dir="auto"
        aria-label={named(t('fieldStep'))}
        aria-invalid={(checked && step.title.trim() === '') || undefined}
        maxLength={300}
        value={step.title}
        onChange={({ target }) => onChange({ title: target.value })}
        className={cx(controlLook, 'basis-full')}
      />
      <select
        aria-label={named(t('fieldTeam'))}
        value={step.team}
        onChange={({ target }) => onChange({ team: Team.safeParse(target.value).data ?? 'sales' })}
        className={cx(controlLook, 'flex-1 basis-28')}
      >
        {Team.options.map((team) => (
          <option key={team} value={team}>
            {teamLabel(team)}
          </option>
        ))}
      </select>
      <span className="flex items-center gap-1.5 text-small text-muted">
        <span aria-hidden>{t('templateDays')}</span>
        <input
          type="number"
          aria-label={named(t('templateDays'))}
          aria-invalid={badDays || undefined}
          min={0}
          max={1000}
          value={step.days}
          onChange={({ target }) => onChange({ days: target.value })}
          className={cx(controlLook, 'max-w-20 text-body')}
        />
      </span>
      <select
        aria-label={named(t('templateStage'))}
        title={t('templateStage')}
        value={step.stage}
        onChange={({ target }) => onChange({ stage: target.value })}
        className={cx(controlLook, 'flex-1 basis-28')}
      >
        <option value="">{t('everyStage')}</option>
        {stages.map((stage) => (
          <option key={stage.id} value={stage.id}>
            {stageLabel(stage)}
          </option>
        ))}
      </select>
      <span className="ms-auto flex pt-0.5">
        <IconButton
          label={t('templateStepUp', { place })}
          disabled={place === 1}
          onClick={() => onMove(-1)}
        >
          <ArrowUp aria-hidden size={16} />
        </IconButton>
        <IconButton
          label={t('templateStepDown', { place })}
          disabled={place === last}
          onClick={() => onMove(1)}
        >
          <ArrowDown aria-hidden size={16} />
        </IconButton>
        <IconButton label={t('removeTemplateStep', { place })} onClick={onRemove}>
          <X aria-hidden size={16} />
        </IconButton>
      </span>
    </li>
  );
}

/** The steps as they stand, one a line, for those who do not edit them. */
export function PlayRead({ steps = [] }: { steps: readonly TemplateStep[] | undefined }) {
  if (steps.length === 0) return null;
  return (
    <div>
      <h4 className="text-small text-muted">{t('playTemplate')}</h4>
      <ol className="list-decimal ps-5">
        {steps.map(({ id, title, team, dueInDays }) => (
          <li key={id}>{t('playRead', { title, team: teamLabel(team), count: dueInDays })}</li>
        ))}
      </ol>
    </div>
  );
}
