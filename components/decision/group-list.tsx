import { t } from '#lib/browser/i18n.ts';
import type { DecisionView } from '#lib/panel/view.ts';
import { rolesLabel } from '../labels.ts';

/** Everybody in the buying group by name, where the seats cannot show them all: many in one seat, or a role without a seat. */
export function GroupList({ decision }: { decision: DecisionView }) {
  const members = decision.group.members.filter(({ status }) => status !== 'inactive');
  const shown = new Set(decision.seats.flatMap(({ members }) => members.slice(0, 1)));
  if (members.every((member) => shown.has(member))) return null;
  return (
    <details open={decision.seats.length === 0} className="text-small">
      <summary className="min-h-6 w-fit cursor-pointer rounded-small py-1 text-muted hover:text-ink">
        {t('wholeGroup', { count: members.length })}
      </summary>
      <ul className="grid gap-1 py-1">
        {members.map((member) => (
          <li key={member.id} className="flex gap-2">
            <bdi className="min-w-0 flex-1 truncate">
              {decision.people.get(member.contactId)?.name ?? t('unknownPerson')}
            </bdi>
            <span className="max-w-1/2 shrink-0 truncate text-muted">
              {member.roles.length > 0 ? rolesLabel(member.roles) : t('noRole')}
              {member.status === 'potential' && `${t('comma')}${t('isPotential')}`}
            </span>
          </li>
        ))}
      </ul>
    </details>
  );
}
