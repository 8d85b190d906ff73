import { UserRoundX } from 'lucide-react';
import { t } from '#lib/browser/i18n.ts';
import type { BuyingRole } from '#lib/model/vocabulary.ts';
import type { Joining, LeftOut } from '#lib/panel/batch.ts';
import type { PersonView } from '#lib/panel/view.ts';
import { RoleMenu } from '../decision/role-menu.tsx';
import { rolesLabel } from '../labels.ts';
import { nameOf } from '../person/names.ts';

/** Under somebody ticked: the roles they will join in, to change, or why they will not. */
export function JoiningLine({
  person,
  joining,
  leftOut,
  onRoles,
}: {
  person: PersonView;
  joining: Joining | undefined;
  leftOut: LeftOut | undefined;
  onRoles: (roles: BuyingRole[]) => void;
}) {
  if (leftOut)
    return (
      <p className="flex items-center gap-1 pt-1 text-small text-muted">
        <UserRoundX aria-hidden size={12} className="shrink-0" />
        {t('notJoining', { reason: t(`leftOut_${leftOut}`) })}
      </p>
    );
  if (!joining) return null;
  const { roles, suggestions } = joining;
  const said = roles.length > 0 ? t('joinsAs', { roles: rolesLabel(roles) }) : t('joinsPlain');
  return (
    <RoleMenu
      label={t('rolesOf', { name: nameOf(person), roles: said })}
      roles={roles}
      suggestions={suggestions}
      onChange={onRoles}
      className="mt-1 inline-flex min-h-6 max-w-full items-center gap-1 rounded-medium bg-accent-soft px-2 text-start text-small font-medium text-accent"
    >
      <span className="min-w-0 truncate">{said}</span>
    </RoleMenu>
  );
}
