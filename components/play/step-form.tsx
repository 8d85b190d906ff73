import { type FormEvent, useState } from 'react';
import { t } from '#lib/browser/i18n.ts';
import type { PlayStep } from '#lib/model/records/play-step.ts';
import type { User } from '#lib/model/records/user.ts';
import { Team } from '#lib/model/vocabulary.ts';
import { useAct, useDoing } from '../acts.tsx';
import { forms } from '../forms.ts';
import { teamLabel } from '../labels.ts';
import { onEscape } from '../ui/escape.ts';
import { Field } from '../ui/field.tsx';
import type { FocusOn } from '../ui/focus.ts';
import { FormFoot } from '../ui/form-foot.tsx';
import { Select } from '../ui/select.tsx';
import { useKept } from '../use-kept.ts';

/** What is to be done, whose it is, and by when. Choosing an owner chooses their team. */
export function StepForm({
  step,
  users,
  first,
  onDone,
}: {
  step: PlayStep;
  users: readonly User[];
  first: FocusOn;
  onDone: () => void;
}) {
  const { acts } = useDoing();
  const [busy, run] = useAct();
  const [tried, setTried] = useState(false);
  const kept = useKept(forms.step(step.id), () => ({
    title: step.title,
    team: String(step.team),
    owner: step.ownerId ?? '',
    due: step.due ?? '',
  }));
  const { title, owner, due } = kept.fields;
  const team = Team.safeParse(kept.fields.team).data ?? step.team;
  const leave = () => {
    kept.done();
    onDone();
  };
  const words = title.trim();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (words === '') return;
    void run(async () => {
      await acts.editStep(step, { title: words, team, ownerId: owner || null, due: due || null });
      leave();
    });
  };
  const choose = (id: string) => {
    kept.change({ owner: id, team: users.find((user) => user.id === id)?.team ?? team });
  };
  return (
    <form
      noValidate
      aria-label={t('editStepOf', { title: step.title })}
      onSubmit={submit}
      onKeyDown={onEscape(leave)}
      className="flex flex-col gap-3 rounded-large bg-sunk p-3"
    >
      <Field
        ref={first}
        label={t('fieldStep')}
        maxLength={300}
        value={title}
        onChange={({ target }) => kept.change({ title: target.value })}
        problem={tried && words === '' ? t('stepMissing') : undefined}
      />
      <div className="grid grid-cols-2 gap-2">
        <Select
          label={t('fieldOwner')}
          value={owner}
          onChange={({ target }) => choose(target.value)}
        >
          <option value="">{t('nobody')}</option>
          {owner && !users.some(({ id }) => id === owner) && (
            <option value={owner}>{t('unknownUser')}</option>
          )}
          {users.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </Select>
        <Select
          label={t('fieldTeam')}
          value={team}
          onChange={({ target }) => kept.change({ team: target.value })}
        >
          {Team.options.map((one) => (
            <option key={one} value={one}>
              {teamLabel(one)}
            </option>
          ))}
        </Select>
        <Field
          label={t('fieldDue')}
          type="date"
          value={due}
          onChange={({ target }) => kept.change({ due: target.value })}
        />
      </div>
      <FormFoot act={t('save')} disabled={busy} isDraft={kept.isDraft} onCancel={leave} />
    </form>
  );
}
