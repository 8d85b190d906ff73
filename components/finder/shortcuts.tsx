import { Dialog } from 'radix-ui';
import { t } from '#lib/browser/i18n.ts';
import { Button } from '../ui/button.tsx';

/** The keys of the panel. */
export function Shortcuts({ onClose }: { onClose: () => void }) {
  const keys = [
    ['/', t('findPlaceholder')],
    ['Ctrl K · ⌘ K', t('palette')],
    ['Ctrl Z · ⌘ Z', t('undo')],
    ['Esc', t('back')],
    ['?', t('shortcuts')],
  ];
  return (
    <Dialog.Root open onOpenChange={(open) => !open && onClose()}>
      <Dialog.Portal>
        <Dialog.Overlay className="fixed inset-0 z-20 bg-page/70" />
        <Dialog.Content
          aria-describedby={undefined}
          className="fixed inset-x-4 top-16 z-30 mx-auto flex max-w-sm flex-col gap-3 rounded-large border border-line bg-raised p-4 text-body text-ink shadow-float"
        >
          <Dialog.Title className="text-title font-semibold">{t('shortcuts')}</Dialog.Title>
          <dl className="grid grid-cols-[auto_1fr] items-baseline gap-x-4 gap-y-2">
            {keys.map(([key, act]) => (
              <div key={key} className="contents">
                <dt>
                  <kbd className="rounded-small border border-line bg-sunk px-1.5 py-0.5 text-small">
                    {key}
                  </kbd>
                </dt>
                <dd>{act}</dd>
              </div>
            ))}
          </dl>
          <Dialog.Close asChild>
            <Button className="self-start">{t('closeDialog')}</Button>
          </Dialog.Close>
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  );
}
