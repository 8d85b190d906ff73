import { AlertDialog } from 'radix-ui';
import { t } from '#lib/browser/i18n.ts';
import type { Team } from '#lib/model/vocabulary.ts';
import { teamLabel } from '../labels.ts';
import { alertLook, veilLook } from '../ui/alert.ts';
import { Button } from '../ui/button.tsx';

/** Who is signed in. Signing out removes the copy on this computer, and warns of what would be lost with it. */
export function AccountOptions({
  user,
  waiting,
  onSignIn,
  onSignOut,
}: {
  user?: { name: string; team: Team; email?: string };
  waiting: number | 'unread';
  onSignIn: () => void;
  onSignOut: () => void;
}) {
  if (!user)
    return (
      <div className="flex items-center gap-3">
        <p className="min-w-0 flex-1 text-muted">{t('nobodySignedIn')}</p>
        <Button look="solid" onClick={onSignIn}>
          {t('signIn')}
        </Button>
      </div>
    );
  const loses = waiting === 'unread' || waiting > 0;
  return (
    <div className="flex items-center gap-3">
      <div className="min-w-0 flex-1">
        <p className="font-medium">
          <bdi>{user.name}</bdi>
        </p>
        <p className="text-muted">
          {[user.email, teamLabel(user.team)].filter(Boolean).join(' · ')}
        </p>
      </div>
      <AlertDialog.Root>
        <AlertDialog.Trigger asChild>
          <Button>{t('signOut')}</Button>
        </AlertDialog.Trigger>
        <AlertDialog.Portal>
          <AlertDialog.Overlay className={veilLook} />
          <AlertDialog.Content className={alertLook}>
            <AlertDialog.Title className="text-title font-semibold">
              {question(waiting)}
            </AlertDialog.Title>
            <AlertDialog.Description className="text-muted">
              {reason(waiting)}
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
    </div>
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
