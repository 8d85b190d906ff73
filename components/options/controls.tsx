import { ChevronDown } from 'lucide-react';
import { type ComponentProps, useId } from 'react';
import { t } from '#lib/browser/i18n.ts';
import { listed } from '../format.ts';
import { Button } from '../ui/button.tsx';
import { cx } from '../ui/cx.ts';
import { Menu, MenuCheck, MenuContent, MenuTrigger } from '../ui/menu.tsx';

export const controlLook =
  'min-h-8 w-full min-w-0 rounded-medium border border-edge bg-page px-2 py-1 text-ink aria-invalid:border-danger';

/** A choice of one, with its label above. */
export function SelectField({
  label,
  className,
  ...props
}: ComponentProps<'select'> & { label: string }) {
  const id = useId();
  return (
    <div className={cx('flex flex-col gap-1', className)}>
      <label htmlFor={id} className="text-small text-muted">
        {label}
      </label>
      <select id={id} className={controlLook} {...props} />
    </div>
  );
}

export interface Choice {
  value: string;
  name: string;
}

/** A choice of several, as one line that opens to ticks; `none` says what choosing nothing means. */
export function Choices({
  label,
  none,
  options,
  chosen,
  onChange,
  className,
}: {
  label: string;
  none: string;
  options: readonly Choice[];
  chosen: readonly string[];
  onChange: (chosen: string[]) => void;
  className?: string;
}) {
  const names = options.flatMap(({ value, name }) => (chosen.includes(value) ? [name] : []));
  const text = names.length > 0 ? listed(names) : none;
  return (
    <Menu>
      <MenuTrigger asChild>
        <button
          type="button"
          aria-label={t('labelled', { label, value: text })}
          title={text}
          className={cx(controlLook, 'flex items-center gap-1 text-start', className)}
        >
          <span className={cx('min-w-0 flex-1 truncate', names.length === 0 && 'text-muted')}>
            {text}
          </span>
          <ChevronDown aria-hidden size={14} className="shrink-0 text-muted" />
        </button>
      </MenuTrigger>
      <MenuContent align="start">
        {options.map(({ value, name }) => (
          <MenuCheck
            key={value}
            checked={chosen.includes(value)}
            onCheckedChange={(on) =>
              onChange(on ? [...chosen, value] : chosen.filter((other) => other !== value))
            }
          >
            <bdi>{name}</bdi>
          </MenuCheck>
        ))}
      </MenuContent>
    </Menu>
  );
}

/** The same with its label in sight, above. */
export function ChoicesField(props: ComponentProps<typeof Choices>) {
  return (
    <div className={cx('flex min-w-0 flex-col gap-1', props.className)}>
      <span aria-hidden className="text-small text-muted">
        {props.label}
      </span>
      <Choices {...props} className="" />
    </div>
  );
}

/** At the end of a form over a draft: keep it or let it go, and a word when somebody else was quicker. */
export function DraftEnd({
  dirty,
  behind,
  busy,
  onDiscard,
  children,
}: {
  dirty: boolean;
  behind: boolean;
  busy: boolean;
  onDiscard: () => void;
  /** What else can be done with it, at the line's other end. */
  children?: React.ReactNode;
}) {
  return (
    <>
      <div role="status" className="empty:-mt-3">
        {behind && <p className="text-warn">{t('changedMeanwhile')}</p>}
      </div>
      <div className="flex flex-wrap items-center gap-2">
        <Button type="submit" look="soft" disabled={busy || !dirty}>
          {t('save')}
        </Button>
        {dirty && <Button onClick={onDiscard}>{behind ? t('takeTheirs') : t('discard')}</Button>}
        <span className="flex-1" />
        {children}
      </div>
    </>
  );
}
