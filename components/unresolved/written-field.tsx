import type { ReactNode } from 'react';
import { t } from '#lib/browser/i18n.ts';
import {
  type BuyingRole,
  buyingRoles,
  InterestLevel,
  MemberStatus,
  Stance,
  Team,
} from '#lib/model/vocabulary.ts';
import type { Rewrite } from '#lib/panel/rewriting/rewrite.ts';
import type { Written, WrittenAs } from '#lib/panel/rewriting/table.ts';
import {
  interestLabel,
  roleLabel,
  stageLabel,
  stanceLabel,
  statusLabel,
  teamLabel,
} from '../labels.ts';
import { Field } from '../ui/field.tsx';
import type { FocusOn } from '../ui/focus.ts';
import { ListField } from '../ui/list-field.tsx';
import { Select } from '../ui/select.tsx';
import { TextArea } from '../ui/text-area.tsx';

type Typed = string | readonly string[];

/** One argument of an edit as a field, by what kind of value it is. */
export function WrittenField({
  field: { label: key, as, empty },
  rewrite,
  value,
  isWrong,
  first,
  onChange,
}: {
  field: Written;
  rewrite: Rewrite;
  value: Typed;
  isWrong: boolean;
  /** Of the first field: it takes the focus. */
  first: FocusOn | undefined;
  onChange: (value: Typed) => void;
}) {
  const label = t(key);
  const text = typeof value === 'string' ? value : '';
  const lines = typeof value === 'string' ? [] : value;
  const problem = isWrong ? problemOf(as, text) : undefined;
  if (as === 'text')
    return (
      <TextArea
        ref={first}
        label={label}
        value={text}
        problem={problem}
        onChange={({ target }) => onChange(target.value)}
      />
    );
  if (as === 'list')
    return (
      <ListField
        label={label}
        values={lines}
        problems={lines.map(() => problem)}
        maxLength={320}
        onChange={onChange}
      />
    );
  if (as === 'roles')
    return <Roles label={label} ticked={lines} problem={problem} onChange={onChange} />;
  const options = optionsOf(as, rewrite);
  if (options)
    return (
      <Select
        ref={first}
        label={label}
        value={text}
        onChange={({ target }) => onChange(target.value)}
      >
        {(empty !== 'refused' || text === '') && (
          <option value="">{t(nothing[as] ?? 'notSet')}</option>
        )}
        {options.map(([option, name]) => (
          <option key={option} value={option}>
            {name}
          </option>
        ))}
      </Select>
    );
  return (
    <Field
      ref={first}
      label={label}
      type={as === 'day' || as === 'instant' ? 'date' : 'text'}
      inputMode={as === 'amount' ? 'decimal' : undefined}
      maxLength={as === 'currency' ? 3 : 1000}
      value={text}
      problem={problem}
      onChange={({ target }) =>
        onChange(as === 'currency' ? target.value.toUpperCase() : target.value)
      }
    />
  );
}

const nothing: { [A in WrittenAs]?: 'nobody' | 'stanceUnknown' | 'interestByTouches' } = {
  user: 'nobody',
  stance: 'stanceUnknown',
  level: 'interestByTouches',
};

function problemOf(as: WrittenAs, text: string): string {
  if (as === 'amount') return t('amountBad');
  if (as === 'currency') return t('currencyBad');
  return t(text.trim() === '' ? 'valueMissing' : 'valueBad');
}

/** What there is to choose from, where the value is one of a few. */
function optionsOf(as: WrittenAs, { users, stages }: Rewrite) {
  const named = <T extends string>(all: readonly T[], name: (one: T) => string) =>
    all.map((one) => [one, name(one)] as const);
  switch (as) {
    case 'status':
      return named(MemberStatus.options, statusLabel);
    case 'stance':
      return named(Stance.options, stanceLabel);
    case 'team':
      return named(Team.options, teamLabel);
    case 'level':
      return named(InterestLevel.options, interestLabel);
    case 'user':
      return users.map(({ id, name }) => [id, name] as const);
    case 'stage':
      return stages.map((stage) => [stage.id, stageLabel(stage)] as const);
    default:
      return undefined;
  }
}

function Roles({
  label,
  ticked,
  problem,
  onChange,
}: {
  label: string;
  ticked: readonly string[];
  problem: ReactNode;
  onChange: (roles: BuyingRole[]) => void;
}) {
  return (
    <fieldset className="grid grid-cols-2 gap-x-3">
      <legend className="pb-1 text-small text-muted">{label}</legend>
      {buyingRoles.map((role) => (
        <label key={role} className="flex min-h-7 items-center gap-2">
          <input
            type="checkbox"
            className="size-4 shrink-0 accent-accent"
            checked={ticked.includes(role)}
            onChange={({ target }) =>
              onChange(
                buyingRoles.filter((one) => (one === role ? target.checked : ticked.includes(one))),
              )
            }
          />
          {roleLabel(role)}
        </label>
      ))}
      {problem && <p className="col-span-2 text-small text-danger">{problem}</p>}
    </fieldset>
  );
}
