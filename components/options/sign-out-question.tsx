import { t } from '#lib/browser/i18n.ts';
import { Alert } from '../ui/alert.tsx';
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
    <Alert
      {...{ open, onOpenChange }}
      title={question(waiting)}
      description={[because, reason(waiting)].filter(Boolean).join(' ')}
      stay={t('stay')}
      act={
        <Button look={loses ? 'danger' : 'solid'} onClick={onSignOut}>
          {loses ? t('signOutAnyway') : t('signOut')}
        </Button>
      }
    />
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
