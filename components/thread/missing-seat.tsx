import { t } from '#lib/browser/i18n.ts';
import type { FilledSeat } from '#lib/model/coverage.ts';
import type { Contact } from '#lib/model/records/contact.ts';
import { canBeWritten, mailAddress } from '#lib/panel/thread.ts';
import type { DecisionView } from '#lib/panel/view.ts';
import { standingOf } from '../decision/seat-mark.tsx';
import { roleLabel, stageLabel } from '../labels.ts';
import { Avatar, EmptyAvatar, type Standing } from '../ui/avatar.tsx';
import { CopyButton } from '../ui/copy-button.tsx';

/** As many of a seat's people as are named one by one. */
const named = 3;

/** A seat of a decision that nobody on the mail holds: who does and how to write to them, or that it is empty. */
export function MissingSeat({ seat, decision }: { seat: FilledSeat; decision: DecisionView }) {
  const { members } = seat;
  const role = roleLabel(seat.seat.role);
  if (members.length === 0)
    return (
      <li className="flex min-h-9 items-center gap-2 py-0.5">
        <EmptyAvatar due={seat.due} />
        <span className="min-w-0">
          <span className="block">{role}</span>
          <Emptiness seat={seat} decision={decision} />
        </span>
      </li>
    );
  return (
    <>
      {members.slice(0, named).map((member) => (
        <Holder
          key={member.contactId}
          role={role}
          potential={member.status === 'potential'}
          standing={standingOf(member, seat)}
          contact={decision.people.get(member.contactId)}
        />
      ))}
      {members.length > named && (
        <li className="py-0.5 ps-9 text-small text-muted">
          {role} {t('andMore', { count: members.length - named })}
        </li>
      )}
    </>
  );
}

function Holder({
  role,
  potential,
  standing,
  contact,
}: {
  role: string;
  potential: boolean;
  standing: Standing;
  contact: Contact | undefined;
}) {
  const name = contact?.name ?? t('unknownPerson');
  return (
    <li className="flex min-h-9 items-center gap-2 py-0.5">
      <Avatar name={name} standing={standing} />
      <span className="min-w-0 flex-1">
        <bdi className="block truncate">{name}</bdi>
        <span className="block text-small text-muted">
          {role}
          {potential && `, ${t('isPotential')}`}
          {contact?.left ? (
            <span className="text-warn">, {t('hasLeft')}</span>
          ) : (
            contact?.emails.length === 0 && `, ${t('noAddress')}`
          )}
        </span>
      </span>
      {contact && canBeWritten(contact) && (
        <CopyButton small label={t('copyAddressOf', { name })} text={mailAddress(contact)} />
      )}
    </li>
  );
}

function Emptiness({
  seat: { seat, due },
  decision,
}: {
  seat: FilledSeat;
  decision: DecisionView;
}) {
  const by = decision.stages.find(({ id }) => id === seat.byStage);
  return (
    <span className={due ? 'block text-small text-warn' : 'block text-small text-muted'}>
      {t('seatEmpty')}
      {due ? `, ${t('seatEmptyDue')}` : by && `, ${t('seatEmptyBy', { stage: stageLabel(by) })}`}
    </span>
  );
}
