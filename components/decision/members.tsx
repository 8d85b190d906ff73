import { t } from '#lib/browser/i18n.ts';
import type { DecisionView, MemberView } from '#lib/panel/view.ts';
import { MemberRow } from './member-row.tsx';

/** Everybody in the buying group, those out of it last. */
export function Members({
  decision,
  members,
}: {
  decision: DecisionView;
  members: readonly MemberView[];
}) {
  if (members.length === 0) return <p className="px-4 pb-3 text-muted">{t('groupEmpty')}</p>;
  return (
    <ul aria-label={t('membersOf', { solution: decision.solution.name })} className="pb-2">
      {members.map((view) => (
        <MemberRow key={view.member.id} view={view} />
      ))}
    </ul>
  );
}
