import { useEffect, useId, useState } from 'react';
import { t } from '#lib/browser/i18n.ts';
import type { Access } from '#lib/contract/access.ts';
import type { Account } from '#lib/model/records/account.ts';
import type { User } from '#lib/model/records/user.ts';
import type { AccessOffice } from '#lib/panel/access-office.ts';
import { asProblem, type Problem, useAct, useDoing } from '../acts.tsx';
import { problemText, teamLabel } from '../labels.ts';
import { Button } from '../ui/button.tsx';
import { onEscape } from '../ui/escape.ts';
import { focusOnce } from '../ui/focus.ts';
import { Switch } from '../ui/switch.tsx';
import { useAsked } from '../use-asked.ts';

/** Who may see one account. An admin changes it here, and takes the change back in the same place. */
export function WhoMaySee({
  account,
  office,
  onDone,
}: {
  account: Account;
  office: AccessOffice;
  onDone: () => void;
}) {
  const { ask } = useDoing();
  const users = useAsked(ask?.users) ?? [];
  const [held, hold] = useState<Access>();
  const [problem, setProblem] = useState<Problem>();
  useEffect(() => {
    let here = true;
    office.ask(account.id).then(
      (access) => here && hold(access),
      (error: unknown) => here && setProblem(asProblem(error)),
    );
    return () => {
      here = false;
    };
  }, [office, account.id]);
  const title = t('whoMaySeeOf', { name: account.name });
  return (
    <section
      aria-label={title}
      onKeyDown={onEscape(onDone)}
      className="flex flex-col gap-3 border-t border-line bg-sunk px-4 py-3"
    >
      <h2 ref={focusOnce} tabIndex={-1} className="font-semibold outline-none">
        {title}
      </h2>
      {held && office.mayChange && (
        <Change
          held={held}
          users={users}
          change={(next) => office.change(account.id, next)}
          onChanged={hold}
          onProblem={setProblem}
          onDone={onDone}
        />
      )}
      {held && !office.mayChange && <Told access={held} users={users} />}
      {!held && !problem && <p className="text-muted">{t('loading')}</p>}
      <p role="alert" className="text-danger empty:hidden">
        {problem && problemText(problem)}
      </p>
      {!(held && office.mayChange) && (
        <Button look="bare" className="-ms-2.5 self-start" onClick={onDone}>
          {t('close')}
        </Button>
      )}
    </section>
  );
}

/** For whoever cannot change it. */
function Told({ access: { restricted, users: ids }, users }: { access: Access; users: User[] }) {
  const seeing = users.filter(({ id, team }) => team === 'admin' || ids.includes(id));
  if (!restricted) return <p>{t('seenByAll')}</p>;
  return (
    <>
      <p>{t('seenByThese')}</p>
      <ul className="list-disc ps-5">
        {seeing.map(({ id, name, team }) => (
          <li key={id}>
            <bdi>{name}</bdi> <span className="text-small text-muted">{teamLabel(team)}</span>
          </li>
        ))}
      </ul>
      <p className="text-muted">{t('adminsChangeIt')}</p>
    </>
  );
}

function Change({
  held,
  users,
  change,
  onChanged,
  onProblem,
  onDone,
}: {
  held: Access;
  users: readonly User[];
  change: (access: Access) => Promise<Access>;
  onChanged: (access: Access) => void;
  onProblem: (problem: Problem | undefined) => void;
  onDone: () => void;
}) {
  const id = useId();
  const [wanted, want] = useState(held);
  const [before, remember] = useState<Access>();
  const [busy, run] = useAct();
  const changed = asText(wanted) !== asText(held);
  const say = (next: Access, was: Access | undefined) =>
    run(async () => {
      try {
        const now = await change(next);
        onProblem(undefined);
        onChanged(now);
        want(now);
        remember(was);
      } catch (error) {
        onProblem(asProblem(error));
      }
    });
  const toggle = (user: User, is: boolean) =>
    want({
      ...wanted,
      users: is ? [...wanted.users, user.id] : wanted.users.filter((other) => other !== user.id),
    });
  return (
    <form
      noValidate
      className="flex flex-col gap-3"
      onSubmit={(event) => {
        event.preventDefault();
        void say(wanted, held);
      }}
    >
      <div className="flex items-center gap-2">
        <label htmlFor={id} className="min-w-0 flex-1">
          {t('restrictAccount')}
        </label>
        <Switch
          id={id}
          checked={wanted.restricted}
          onCheckedChange={(restricted) => want({ ...wanted, restricted })}
        />
      </div>
      {wanted.restricted ? (
        <fieldset className="flex min-w-0 flex-col">
          <legend className="pb-1 text-small text-muted">{t('whoSeesIt')}</legend>
          {users.map((user) => (
            <label key={user.id} className="flex min-h-7 items-center gap-2">
              <input
                type="checkbox"
                checked={user.team === 'admin' || wanted.users.includes(user.id)}
                disabled={user.team === 'admin'}
                onChange={({ target }) => toggle(user, target.checked)}
                className="size-4 shrink-0 accent-accent"
              />
              <bdi className="min-w-0 truncate">{user.name}</bdi>
              <span className="ms-auto shrink-0 text-small text-muted">{teamLabel(user.team)}</span>
            </label>
          ))}
        </fieldset>
      ) : (
        <p className="text-muted">{t('seenByAll')}</p>
      )}
      {wanted.restricted && <p className="text-small text-muted">{t('restrictEffect')}</p>}
      <div className="flex flex-wrap items-center gap-2">
        <Button type="submit" look="solid" disabled={busy || !changed}>
          {t('save')}
        </Button>
        <Button look="bare" onClick={onDone}>
          {changed ? t('cancel') : t('close')}
        </Button>
        <span role="status" className="ms-auto flex items-center gap-1 text-small text-muted">
          {before && !changed && t('saved')}
          {before && !changed && (
            <Button
              look="link"
              disabled={busy}
              aria-label={t('whoMaySeeBack')}
              onClick={() => void say(before, undefined)}
            >
              {t('undo')}
            </Button>
          )}
        </span>
      </div>
    </form>
  );
}

/** In a form in which two can be compared. */
const asText = ({ restricted, users }: Access): string =>
  restricted ? users.toSorted().join('\n') : 'open';
