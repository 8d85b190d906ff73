import type { Suggestion } from '#lib/model/suggest.ts';
import type { BuyingRole } from '#lib/model/vocabulary.ts';
import { roleLabel } from '../labels.ts';
import { MenuItem } from '../ui/menu.tsx';
import { roleHint } from './role-menu.tsx';

/** In a menu: one role to choose, the likeliest first, each with what it does to coverage. */
export function RoleChoices({
  suggestions,
  effect,
  onChoose,
}: {
  suggestions: readonly Suggestion[];
  effect: (role: BuyingRole) => string;
  onChoose: (role: BuyingRole) => void;
}) {
  return suggestions.map((suggestion) => {
    const { role } = suggestion;
    const hint = roleHint(suggestion);
    return (
      <MenuItem key={role} onSelect={() => onChoose(role)}>
        <span className="min-w-0 flex-1">
          <span className="flex gap-2">
            <span className="flex-1">{roleLabel(role)}</span>
            {hint && <span className="text-small text-muted">{hint}</span>}
          </span>
          <span className="block text-small text-muted tabular-nums">{effect(role)}</span>
        </span>
      </MenuItem>
    );
  });
}
