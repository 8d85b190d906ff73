import { Plus, X } from 'lucide-react';
import { useId, useRef } from 'react';
import { t } from '#lib/browser/i18n.ts';
import { Button, IconButton } from './button.tsx';
import { cx } from './cx.ts';

/** Several texts of one kind, one a line: the last empty line is where the next one goes. */
export function ListField({
  label,
  values,
  problems,
  maxLength,
  inputMode,
  onChange,
}: {
  label: string;
  values: readonly string[];
  /** What is wrong with each, by its place. */
  problems: readonly (string | undefined)[];
  maxLength: number;
  inputMode?: 'email' | 'url';
  onChange: (values: string[]) => void;
}) {
  const id = useId();
  const list = useRef<HTMLUListElement>(null);
  const lines = values.length > 0 ? values : [''];
  const add = () => {
    onChange([...lines, '']);
    requestAnimationFrame(() =>
      [...(list.current?.querySelectorAll('input') ?? [])].at(-1)?.focus(),
    );
  };
  return (
    <fieldset className="flex flex-col gap-1">
      <legend className="pb-1 text-small text-muted">{label}</legend>
      <ul ref={list} className="flex flex-col gap-1">
        {lines.map((value, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the lines have no name but their place
          <li key={at}>
            <div className="flex items-center gap-1">
              <input
                dir="auto"
                aria-label={t('nthOf', { what: label, count: at + 1 })}
                aria-invalid={problems[at] ? true : undefined}
                aria-describedby={problems[at] ? `${id}-${at}` : undefined}
                inputMode={inputMode}
                maxLength={maxLength}
                value={value}
                onChange={({ target }) =>
                  onChange(lines.map((line, index) => (index === at ? target.value : line)))
                }
                className={cx(
                  'min-h-8 w-full min-w-0 rounded-medium border bg-page px-2 py-1',
                  problems[at] ? 'border-danger' : 'border-edge',
                )}
              />
              {(lines.length > 1 || value !== '') && (
                <IconButton
                  label={t('removeLine', {
                    value: value || t('nthOf', { what: label, count: at + 1 }),
                  })}
                  onClick={() => onChange(lines.filter((_, index) => index !== at))}
                >
                  <X aria-hidden size={14} />
                </IconButton>
              )}
            </div>
            {problems[at] && (
              <p id={`${id}-${at}`} className="pt-1 text-small text-danger">
                {problems[at]}
              </p>
            )}
          </li>
        ))}
      </ul>
      {lines.every((line) => line !== '') && (
        <Button look="bare" className="-ms-2.5 self-start text-small" onClick={add}>
          <Plus aria-hidden size={14} />
          {t('addAnother')}
        </Button>
      )}
    </fieldset>
  );
}
