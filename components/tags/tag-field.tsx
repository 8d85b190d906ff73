import { Command } from 'cmdk';
import { useState } from 'react';
import { t } from '#lib/browser/i18n.ts';
import { bareTag } from '#lib/model/tags.ts';
import { useDoing } from '../acts.tsx';
import { cx } from '../ui/cx.ts';
import { onEscape } from '../ui/escape.ts';
import { useAsked } from '../use-asked.ts';

/** Suggestions shown at once. */
const shown = 6;

/** Where a tag is typed or chosen among those in use; it stays open for the next one, Escape closes it. */
export function TagField({
  had,
  above = false,
  onAdd,
  onDone,
}: {
  had: readonly string[];
  above?: boolean;
  onAdd: (tag: string) => void;
  onDone: () => void;
}) {
  const { ask } = useDoing();
  const [text, setText] = useState('');
  const inUse = useAsked(ask?.tagsInUse) ?? [];
  const typed = bareTag(text);
  const taken = new Set(had.map(bareTag));
  const fitting = inUse
    .filter((tag) => bareTag(tag).includes(typed) && !taken.has(bareTag(tag)))
    .slice(0, shown);
  const known = inUse.find((tag) => bareTag(tag) === typed);
  const isNew = typed !== '' && !known && !taken.has(typed);
  const add = (tag: string) => {
    setText('');
    onAdd(tag);
  };
  return (
    <Command
      shouldFilter={false}
      // Ctrl K is the palette's.
      vimBindings={false}
      label={t('addTag')}
      onKeyDown={onEscape(onDone)}
      onBlur={({ currentTarget, relatedTarget }) => {
        if (!currentTarget.contains(relatedTarget)) onDone();
      }}
      className="relative w-40 max-w-full"
    >
      <Command.Input
        autoFocus
        dir="auto"
        maxLength={60}
        value={text}
        onValueChange={setText}
        aria-label={t('tagName')}
        placeholder={t('tagName')}
        className="h-6 w-full rounded-full border border-edge bg-page px-2 text-small placeholder:text-muted"
      />
      <Command.List
        label={t('tagsInUse')}
        className={cx(
          'absolute inset-x-0 z-10 rounded-large border border-line bg-raised p-1 shadow-float has-[[cmdk-list-sizer]:empty]:hidden',
          above ? 'bottom-7' : 'top-7',
        )}
      >
        {fitting.map((tag) => (
          <Choice key={tag} value={tag} onChoose={add}>
            <bdi>{tag}</bdi>
          </Choice>
        ))}
        {isNew && (
          <Choice value={text.trim()} onChoose={add}>
            {t('newTag', { tag: text.trim() })}
          </Choice>
        )}
      </Command.List>
    </Command>
  );
}

function Choice({
  value,
  onChoose,
  children,
}: {
  value: string;
  onChoose: (tag: string) => void;
  children: React.ReactNode;
}) {
  return (
    <Command.Item
      value={value}
      onSelect={() => onChoose(value)}
      // The field keeps the focus while one is pressed.
      onMouseDown={(event) => event.preventDefault()}
      className="flex min-h-7 cursor-default items-center rounded-small px-2 text-small wrap-anywhere -outline-offset-2 data-[selected=true]:bg-accent-soft forced-colors:data-[selected=true]:outline-2 data-[selected=true]:text-accent-strong"
    >
      {children}
    </Command.Item>
  );
}
