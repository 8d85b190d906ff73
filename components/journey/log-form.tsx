import type { FormEvent } from 'react';
import { t } from '#lib/browser/i18n.ts';
import type { Direction } from '#lib/model/vocabulary.ts';
import type { TouchFields } from '#lib/panel/act-fields.ts';
import { effectOfTouch } from '#lib/panel/effect.ts';
import type { DecisionDetail, MemberView } from '#lib/panel/view.ts';
import { useAct, useDoing } from '../acts.tsx';
import { dayOf, instantOf } from '../day.ts';
import { effectText } from '../decision/coverage-change.tsx';
import { forms, type LoggedChannel } from '../forms.ts';
import { rolesLabel } from '../labels.ts';
import { onEscape } from '../ui/escape.ts';
import { Field } from '../ui/field.tsx';
import type { FocusOn } from '../ui/focus.ts';
import { FormFoot } from '../ui/form-foot.tsx';
import { Select } from '../ui/select.tsx';
import { useKept } from '../use-kept.ts';

/** A contact as it likely was: now, with those the page shows, else the group. Anything of it can be changed. */
export function LogForm({
  channel,
  detail,
  present,
  first,
  onDone,
}: {
  channel: LoggedChannel;
  detail: DecisionDetail;
  present: readonly string[];
  first: FocusOn;
  onDone: () => void;
}) {
  const { acts } = useDoing();
  const { decision, members } = detail;
  const [busy, run] = useAct();
  const people = members.filter(({ member }) => member.status !== 'inactive');
  const today = dayOf(new Date());
  const kept = useKept(forms.log(decision.opportunity.id, channel), () => ({
    title: '',
    ticked: likelyWith(people, present),
    day: today,
    direction: 'outbound',
  }));
  const { title, day } = kept.fields;
  const ticked = kept.fields.ticked.filter((id) =>
    people.some(({ member }) => member.contactId === id),
  );
  const tick = (to: string[]) => kept.change({ ticked: to });
  const direction: Direction = kept.fields.direction === 'inbound' ? 'inbound' : 'outbound';
  const leave = () => {
    kept.done();
    onDone();
  };
  const nobody = ticked.length === 0;
  const badDay = day === '' || day > today;
  const touch = (): TouchFields => ({
    channel,
    ...(channel === 'email' && { direction }),
    at: instantOf(day),
    title: title.trim(),
    contactIds: ticked,
  });
  const effect = !nobody && !badDay && effectText(effectOfTouch(detail, touch()));
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (nobody || badDay) return;
    void run(async () => {
      await acts.logTouch(decision.opportunity, touch());
      leave();
    });
  };
  return (
    <form
      noValidate
      onSubmit={submit}
      onKeyDown={onEscape(leave)}
      aria-label={t(`log_${channel}`)}
      className="flex flex-col gap-3 rounded-large bg-sunk p-3"
    >
      <fieldset className="flex min-w-0 flex-col">
        <legend className="pb-1 text-small text-muted">{t('withWhom')}</legend>
        {people.length === 0 && <p className="text-muted">{t('groupEmpty')}</p>}
        {people.map(({ member, contact }) => (
          <label key={member.id} className="flex min-h-7 items-center gap-2">
            <input
              type="checkbox"
              className="size-4 shrink-0 accent-accent"
              checked={ticked.includes(member.contactId)}
              onChange={({ target }) =>
                tick(
                  target.checked
                    ? [...ticked, member.contactId]
                    : ticked.filter((id) => id !== member.contactId),
                )
              }
            />
            <bdi className="min-w-0 truncate">{contact?.name ?? t('unknownPerson')}</bdi>
            {member.roles.length > 0 && (
              <span className="min-w-0 truncate text-small text-muted">
                {rolesLabel(member.roles)}
              </span>
            )}
          </label>
        ))}
      </fieldset>
      <Field
        ref={first}
        label={t('aboutWhat')}
        maxLength={1000}
        value={title}
        onChange={({ target }) => kept.change({ title: target.value })}
      />
      <div className="flex gap-2">
        <Field
          className="min-w-0 flex-1"
          label={t('fieldDay')}
          type="date"
          max={today}
          value={day}
          onChange={({ target }) => kept.change({ day: target.value })}
          problem={badDay ? t('dayBad') : undefined}
        />
        {channel === 'email' && (
          <Select
            className="min-w-0 flex-1"
            label={t('whoWrote')}
            value={direction}
            onChange={({ target }) => kept.change({ direction: target.value })}
          >
            <option value="outbound">{t('weWrote')}</option>
            <option value="inbound">{t('theyWrote')}</option>
          </Select>
        )}
      </div>
      {people.length > 0 && nobody && <p className="text-small text-muted">{t('tickSomebody')}</p>}
      {effect && <p className="text-small text-muted tabular-nums">{effect}</p>}
      <FormFoot
        act={t(`logNow_${channel}`)}
        disabled={busy || nobody || badDay}
        isDraft={kept.isDraft}
        onCancel={leave}
      />
    </form>
  );
}

/** Those of the group that the page shows; where it shows none, all that are confirmed; else everybody. */
function likelyWith(people: readonly MemberView[], present: readonly string[]): string[] {
  const ids = (of: readonly MemberView[]) => of.map(({ member }) => member.contactId);
  const here = ids(people).filter((id) => present.includes(id));
  const confirmed = ids(people.filter(({ member }) => member.status === 'confirmed'));
  return here.length > 0 ? here : confirmed.length > 0 ? confirmed : ids(people);
}
