import { AlertDialog } from 'radix-ui';
import type { ComponentProps, ReactElement, ReactNode } from 'react';
import { Button } from './button.tsx';

/** A question in the middle of the page, over a veil: what is asked, why, and two answers. */
export function Alert({
  trigger,
  title,
  description,
  children,
  stay,
  act,
  ...shown
}: {
  /** What asks it; without one, `open` does. */
  trigger?: ReactElement;
  title: string;
  description: string;
  children?: ReactNode;
  /** The answer that leaves everything as it is. */
  stay: string;
  /** The button of the other answer. */
  act: ReactElement;
} & Pick<ComponentProps<typeof AlertDialog.Root>, 'open' | 'onOpenChange'>) {
  return (
    <AlertDialog.Root {...shown}>
      {trigger && <AlertDialog.Trigger asChild>{trigger}</AlertDialog.Trigger>}
      <AlertDialog.Portal>
        <AlertDialog.Overlay className="fixed inset-0 z-20 bg-veil" />
        <AlertDialog.Content className="fixed inset-x-4 top-1/2 z-20 mx-auto flex max-w-88 -translate-y-1/2 flex-col gap-3 rounded-large border border-line bg-raised p-4 text-body text-ink shadow-float">
          <AlertDialog.Title className="text-title font-semibold">{title}</AlertDialog.Title>
          <AlertDialog.Description className="text-muted">{description}</AlertDialog.Description>
          {children}
          <div className="flex flex-wrap justify-end gap-2">
            <AlertDialog.Cancel asChild>
              <Button>{stay}</Button>
            </AlertDialog.Cancel>
            <AlertDialog.Action asChild>{act}</AlertDialog.Action>
          </div>
        </AlertDialog.Content>
      </AlertDialog.Portal>
    </AlertDialog.Root>
  );
}
