import { Plus, X } from 'lucide-react';
import type { ReactNode } from 'react';
import { t } from '#lib/browser/i18n.ts';
import { jobFunctions } from '#lib/model/persona/kinds.ts';
import { Seat } from '#lib/model/records/solution.ts';
import type { Stage } from '#lib/model/records/stage.ts';
import { type BuyingRole, buyingRoles } from '#lib/model/vocabulary.ts';
import { listed } from '../format.ts';
import { roleLabel, stageLabel } from '../labels.ts';
import { Button, IconButton } from '../ui/button.tsx';
import { cx } from '../ui/cx.ts';
import { Choices, controlLook } from './controls.tsx';

/** A seat while it is typed: numbers as they stand in their fields, no stage as an empty text. */
export interface SeatDraft {
  id: string;
  role: BuyingRole;
  count: string;
  weight: string;
  byStage: string;
  personas: string[];
}

export const draftSeats = (seats: readonly Seat[]): SeatDraft[] =>
  seats.map(({ id, role, count, weight, byStage = '', personas }) => ({
    id,
    role,
    count: String(count),
    weight: String(weight),
    byStage,
    personas: [...personas],
  }));

/** The seat that was typed, or nothing while one of its numbers makes no sense. */
export function typedSeat({ count, weight, byStage, ...seat }: SeatDraft): Seat | undefined {
  const numbers = { count: Number(count || Number.NaN), weight: Number(weight || Number.NaN) };
  return Seat.safeParse({ ...seat, ...numbers, ...(byStage && { byStage }) }).data;
}

const functions = jobFunctions.filter((name) => name !== 'other');
const functionLabel = (name: string): string => {
  const known = jobFunctions.find((one) => one === name);
  return known ? t(`function_${known}`) : name;
};

export function SeatsEditor({
  seats,
  stages,
  checked,
  newId,
  onChange,
}: {
  seats: readonly SeatDraft[];
  stages: readonly Stage[];
  /** Whether to say which numbers make no sense. */
  checked: boolean;
  newId: () => string;
  onChange: (seats: SeatDraft[]) => void;
}) {
  const free = buyingRoles.find((role) => !seats.some((seat) => seat.role === role));
  const add = { role: free ?? 'user', count: '1', weight: '1', byStage: '', personas: [] };
  return (
    <fieldset className="flex min-w-0 flex-col gap-2">
      <legend className="pb-1 text-small text-muted">{t('seats')}</legend>
      {seats.length > 0 && (
        <div aria-hidden className={`${columns} hidden text-small text-muted sm:grid`}>
          <span>{t('seatRole')}</span>
          <span>{t('seatCount')}</span>
          <span>{t('seatWeight')}</span>
          <span>{t('seatByStage')}</span>
          <span>{t('seatPersonas')}</span>
        </div>
      )}
      <ol className="flex flex-col gap-4 sm:gap-1.5">
        {seats.map((seat, at) => (
          <SeatRow
            key={seat.id}
            seat={seat}
            place={at + 1}
            stages={stages}
            checked={checked}
            onChange={(fields) => onChange(seats.with(at, { ...seat, ...fields }))}
            onRemove={() => onChange(seats.filter((other) => other !== seat))}
          />
        ))}
      </ol>
      <Button
        look="link"
        className="-ms-2.5 self-start"
        onClick={() => onChange([...seats, { id: newId(), ...add }])}
      >
        <Plus aria-hidden size={14} />
        {t('addSeat')}
      </Button>
    </fieldset>
  );
}

const columns =
  'grid-cols-[4rem_4rem_minmax(0,1fr)_1.75rem] gap-1.5 sm:grid-cols-[minmax(0,4fr)_3.5rem_3.5rem_minmax(0,3fr)_minmax(0,4fr)_1.75rem]';

function SeatRow({
  seat,
  place,
  stages,
  checked,
  onChange,
  onRemove,
}: {
  seat: SeatDraft;
  place: number;
  stages: readonly Stage[];
  checked: boolean;
  onChange: (fields: Partial<SeatDraft>) => void;
  onRemove: () => void;
}) {
  const named = (label: string) => t('ofSeat', { label, place });
  const wrong = (field: 'count' | 'weight') =>
    checked && !typedSeat({ ...seat, count: '1', weight: '1', [field]: seat[field] });
  const number = (field: 'count' | 'weight', label: string) => (
    <Cell label={label} className="max-sm:order-1">
      <input
        type="number"
        aria-label={named(label)}
        aria-invalid={wrong(field) || undefined}
        min={field === 'count' ? 1 : 0}
        max={field === 'count' ? 50 : 1000}
        step={field === 'count' ? 1 : 'any'}
        value={seat[field]}
        onChange={({ target }) => onChange({ [field]: target.value })}
        className={controlLook}
      />
    </Cell>
  );
  const personas = [...functions, ...seat.personas.filter((own) => !isFunction(own))];
  return (
    <li className={`${columns} grid items-end`}>
      <Cell label={t('seatRole')} className="max-sm:col-span-3">
        <select
          aria-label={named(t('seatRole'))}
          value={seat.role}
          onChange={({ target }) => onChange({ role: target.value as BuyingRole })}
          className={controlLook}
        >
          {buyingRoles.map((role) => (
            <option key={role} value={role}>
              {roleLabel(role)}
            </option>
          ))}
        </select>
      </Cell>
      {number('count', t('seatCount'))}
      {number('weight', t('seatWeight'))}
      <Cell
        label={t('seatByStage')}
        className="max-sm:order-1 max-sm:col-span-2 max-[18rem]:col-span-4"
      >
        <select
          aria-label={named(t('seatByStage'))}
          value={seat.byStage}
          onChange={({ target }) => onChange({ byStage: target.value })}
          className={controlLook}
        >
          <option value="">{t('theStart')}</option>
          {stages.map((stage) => (
            <option key={stage.id} value={stage.id}>
              {stageLabel(stage)}
            </option>
          ))}
        </select>
      </Cell>
      <Cell label={t('seatPersonas')} className="max-sm:order-1 max-sm:col-span-4">
        <Choices
          label={named(t('seatPersonas'))}
          none={t('anyone')}
          options={personas.map((value) => ({ value, name: functionLabel(value) }))}
          chosen={seat.personas}
          onChange={(chosen) => onChange({ personas: chosen })}
        />
      </Cell>
      <IconButton
        className="mb-0.5"
        label={t('removeSeat', { role: roleLabel(seat.role), place })}
        onClick={onRemove}
      >
        <X aria-hidden size={16} />
      </IconButton>
    </li>
  );
}

/** One control of a seat; where there is no room for columns, its label stands above it. */
function Cell({
  label,
  className,
  children,
}: {
  label: string;
  className?: string;
  children: ReactNode;
}) {
  return (
    <div className={cx('min-w-0', className)}>
      <span aria-hidden className="block pb-0.5 text-small text-muted sm:hidden">
        {label}
      </span>
      {children}
    </div>
  );
}

const isFunction = (name: string): boolean => functions.some((one) => one === name);

/** `Champion, Decision maker and User × 2`. */
export const seatsLine = (seats: readonly Seat[]): string =>
  seats.length === 0
    ? t('noSeats')
    : listed(
        seats.map(({ role, count }) =>
          count === 1 ? roleLabel(role) : t('timesRole', { role: roleLabel(role), count }),
        ),
      );

/** Seats as they stand or stood, one a line. */
export function SeatsRead({ seats, stages }: { seats: readonly Seat[]; stages: readonly Stage[] }) {
  return (
    <ul>
      {seats.map((seat) => (
        <li key={seat.id}>
          {seatsLine([seat])}
          <span className="text-muted"> · {seatTerms(seat, stages)}</span>
        </li>
      ))}
    </ul>
  );
}

function seatTerms({ weight, byStage, personas }: Seat, stages: readonly Stage[]): string {
  const stage = stages.find(({ id }) => id === byStage);
  return [
    t('weightOf', { weight }),
    byStage ? t('seatEmptyBy', { stage: stage ? stageLabel(stage) : byStage }) : t('fromTheStart'),
    ...(personas.length > 0 ? [listed(personas.map(functionLabel))] : []),
  ].join(' · ');
}
