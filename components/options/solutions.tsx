import { type FormEvent, useState } from 'react';
import { t } from '#lib/browser/i18n.ts';
import { type ReadyProfile, readyProfiles, readySeats } from '#lib/model/profiles.ts';
import type { EarlierProfile, Seat, Solution, TemplateStep } from '#lib/model/records/solution.ts';
import type { Stage } from '#lib/model/records/stage.ts';
import { readyPlayFor } from '#lib/panel/ready-play.ts';
import type { AdminActs } from '#lib/panel/use-admin-acts.ts';
import { useAct } from '../acts.tsx';
import { calendarDay } from '../format.ts';
import { Badge } from '../ui/badge.tsx';
import { Button } from '../ui/button.tsx';
import { Field } from '../ui/field.tsx';
import { DraftEnd, SelectField } from './controls.tsx';
import { useDraft } from './draft.ts';
import { AddLine, Listing, Row } from './list.tsx';
import { draftSteps, PlayEditor, PlayRead, typedStep } from './play.tsx';
import { draftSeats, SeatsEditor, SeatsRead, seatsLine, typedSeat } from './seats.tsx';

const ready = Object.keys(readyProfiles) as ReadyProfile[];

interface SolutionsProps {
  solutions: readonly Solution[];
  stages: readonly Stage[];
  /** Absent, they are only read. */
  acts: AdminActs | undefined;
  now: number;
}

/** What is sold, each with the seats its decisions need. */
export function Solutions({ solutions, stages, acts, now }: SolutionsProps) {
  return (
    <Listing title={t('solutions')} count={solutions.length} hint={t('solutionsHint')}>
      <ul>
        {solutions.map((solution) => (
          <Row
            key={solution.id}
            name={solution.name}
            about={seatsLine(solution.profile)}
            badge={solution.hidden && <Badge>{t('solutionHidden')}</Badge>}
          >
            {acts ? (
              <SolutionForm solution={solution} stages={stages} acts={acts} />
            ) : (
              <>
                <SeatsRead seats={solution.profile} stages={stages} />
                <PlayRead steps={solution.play} />
              </>
            )}
            <Versions solution={solution} stages={stages} now={now} />
          </Row>
        ))}
      </ul>
      {acts && <AddSolution stages={stages} acts={acts} />}
    </Listing>
  );
}

function SolutionForm({
  solution,
  stages,
  acts,
}: {
  solution: Solution;
  stages: readonly Stage[];
  acts: AdminActs;
}) {
  const { draft, dirty, behind, change, discard } = useDraft({
    name: solution.name,
    seats: draftSeats(solution.profile),
    steps: draftSteps(solution.play),
  });
  const [tried, setTried] = useState(false);
  const [busy, run] = useAct();
  const seats = draft.seats.map(typedSeat);
  const understood = seats.every((seat) => seat !== undefined);
  const steps = draft.steps.map(typedStep);
  const planned = steps.every((step) => step !== undefined);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    const name = draft.name.trim();
    if (!understood || !planned || name === '') return;
    const [profile, play] = [seats as Seat[], steps as TemplateStep[]];
    change({ name, seats: draftSeats(profile), steps: draftSteps(play) });
    void run(async () => void (await acts.editSolution(solution, name, profile, play)));
  };
  return (
    <form noValidate onSubmit={submit} className="flex flex-col gap-3">
      <Field
        label={t('itsName')}
        maxLength={300}
        value={draft.name}
        onChange={({ target }) => change({ name: target.value })}
        problem={tried && draft.name.trim() === '' ? t('nameMissing') : undefined}
      />
      <SeatsEditor
        seats={draft.seats}
        stages={stages}
        checked={tried}
        newId={() => crypto.randomUUID()}
        onChange={(next) => change({ seats: next })}
      />
      {draft.seats.length === 0 && (
        <div className="flex flex-wrap items-center gap-2">
          <span className="text-muted">{t('startFrom')}</span>
          {ready.map((profile) => (
            <Button
              key={profile}
              onClick={() =>
                change({ seats: draftSeats(readySeats(profile, solution.id, stages)) })
              }
            >
              {t(`ready_${profile}`)}
            </Button>
          ))}
        </div>
      )}
      <PlayEditor
        steps={draft.steps}
        stages={stages}
        checked={tried}
        newId={() => crypto.randomUUID()}
        onChange={(next) => change({ steps: next })}
      />
      {draft.steps.length === 0 && (
        <div className="flex flex-wrap items-center gap-2">
          <span className="text-muted">{t('startFrom')}</span>
          {ready.map((profile) => (
            <Button
              key={profile}
              aria-label={t('labelled', { label: t('playTemplate'), value: t(`ready_${profile}`) })}
              onClick={() =>
                change({ steps: draftSteps(readyPlayFor(profile, solution.id, stages)) })
              }
            >
              {t(`ready_${profile}`)}
            </Button>
          ))}
        </div>
      )}
      <div role="alert" className="empty:-mt-3">
        {tried && !understood && <p className="text-danger">{t('seatNumbers')}</p>}
        {tried && !planned && <p className="text-danger">{t('templateBad')}</p>}
      </div>
      <DraftEnd
        dirty={dirty}
        behind={behind}
        busy={busy}
        onDiscard={() => {
          setTried(false);
          discard();
        }}
      >
        <Button
          look="bare"
          disabled={busy}
          onClick={() =>
            void run(async () => void (await acts.hideSolution(solution, !solution.hidden)))
          }
        >
          {solution.hidden ? t('showSolution') : t('hideSolution')}
        </Button>
      </DraftEnd>
    </form>
  );
}

/** Which seats held when, the present ones first. */
function Versions({
  solution: { version = 1, since, earlier = [] },
  stages,
  now,
}: {
  solution: Solution;
  stages: readonly Stage[];
  now: number;
}) {
  return (
    <div className="text-small">
      <h4 className="text-muted">{t('versions')}</h4>
      <ul>
        <li>
          {since
            ? t('versionNow', { version, since: calendarDay(since, now) })
            : t('versionAlways', { version })}
        </li>
        {[...earlier].reverse().map((one) => (
          <li key={one.version}>
            <details>
              <summary className="w-fit cursor-pointer rounded-small py-1">
                {span(one, now)}
              </summary>
              <div className="py-1 ps-4">
                {one.seats.length === 0 ? t('noSeats') : <SeatsRead {...one} stages={stages} />}
              </div>
            </details>
          </li>
        ))}
      </ul>
    </div>
  );
}

function span({ version, since, until }: EarlierProfile, now: number): string {
  const day = calendarDay(until, now);
  return since
    ? t('versionFrom', { version, since: calendarDay(since, now), until: day })
    : t('versionUntil', { version, until: day });
}

function AddSolution({ stages, acts }: { stages: readonly Stage[]; acts: AdminActs }) {
  const [name, setName] = useState('');
  const [profile, setProfile] = useState<ReadyProfile | ''>('');
  const [tried, setTried] = useState(false);
  const [busy, run] = useAct();
  const add = () => {
    setTried(true);
    if (name.trim() === '') return;
    void run(async () => {
      if (!(await acts.addSolution(name.trim(), profile || null, stages))) return;
      setName('');
      setProfile('');
      setTried(false);
    });
  };
  return (
    <AddLine label={t('newSolution')} onSubmit={add}>
      <Field
        className="max-sm:col-span-2 sm:flex-1"
        label={t('newSolution')}
        maxLength={300}
        value={name}
        onChange={({ target }) => setName(target.value)}
        problem={tried && name.trim() === '' ? t('nameMissing') : undefined}
      />
      <SelectField
        className="min-w-0 sm:flex-1"
        label={t('seatsToStart')}
        value={profile}
        onChange={({ target }) => setProfile(target.value as ReadyProfile | '')}
      >
        <option value="">{t('ready_none')}</option>
        {ready.map((one) => (
          <option key={one} value={one}>
            {t(`ready_${one}`)}
          </option>
        ))}
      </SelectField>
      <Button type="submit" look="soft" disabled={busy} className="mt-5 min-h-8">
        {t('add')}
      </Button>
    </AddLine>
  );
}
