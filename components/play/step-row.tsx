import { Ellipsis, GripVertical } from 'lucide-react';
import type { KeyboardEvent } from 'react';
import { t } from '#lib/browser/i18n.ts';
import { dayAt } from '#lib/model/fields.ts';
import { isOverdue } from '#lib/model/play.ts';
import type { PlayStep } from '#lib/model/records/play-step.ts';
import type { User } from '#lib/model/records/user.ts';
import { useAct, useDoing } from '../acts.tsx';
import { calendarDay } from '../format.ts';
import { forms } from '../forms.ts';
import { HistoryOf } from '../history/history-of.tsx';
import { teamLabel } from '../labels.ts';
import { IconButton } from '../ui/button.tsx';
import { cx } from '../ui/cx.ts';
import { Menu, MenuContent, MenuItem, MenuLine, MenuTrigger } from '../ui/menu.tsx';
import { useForm } from '../use-form.ts';
import { Overdue } from './overdue.tsx';
import { StepForm } from './step-form.tsx';

/** One step: ticked in one click, moved by its handle, everything else in its menu. */
export function StepRow({
  step,
  users,
  now,
  isFirst,
  isLast,
  dragging,
  onDrag,
  onMove,
  onDrop,
}: {
  step: PlayStep;
  users: readonly User[];
  now: number;
  isFirst: boolean;
  isLast: boolean;
  /** The id of the step that is being dragged. */
  dragging: string | undefined;
  onDrag: (id: string | undefined) => void;
  /** So many places down; up where negative. */
  onMove: (by: number) => void;
  onDrop: () => void;
}) {
  const { acts, history: door } = useDoing();
  const [busy, run] = useAct();
  const form = useForm(forms.step(step.id));
  const history = useForm(forms.history(step.id));
  const { title, state } = step;
  const byKey = (event: KeyboardEvent) => {
    const by = { ArrowUp: -1, ArrowDown: 1 }[event.key];
    if (!by || (by < 0 ? isFirst : isLast)) return;
    event.preventDefault();
    onMove(by);
  };
  if (form.open)
    return (
      <li className="px-4 py-2">
        <StepForm step={step} users={users} first={form.first} onDone={form.hide} />
      </li>
    );
  return (
    <li onDragOver={(event) => dragging && event.preventDefault()} onDrop={onDrop}>
      <div
        className={cx(
          'flex items-start gap-2 py-1 ps-1 pe-3',
          dragging === step.id && 'opacity-50',
          dragging && dragging !== step.id && 'hover:bg-sunk',
        )}
      >
        <button
          type="button"
          draggable
          aria-label={t('moveStep', { title })}
          aria-description={t('moveStepHow')}
          title={t('moveStepHow')}
          onKeyDown={byKey}
          onDragStart={(event) => {
            event.dataTransfer.effectAllowed = 'move';
            onDrag(step.id);
          }}
          onDragEnd={() => onDrag(undefined)}
          className="mt-0.5 inline-flex size-6 shrink-0 cursor-grab items-center justify-center rounded-small text-edge hover:text-ink"
        >
          <GripVertical aria-hidden size={14} />
        </button>
        <label className="flex min-h-7 min-w-0 flex-1 items-start gap-2 py-1">
          <input
            type="checkbox"
            className="mt-px size-4 shrink-0 accent-accent"
            checked={state === 'done'}
            disabled={busy}
            onChange={({ target }) =>
              void run(() => acts.setStepState(step, target.checked ? 'done' : 'open'))
            }
          />
          <span className="min-w-0 flex-1">
            <bdi className={cx(state !== 'open' && 'text-muted line-through')}>{title}</bdi>
            <About step={step} users={users} now={now} />
          </span>
        </label>
        <Menu>
          <MenuTrigger asChild>
            <IconButton ref={form.back ?? history.back} label={t('stepMenu', { title })}>
              <Ellipsis aria-hidden size={16} />
            </IconButton>
          </MenuTrigger>
          <MenuContent>
            <MenuItem onSelect={form.show}>{t('edit')}</MenuItem>
            <MenuItem disabled={isFirst} onSelect={() => onMove(-1)}>
              {t('moveStepUp')}
            </MenuItem>
            <MenuItem disabled={isLast} onSelect={() => onMove(1)}>
              {t('moveStepDown')}
            </MenuItem>
            {door && <MenuItem onSelect={history.show}>{t('history')}</MenuItem>}
            <MenuLine />
            {state === 'open' ? (
              <MenuItem onSelect={() => void run(() => acts.setStepState(step, 'dropped'))}>
                {t('dropStep')}
              </MenuItem>
            ) : (
              <MenuItem onSelect={() => void run(() => acts.setStepState(step, 'open'))}>
                {t('reopenStep')}
              </MenuItem>
            )}
            <MenuItem onSelect={() => void run(() => acts.removeStep(step))}>
              {t('removeStep')}
            </MenuItem>
          </MenuContent>
        </Menu>
      </div>
      {history.open && (
        <HistoryOf
          of={{ kind: 'playStep', id: step.id }}
          title={t('historyOf', { name: title })}
          focus={history.first}
          onDone={history.hide}
        />
      )}
    </li>
  );
}

/** Whose it is, and when it is due or was ended. */
function About({ step, users, now }: { step: PlayStep; users: readonly User[]; now: number }) {
  const { team, ownerId, due, state, endedAt } = step;
  const owner = users.find(({ id }) => id === ownerId);
  const day = (text: string) => calendarDay(text, now);
  return (
    <span className="flex flex-wrap gap-x-2 text-small text-muted">
      <span>{teamLabel(team)}</span>
      {ownerId && <bdi>{owner?.name ?? t('unknownUser')}</bdi>}
      {state === 'dropped' && <span>{t('stepDropped')}</span>}
      {state === 'done' && endedAt && (
        <span>{t('stepDone', { day: day(dayAt(Date.parse(endedAt))) })}</span>
      )}
      {state === 'open' &&
        due &&
        (isOverdue(step, now) ? (
          <Overdue>{t('planOverdue', { day: day(due) })}</Overdue>
        ) : (
          <span>{t('planBy', { day: day(due) })}</span>
        ))}
    </span>
  );
}
