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
import { ActWords } from './coverage-change.tsx';

/**
 * The roles a person may have in a decision: several can be ticked. Where a tick is an act of its own, `effect` says
 * what having these roles does to coverage. `detach` is there for a member.
 */
export function RoleMenu({
  label,
  children,
  roles,
  suggestions,
  className,
  disabled,
  effect,
  onChange,
  detach,
  ref,
}: {
  label: string;
  children?: ReactNode;
  roles: readonly BuyingRole[];
  suggestions: readonly Suggestion[];
  className: string;
  disabled?: boolean;
  effect?: (roles: BuyingRole[]) => string;
  onChange: (roles: BuyingRole[]) => void;
  detach?: { effect: string; run: () => void };
  ref?: Ref<HTMLButtonElement>;
}) {
  const toggled = (role: BuyingRole) =>
    buyingRoles.filter((other) => roles.includes(other) !== (other === role));
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
            onCheckedChange={() => onChange(toggled(role))}
            hint={roleHint(suggestions.find((suggestion) => suggestion.role === role))}
          >
            <ActWords effect={effect?.(toggled(role)) ?? ''}>{roleLabel(role)}</ActWords>
          </MenuCheck>
        ))}
        {detach && (
          <>
            <MenuLine />
            <MenuItem onSelect={detach.run}>
              <UserMinus aria-hidden size={14} className="mx-px shrink-0" />
              <ActWords effect={detach.effect}>{t('detach')}</ActWords>
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
