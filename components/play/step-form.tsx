import { type FormEvent, useState } from 'react';
import { t } from '#lib/browser/i18n.ts';
import type { PlayStep } from '#lib/model/records/play-step.ts';
import type { User } from '#lib/model/records/user.ts';
import { Team } from '#lib/model/vocabulary.ts';
import { useAct, useDoing } from '../acts.tsx';
import { teamLabel } from '../labels.ts';
import { Button } from '../ui/button.tsx';
import { onEscape } from '../ui/escape.ts';
import { Field } from '../ui/field.tsx';
import { focusOnce } from '../ui/focus.ts';
import { Select } from '../ui/select.tsx';

/** What is to be done, whose it is, and by when. Choosing an owner chooses their team. */
export function StepForm({
  step,
  users,
  onDone,
}: {
  step: PlayStep;
  users: readonly User[];
  onDone: () => void;
}) {
  const { acts } = useDoing();
  const [busy, run] = useAct();
  const [tried, setTried] = useState(false);
  const [title, setTitle] = useState(step.title);
  const [team, setTeam] = useState(step.team);
  const [owner, setOwner] = useState(step.ownerId ?? '');
  const [due, setDue] = useState(step.due ?? '');
  const words = title.trim();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (words === '') return;
    void run(async () => {
      await acts.editStep(step, { title: words, team, ownerId: owner || null, due: due || null });
      onDone();
    });
  };
  const choose = (id: string) => {
    setOwner(id);
    setTeam(users.find((user) => user.id === id)?.team ?? team);
  };
  return (
    <form
      noValidate
      aria-label={t('editStepOf', { title: step.title })}
      onSubmit={submit}
      onKeyDown={onEscape(onDone)}
      className="flex flex-col gap-3 rounded-large bg-sunk p-3"
    >
      <Field
        ref={focusOnce}
        label={t('fieldStep')}
        maxLength={300}
        value={title}
        onChange={({ target }) => setTitle(target.value)}
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
          onChange={({ target }) => setTeam(Team.safeParse(target.value).data ?? team)}
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
          onChange={({ target }) => setDue(target.value)}
        />
      </div>
      <div className="flex gap-2">
        <Button type="submit" look="solid" disabled={busy}>
          {t('save')}
        </Button>
        <Button look="bare" onClick={onDone}>
          {t('cancel')}
        </Button>
      </div>
    </form>
  );
}
