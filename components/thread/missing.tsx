import { t } from '#lib/browser/i18n.ts';
import type { FilledSeat } from '#lib/model/coverage.ts';
import { canBeWritten, type Missing, mailAddress } from '#lib/panel/thread.ts';
import type { DecisionView } from '#lib/panel/view.ts';
import { standingOf } from '../decision/seat-mark.tsx';
import { roleLabel, rolesLabel, stageLabel } from '../labels.ts';
import { Avatar, EmptyAvatar } from '../ui/avatar.tsx';
import { CopyButton } from '../ui/copy-button.tsx';

/** Who of a decision's group a mail lacks: somebody with the seats they hold and how to write to them, or an empty seat. */
export function MissingLine({ missing, decision }: { missing: Missing; decision: DecisionView }) {
  return (
    <li className="flex min-h-9 items-center gap-2 py-0.5">
      {missing.is === 'empty' ? (
        <EmptySeat seat={missing.seat} decision={decision} />
      ) : (
        <Holder {...missing} />
      )}
    </li>
  );
}

function Holder({ contact, member, seats }: Extract<Missing, { is: 'person' }>) {
  const name = contact?.name ?? t('unknownPerson');
  const [first] = seats;
  return (
    <>
      <Avatar name={name} standing={first && standingOf(member, first)} />
      <span className="min-w-0 flex-1">
        <bdi className="block truncate">{name}</bdi>
        <span className="line-clamp-2 text-small text-muted">
          {rolesLabel(seats.map(({ seat }) => seat.role))}
          {member.status === 'potential' && `${t('comma')}${t('isPotential')}`}
          {contact?.left ? (
            <span className="text-warn">
              {t('comma')}
              {t('hasLeft')}
            </span>
          ) : (
            contact?.emails.length === 0 && `${t('comma')}${t('noAddress')}`
          )}
        </span>
      </span>
      {contact && canBeWritten(contact) && (
        <CopyButton small label={t('copyAddressOf', { name })} text={mailAddress(contact)} />
      )}
    </>
  );
}

function EmptySeat({
  seat: { seat, due },
  decision,
}: {
  seat: FilledSeat;
  decision: DecisionView;
}) {
  const by = decision.stages.find(({ id }) => id === seat.byStage);
  return (
    <>
      <EmptyAvatar due={due} />
      <span className="min-w-0">
        <span className="block">{roleLabel(seat.role)}</span>
        <span className={due ? 'block text-small text-warn' : 'block text-small text-muted'}>
          {t('seatEmpty')}
          {due
            ? `${t('comma')}${t('seatEmptyDue')}`
            : by && `${t('comma')}${t('seatEmptyBy', { stage: stageLabel(by) })}`}
        </span>
      </span>
    </>
  );
}
