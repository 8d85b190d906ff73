import { Dialog } from 'radix-ui';
import { t } from '#lib/browser/i18n.ts';
import { Button } from '../ui/button.tsx';
import { KeyList } from './key-list.tsx';

/** The keys of the panel. */
export function Shortcuts({ onClose }: { onClose: () => void }) {
  return (
    <Dialog.Root open onOpenChange={(open) => !open && onClose()}>
      <Dialog.Portal>
        <Dialog.Overlay className="fixed inset-0 z-20 bg-page/70" />
        <Dialog.Content
          aria-describedby={undefined}
          className="fixed inset-x-4 top-16 z-30 mx-auto flex max-w-sm flex-col gap-3 rounded-large border border-line bg-raised p-4 text-body text-ink shadow-float"
        >
          <Dialog.Title className="text-title font-semibold">{t('shortcuts')}</Dialog.Title>
          <KeyList />
          <Dialog.Close asChild>
            <Button className="self-start">{t('closeDialog')}</Button>
          </Dialog.Close>
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  );
}
