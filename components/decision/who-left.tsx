import { useId } from 'react';
import { t } from '#lib/browser/i18n.ts';
import type { Contact } from '#lib/model/records/contact.ts';
import type { Member } from '#lib/model/records/member.ts';
import { edited } from '#lib/panel/decision-calls.ts';
import { effectOf } from '#lib/panel/effect.ts';
import type { DecisionView } from '#lib/panel/view.ts';
import { useAct, useDoing } from '../acts.tsx';
import { LeftBadge } from '../person/left-badge.tsx';
import { Button } from '../ui/button.tsx';
import { effectText } from './coverage-change.tsx';

/** Members who left their account. Their seats stay as the user said, until the user says otherwise, in one click. */
export function WhoLeft({ decision }: { decision: DecisionView }) {
  const { group, people } = decision;
  const gone = group.members.flatMap((member) => {
    const contact = people.get(member.contactId);
    return contact?.left && member.status !== 'inactive' ? [{ contact, member }] : [];
  });
  if (gone.length === 0) return null;
  return (
    <ul className="flex flex-col gap-1">
      {gone.map(({ contact, member }) => (
        <li key={member.id}>
          <WhoLeftRow named contact={contact} member={member} decision={decision} />
        </li>
      ))}
    </ul>
  );
}

/** One who left: when, and the one click that sets them inactive in the decision. */
export function WhoLeftRow({
  contact: { name, left },
  member,
  decision,
  named = false,
}: {
  contact: Contact;
  member: Member;
  decision: DecisionView;
  /** Says whom it is about, where nothing beside it does. */
  named?: boolean;
}) {
  const { acts } = useDoing();
  const [busy, run] = useAct();
  const id = useId();
  if (!left) return null;
  const active = member.status !== 'inactive';
  const effect = active && effectText(effectOf(decision, [edited(member, { status: 'inactive' })]));
  return (
    <div className="flex flex-wrap items-center gap-x-2 gap-y-1">
      {named && <bdi className="min-w-0 truncate">{name}</bdi>}
      <LeftBadge left={left} />
      {active && (
        <Button
          look="link"
          className="text-small"
          disabled={busy}
          aria-label={t('setInactiveOf', { name })}
          aria-describedby={effect ? id : undefined}
          onClick={() => void run(() => acts.setInactive([member]))}
        >
          {t('setInactive')}
        </Button>
      )}
      {effect && (
        <span id={id} className="text-small text-muted tabular-nums">
          {effect}
        </span>
      )}
    </div>
  );
}
