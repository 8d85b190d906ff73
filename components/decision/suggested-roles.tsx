import { Check, X } from 'lucide-react';
import { useId } from 'react';
import { t } from '#lib/browser/i18n.ts';
import { accepted } from '#lib/panel/decision-calls.ts';
import { effectOf } from '#lib/panel/effect.ts';
import type { DecisionView, MemberView } from '#lib/panel/view.ts';
import { useAct, useDoing } from '../acts.tsx';
import { percent } from '../format.ts';
import { reasons, roleLabel } from '../labels.ts';
import { IconButton } from '../ui/button.tsx';
import { effectText } from './coverage-change.tsx';

/** Roles the member likely has, each with its reason and a yes and a no; what was declined does not come back. */
export function SuggestedRoles({
  view: { member, contact, suggested },
  decision,
}: {
  view: MemberView;
  decision: DecisionView;
}) {
  const id = useId();
  const { acts } = useDoing();
  const [busy, run] = useAct();
  if (suggested.length === 0) return null;
  const name = contact?.name ?? t('unknownPerson');
  return (
    <ul aria-label={t('suggestedRolesOf', { name })} className="flex flex-col pt-1">
      {suggested.map((suggestion) => {
        const role = roleLabel(suggestion.role);
        const effect = effectText(effectOf(decision, [accepted(member, suggestion.role)]));
        const effectId = effect ? `${id} ${suggestion.role}`.replaceAll(' ', '-') : undefined;
        return (
          <li key={suggestion.role} className="flex items-center gap-1">
            <p className="min-w-0 flex-1 text-small">
              <span className="font-medium text-accent">
                {t('likelyRole', { role, share: percent(suggestion.likelihood) })}
              </span>
              {suggestion.because.length > 0 && (
                <span className="text-muted">{reasons(suggestion)}</span>
              )}
              {effect && (
                <span id={effectId} className="block text-muted tabular-nums">
                  {effect}
                </span>
              )}
            </p>
            <IconButton
              label={t('acceptRole', { role, name })}
              aria-describedby={effectId}
              disabled={busy}
              onClick={() => void run(() => acts.acceptRole(member, suggestion.role))}
              className="text-accent"
            >
              <Check aria-hidden size={16} />
            </IconButton>
            <IconButton
              label={t('declineRole', { role, name })}
              disabled={busy}
              onClick={() => void run(() => acts.declineRole(member, suggestion.role))}
            >
              <X aria-hidden size={16} />
            </IconButton>
          </li>
        );
      })}
    </ul>
  );
}
