import { ChevronDown, UserMinus } from 'lucide-react';
import type { ReactNode, Ref } from 'react';
import { t } from '#lib/browser/i18n.ts';
import { isGuess, type Suggestion } from '#lib/model/suggest.ts';
import { type BuyingRole, buyingRoles } from '#lib/model/vocabulary.ts';
import { percent } from '../format.ts';
import { roleLabel } from '../labels.ts';
import {
  Menu,
  MenuCheck,
  MenuContent,
  MenuItem,
  MenuLabel,
  MenuLine,
  MenuTrigger,
} from '../ui/menu.tsx';

/** The roles a person may have in a decision: several can be ticked. `onDetach` is there for a member. */
export function RoleMenu({
  label,
  children,
  roles,
  suggestions,
  className,
  disabled,
  onChange,
  onDetach,
  ref,
}: {
  label: string;
  children?: ReactNode;
  roles: readonly BuyingRole[];
  suggestions: readonly Suggestion[];
  className: string;
  disabled?: boolean;
  onChange: (roles: BuyingRole[]) => void;
  onDetach?: () => void;
  ref?: Ref<HTMLButtonElement>;
}) {
  const toggle = (role: BuyingRole, ticked: boolean) =>
    onChange(buyingRoles.filter((other) => (other === role ? ticked : roles.includes(other))));
  return (
    <Menu>
      <MenuTrigger
        ref={ref}
        aria-label={label}
        title={label}
        disabled={disabled}
        className={className}
      >
        {children}
        <ChevronDown aria-hidden size={14} />
      </MenuTrigger>
      <MenuContent>
        <MenuLabel>{t('rolesHere')}</MenuLabel>
        {buyingRoles.map((role) => (
          <MenuCheck
            key={role}
            checked={roles.includes(role)}
            onCheckedChange={(ticked) => toggle(role, ticked)}
            hint={roleHint(suggestions.find((suggestion) => suggestion.role === role))}
          >
            {roleLabel(role)}
          </MenuCheck>
        ))}
        {onDetach && (
          <>
            <MenuLine />
            <MenuItem onSelect={onDetach}>
              <UserMinus aria-hidden size={14} className="mx-px" />
              {t('detach')}
            </MenuItem>
          </>
        )}
      </MenuContent>
    </Menu>
  );
}

/** A role is marked when something speaks for it: how likely it is, or that its seat is empty. */
export function roleHint(suggestion: Suggestion | undefined): string | undefined {
  if (!suggestion || suggestion.because.length === 0) return undefined;
  return isGuess(suggestion)
    ? t('becauseEmptySeat')
    : t('likely', { share: percent(suggestion.likelihood) });
}
