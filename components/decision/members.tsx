import { useState } from 'react';
import { t } from '#lib/browser/i18n.ts';
import type { DecisionView, MemberView } from '#lib/panel/view.ts';
import { Button } from '../ui/button.tsx';
import { MemberRow } from './member-row.tsx';

/** Everybody in the buying group, those out of it last. */
export function Members({
  decision,
  members,
}: {
  decision: DecisionView;
  members: readonly MemberView[];
}) {
  const [all, setAll] = useState(members.length <= firstShown + 2);
  if (members.length === 0) return <p className="px-4 pb-3 text-muted">{t('groupEmpty')}</p>;
  const shown = all ? members : members.slice(0, firstShown);
  return (
    <>
      <ul aria-label={t('membersOf', { solution: decision.solution.name })} className="pb-2">
        {shown.map((view) => (
          <MemberRow key={view.member.id} view={view} decision={decision} />
        ))}
      </ul>
      {shown.length < members.length && (
        <div className="px-4 pb-3">
          <Button look="bare" className="-ms-2.5" onClick={() => setAll(true)}>
            {t('showMore', { count: members.length - shown.length })}
          </Button>
        </div>
      )}
    </>
  );
}

/** One or two more are shown rather than hidden behind a button. */
const firstShown = 10;
