import { useState } from 'react';
import { t } from '#lib/browser/i18n.ts';
import type { Team } from '#lib/model/vocabulary.ts';
import { teamLabel } from '../labels.ts';
import { Button } from '../ui/button.tsx';
import { SignOutQuestion, type Waiting } from './sign-out-question.tsx';

/** Who is signed in. Signing out removes the copy on this computer, and warns of what would be lost with it. */
export function AccountOptions({
  user,
  waiting,
  onSignIn,
  onSignOut,
}: {
  user?: { name: string; team: Team; email?: string };
  waiting: Waiting;
  onSignIn: () => void;
  onSignOut: () => void;
}) {
  const [asking, ask] = useState(false);
  if (!user)
    return (
      <div className="flex items-center gap-3">
        <p className="min-w-0 flex-1 text-muted">{t('nobodySignedIn')}</p>
        <Button look="solid" onClick={onSignIn}>
          {t('signIn')}
        </Button>
      </div>
    );
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
      <Button disabled={waiting === undefined} onClick={() => ask(true)}>
        {t('signOut')}
      </Button>
      <SignOutQuestion {...{ waiting, onSignOut }} open={asking} onOpenChange={ask} />
    </div>
  );
}
