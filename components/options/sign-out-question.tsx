import { AlertDialog } from 'radix-ui';
import { t } from '#lib/browser/i18n.ts';
import { alertLook, veilLook } from '../ui/alert.ts';
import { Button } from '../ui/button.tsx';

/** Edits that signing out would lose, or that what holds them cannot be read; `undefined` until they are counted. */
export type Waiting = number | 'unread' | undefined;

/** Asked before the copy on this computer is removed, with what would be lost with it. */
export function SignOutQuestion({
  waiting = 0,
  because,
  open,
  onOpenChange,
  onSignOut,
}: {
  waiting: Waiting;
  /** What it comes from, where the user did not ask to be signed out. */
  because?: string;
  open: boolean;
  onOpenChange: (open: boolean) => void;
  onSignOut: () => void;
}) {
  const loses = waiting === 'unread' || waiting > 0;
  return (
    <AlertDialog.Root open={open} onOpenChange={onOpenChange}>
      <AlertDialog.Portal>
        <AlertDialog.Overlay className={veilLook} />
        <AlertDialog.Content className={alertLook}>
          <AlertDialog.Title className="text-title font-semibold">
            {question(waiting)}
          </AlertDialog.Title>
          <AlertDialog.Description className="text-muted">
            {[because, reason(waiting)].filter(Boolean).join(' ')}
          </AlertDialog.Description>
          <div className="flex flex-wrap justify-end gap-2">
            <AlertDialog.Cancel asChild>
              <Button>{t('stay')}</Button>
            </AlertDialog.Cancel>
            <AlertDialog.Action asChild>
              <Button look={loses ? 'danger' : 'solid'} onClick={onSignOut}>
                {loses ? t('signOutAnyway') : t('signOut')}
              </Button>
            </AlertDialog.Action>
          </div>
        </AlertDialog.Content>
      </AlertDialog.Portal>
    </AlertDialog.Root>
  );
}

function question(waiting: number | 'unread'): string {
  if (waiting === 'unread') return t('signOutUnread');
  return waiting > 0 ? t('signOutLoses', { count: waiting }) : t('signOutQuestion');
}

function reason(waiting: number | 'unread'): string {
  if (waiting === 'unread') return t('signOutUnreadWhy');
  return waiting > 0 ? t('signOutLosesWhy') : t('signOutWhy');
}
