import { t } from '#lib/browser/i18n.ts';
import type { Contact } from '#lib/model/records/contact.ts';
import type { Member } from '#lib/model/records/member.ts';
import type { DecisionView } from '#lib/panel/view.ts';
import { useAct, useDoing } from '../acts.tsx';
import { LeftBadge } from '../person/left-badge.tsx';
import { Button } from '../ui/button.tsx';

/** Members who left their account. Their seats stay as the user said, until the user says otherwise, in one click. */
export function WhoLeft({ decision: { group, people } }: { decision: DecisionView }) {
  const gone = group.members.flatMap((member) => {
    const contact = people.get(member.contactId);
    return contact?.left && member.status !== 'inactive' ? [{ contact, member }] : [];
  });
  if (gone.length === 0) return null;
  return (
    <ul className="flex flex-col gap-1">
      {gone.map(({ contact, member }) => (
        <li key={member.id}>
          <WhoLeftRow named contact={contact} members={[member]} />
        </li>
      ))}
    </ul>
  );
}

/** One who left: when, and the one click that sets them inactive in these decisions. */
export function WhoLeftRow({
  contact: { name, left },
  members,
  named = false,
}: {
  contact: Contact;
  members: Member[];
  /** Says whom it is about, where nothing beside it does. */
  named?: boolean;
}) {
  const { acts } = useDoing();
  const [busy, run] = useAct();
  const active = members.filter(({ status }) => status !== 'inactive');
  if (!left) return null;
  return (
    <div className="flex flex-wrap items-center gap-x-2 gap-y-1">
      {named && <bdi className="min-w-0 truncate">{name}</bdi>}
      <LeftBadge left={left} />
      {active.length > 0 && (
        <Button
          look="link"
          className="text-small"
          disabled={busy}
          aria-label={t('setInactiveOf', { name })}
          onClick={() => void run(() => acts.setInactive(active))}
        >
          {t('setInactive')}
        </Button>
      )}
    </div>
  );
}
