import { ArrowDown, ArrowUp } from 'lucide-react';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import { t } from '#lib/browser/i18n.ts';
import type { Stage } from '#lib/model/records/stage.ts';
import { StageKind } from '#lib/model/vocabulary.ts';
import type { AdminActs } from '#lib/panel/use-admin-acts.ts';
import { useAct } from '../acts.tsx';
import { listed } from '../format.ts';
import { stageLabel } from '../labels.ts';
import { Badge } from '../ui/badge.tsx';
import { Button, IconButton } from '../ui/button.tsx';
import { Field } from '../ui/field.tsx';
import { ChoicesField, DraftEnd, SelectField } from './controls.tsx';
import { useDraft } from './draft.ts';
import { AddLine, Listing, Row } from './list.tsx';
import { RetireStage } from './retire-stage.tsx';

interface StagesProps {
  /** In their order. */
  stages: readonly Stage[];
  retiring: ReadonlySet<string>;
  /** Absent, they are only read. */
  acts: AdminActs | undefined;
}

/** The waterfall of the workspace, in its order. */
export function Stages({ stages, retiring, acts }: StagesProps) {
  const keepFocus = useFocusAcross(stages.map(({ id }) => id).join());
  const move = (stage: Stage, by: -1 | 1) => ({
    last: stages.at(by === 1 ? -1 : 0) === stage,
    act: async () => {
      keepFocus(moverId(stage, by));
      await acts?.moveStage(stage, by, stages);
    },
  });
  return (
    <Listing title={t('stages')} count={stages.length} hint={t('stagesHint')}>
      <ol>
        {stages.map((stage) => {
          const leaving = retiring.has(stage.id);
          return (
            <Row
              key={stage.id}
              name={stageLabel(stage)}
              about={leadsTo(stage, stages)}
              badge={
                leaving ? (
                  <Badge tone="warn">{t('stageRetiring')}</Badge>
                ) : (
                  stage.kind !== 'open' &&
                  stageLabel(stage) !== t(`stageKind_${stage.kind}`) && (
                    <Badge>{t(`stageKind_${stage.kind}`)}</Badge>
                  )
                )
              }
              aside={
                acts && (
                  <>
                    <Mover stage={stage} by={-1} {...move(stage, -1)} />
                    <Mover stage={stage} by={1} {...move(stage, 1)} />
                  </>
                )
              }
            >
              {acts && !leaving && (
                <StageForm stage={stage} stages={stages} retiring={retiring} acts={acts} />
              )}
            </Row>
          );
        })}
      </ol>
      {acts && <AddStage stages={stages} acts={acts} />}
    </Listing>
  );
}

function leadsTo({ id, next }: Stage, stages: readonly Stage[]): string {
  if (stages.every((other) => other.id === id || next.includes(other.id)))
    return t('leadsEverywhere');
  const names = stages.flatMap((stage) => (next.includes(stage.id) ? [stageLabel(stage)] : []));
  return names.length > 0 ? t('leadsTo', { stages: listed(names) }) : t('leadsNowhere');
}

const moverId = ({ id }: Stage, by: -1 | 1) => `stage-${by === 1 ? 'down' : 'up'}-${id}`;

/** An element that is moved in the page loses the focus: gives it back after the next change of order. */
function useFocusAcross(order: string): (id: string) => void {
  const wanted = useRef<string>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: it is the change of order that takes the focus
  useEffect(() => {
    if (wanted.current) document.getElementById(wanted.current)?.focus();
    wanted.current = null;
  }, [order]);
  return (id) => {
    wanted.current = id;
  };
}

function Mover({
  stage,
  by,
  last,
  act,
}: {
  stage: Stage;
  by: -1 | 1;
  /** There is nowhere further; the button stays in reach, so that the focus does too. */
  last: boolean;
  act: () => Promise<void>;
}) {
  const [busy, run] = useAct();
  const Icon = by === 1 ? ArrowDown : ArrowUp;
  return (
    <IconButton
      id={moverId(stage, by)}
      label={t(by === 1 ? 'moveDown' : 'moveUp', { name: stageLabel(stage) })}
      aria-disabled={last || busy}
      onClick={() => !last && !busy && void run(act)}
      className="aria-disabled:cursor-default! aria-disabled:opacity-40"
    >
      <Icon aria-hidden size={16} />
    </IconButton>
  );
}

function StageForm({
  stage,
  stages,
  retiring,
  acts,
}: {
  stage: Stage;
  stages: readonly Stage[];
  retiring: ReadonlySet<string>;
  acts: AdminActs;
}) {
  const shown = stageLabel(stage);
  const { draft, dirty, behind, change, discard } = useDraft({ label: shown, next: stage.next });
  const [tried, setTried] = useState(false);
  const [busy, run] = useAct();
  const others = stages.filter(({ id }) => id !== stage.id);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    const label = draft.label.trim();
    if (label === '') return;
    change({ label });
    // A first name that was only translated for showing stays as it is kept.
    const fields = { label: label === shown ? stage.label : label, next: draft.next };
    void run(async () => void (await acts.editStage(stage, fields)));
  };
  return (
    <form noValidate onSubmit={submit} className="flex flex-col gap-3">
      <div className="grid gap-3 sm:grid-cols-2">
        <Field
          label={t('itsName')}
          maxLength={300}
          value={draft.label}
          onChange={({ target }) => change({ label: target.value })}
          problem={tried && draft.label.trim() === '' ? t('nameMissing') : undefined}
        />
        <ChoicesField
          label={t('nextStages')}
          none={t('leadsNowhere')}
          options={others.map((other) => ({ value: other.id, name: stageLabel(other) }))}
          chosen={draft.next}
          onChange={(next) => change({ next })}
        />
      </div>
      <DraftEnd dirty={dirty} behind={behind} busy={busy} onDiscard={discard}>
        <RetireStage
          stage={stage}
          others={others.filter(({ id }) => !retiring.has(id))}
          onRetire={(moveTo) => acts.retireStage(stage, moveTo)}
        />
      </DraftEnd>
    </form>
  );
}

function AddStage({ stages, acts }: { stages: readonly Stage[]; acts: AdminActs }) {
  const behindLastOpen = stages.filter(({ kind }) => kind === 'before' || kind === 'open').at(-1);
  const [label, setLabel] = useState('');
  const [kind, setKind] = useState<StageKind>('open');
  const [after, setAfter] = useState<string>();
  const [tried, setTried] = useState(false);
  const [busy, run] = useAct();
  const place = stages.some(({ id }) => id === after) ? after : undefined;
  const behind = after === '' ? '' : (place ?? behindLastOpen?.id ?? '');
  const add = () => {
    setTried(true);
    if (label.trim() === '') return;
    void run(async () => {
      if (!(await acts.addStage({ label: label.trim(), kind }, behind || null, stages))) return;
      setLabel('');
      setAfter(undefined);
      setTried(false);
    });
  };
  return (
    <AddLine label={t('newStage')} onSubmit={add}>
      <Field
        className="max-sm:col-span-2 sm:flex-1"
        label={t('newStage')}
        maxLength={300}
        value={label}
        onChange={({ target }) => setLabel(target.value)}
        problem={tried && label.trim() === '' ? t('nameMissing') : undefined}
        hint={t('newStageHint')}
      />
      <SelectField
        className="min-w-0 sm:w-32"
        label={t('stageKind')}
        value={kind}
        onChange={({ target }) => setKind(target.value as StageKind)}
      >
        {StageKind.options.map((one) => (
          <option key={one} value={one}>
            {t(`stageKind_${one}`)}
          </option>
        ))}
      </SelectField>
      <SelectField
        className="min-w-0 sm:w-36"
        label={t('stageAfter')}
        value={behind}
        onChange={({ target }) => setAfter(target.value)}
      >
        <option value="">{t('stageFirst')}</option>
        {stages.map((stage) => (
          <option key={stage.id} value={stage.id}>
            {stageLabel(stage)}
          </option>
        ))}
      </SelectField>
      <Button type="submit" look="soft" disabled={busy} className="min-h-8 sm:mt-5">
        {t('add')}
      </Button>
    </AddLine>
  );
}
