import { Check } from 'lucide-react';
import { DropdownMenu } from 'radix-ui';
import { type ComponentProps, type ReactNode, useEffect, useState } from 'react';
import { cx } from './cx.ts';

/** Not modal: the panel behind stays in the tree for screen readers, and keeps its scroll bar and the focus a choice gives. */
export function Menu(props: ComponentProps<typeof DropdownMenu.Root>) {
  return <DropdownMenu.Root modal={false} {...props} />;
}
export const MenuTrigger = DropdownMenu.Trigger;

const item =
  'flex min-h-8 cursor-default items-center gap-2 rounded-small px-2 py-1 -outline-offset-2 outline-none select-none data-[disabled]:opacity-50 data-[highlighted]:bg-accent-soft forced-colors:data-[highlighted]:outline-2 forced-colors:data-[highlighted]:outline-solid data-[highlighted]:text-accent-strong';

export function MenuContent({ className, ...props }: ComponentProps<typeof DropdownMenu.Content>) {
  // Drawn with the page itself it is not there yet; found while the menu is open, it would close it.
  const [landmark, setLandmark] = useState<Element | null>(null);
  useEffect(() => setLandmark(document.querySelector('main')), []);
  return (
    // Within the page's landmark, where screen readers look for it.
    <DropdownMenu.Portal container={landmark}>
      <DropdownMenu.Content
        align="end"
        sideOffset={4}
        collisionPadding={8}
        className={cx(
          'z-20 max-h-(--radix-dropdown-menu-content-available-height) max-w-[calc(100vw-1rem)] min-w-56 overflow-y-auto rounded-large border border-line bg-raised p-1 text-body text-ink shadow-float',
          className,
        )}
        {...props}
      />
    </DropdownMenu.Portal>
  );
}

export function MenuItem({ className, ...props }: ComponentProps<typeof DropdownMenu.Item>) {
  return <DropdownMenu.Item className={cx(item, className)} {...props} />;
}

/** An entry that can be ticked; the menu stays open, so several can be. */
export function MenuCheck({
  children,
  hint,
  ...props
}: ComponentProps<typeof DropdownMenu.CheckboxItem> & { hint?: ReactNode }) {
  return (
    <DropdownMenu.CheckboxItem
      className={item}
      onSelect={(event) => event.preventDefault()}
      {...props}
    >
      <span className="flex size-4 shrink-0 items-center justify-center">
        <DropdownMenu.ItemIndicator>
          <Check aria-hidden size={14} />
        </DropdownMenu.ItemIndicator>
      </span>
      <span className="flex-1">{children}</span>
      {hint && <span className="ps-2 text-small text-muted">{hint}</span>}
    </DropdownMenu.CheckboxItem>
  );
}

export function MenuLabel({ children }: { children: ReactNode }) {
  return (
    <DropdownMenu.Label className="px-2 pt-1 pb-0.5 text-small text-muted">
      {children}
    </DropdownMenu.Label>
  );
}

export function MenuLine() {
  return <DropdownMenu.Separator className="my-1 h-px bg-line" />;
}
