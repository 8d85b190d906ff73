import { Dialog } from 'radix-ui';
import { useId } from 'react';
import { t } from '#lib/browser/i18n.ts';
import { Button } from '../ui/button.tsx';
import { Switch } from '../ui/switch.tsx';
import { KeyList } from './key-list.tsx';
import { useReturn } from './use-return.ts';

/** The keys of the panel; those of a single sign can be switched off, for whoever speaks to the computer. */
export function Shortcuts({
  single,
  onClose,
}: {
  single?: { on: boolean; onChange: (on: boolean) => void } | undefined;
  onClose: () => void;
}) {
  const id = useId();
  const back = useReturn();
  return (
    <Dialog.Root open onOpenChange={(open) => !open && onClose()}>
      <Dialog.Portal>
        <Dialog.Overlay className="fixed inset-0 z-20 bg-page/70" />
        <Dialog.Content
          aria-describedby={undefined}
          onCloseAutoFocus={back}
          className="fixed inset-x-4 top-16 z-30 mx-auto flex max-w-sm flex-col gap-3 rounded-large border border-line bg-raised p-4 text-body text-ink shadow-float"
        >
          <Dialog.Title className="text-title font-semibold">{t('shortcuts')}</Dialog.Title>
          <KeyList />
          {single && (
            <div className="flex items-center gap-2">
              <label htmlFor={id} className="min-w-0 flex-1">
                {t('singleKeys')}
              </label>
              <Switch id={id} checked={single.on} onCheckedChange={single.onChange} />
            </div>
          )}
          <Dialog.Close asChild>
            <Button className="self-start">{t('closeDialog')}</Button>
          </Dialog.Close>
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  );
}
