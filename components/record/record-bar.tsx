import { Ellipsis } from 'lucide-react';
import type { ReactNode } from 'react';
import { t } from '#lib/browser/i18n.ts';
import { TagEditor } from '../tags/tag-editor.tsx';
import { Menu, MenuContent, MenuTrigger } from '../ui/menu.tsx';

/** Under somebody's or a company's name: the tags, and in a menu what else can be done with the record. */
export function RecordBar({
  name,
  tags,
  tagging,
  onTags,
  back,
  children,
}: {
  name: string;
  tags: readonly string[];
  /** By what key a command opens the field for a tag. */
  tagging: string;
  onTags: (add: string[], remove: string[]) => Promise<void>;
  /** The menu's `ref`: what it opened is closed, and the focus returns. */
  back?: (element: HTMLElement | null) => void;
  children: ReactNode;
}) {
  return (
    <div className="flex items-start gap-2 px-4 pb-3">
      <div className="min-w-0 flex-1">
        <TagEditor label={t('tagsOf', { name })} tags={tags} form={tagging} onChange={onTags} />
      </div>
      <Menu>
        <MenuTrigger
          ref={back}
          aria-label={t('recordOf', { name })}
          title={t('recordOf', { name })}
          className="-me-2 inline-flex size-7 shrink-0 items-center justify-center rounded-medium text-muted hover:bg-sunk hover:text-ink"
        >
          <Ellipsis aria-hidden size={16} />
        </MenuTrigger>
        {/* What is chosen opens a form that takes the focus itself. */}
        <MenuContent onCloseAutoFocus={(event) => event.preventDefault()}>{children}</MenuContent>
      </Menu>
    </div>
  );
}
