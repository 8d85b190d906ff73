import { t } from '#lib/browser/i18n.ts';
import type { FilledSeat } from '#lib/model/coverage.ts';
import type { Member } from '#lib/model/records/member.ts';
import type { BuyingRole } from '#lib/model/vocabulary.ts';
import type { DecisionView } from '#lib/panel/view.ts';
import { roleLabel, stageLabel } from '../labels.ts';
import { Avatar, EmptyAvatar, type Standing } from '../ui/avatar.tsx';
import { cx } from '../ui/cx.ts';

/** The person an act on offer would seat, and in which roles. */
export interface Ghost {
  name: string;
  roles: readonly BuyingRole[];
}

/** The target profile as seats: who sits in each, and which are empty. `own` is the contact the panel speaks of. */
export function Seats({
  decision,
  own,
  ghost,
}: {
  decision: DecisionView;
  own?: string;
  ghost?: Ghost;
}) {
  return (
    <ul
      aria-label={t('seatsOf', { solution: decision.solution.name })}
      className="grid grid-cols-[repeat(auto-fill,minmax(8.25rem,1fr))] gap-x-2 gap-y-1"
    >
      {decision.seats.map((seat) => (
        <Seat
          key={seat.seat.id}
          seat={seat}
          decision={decision}
          own={own}
          ghost={ghost?.roles.includes(seat.seat.role) ? ghost.name : undefined}
        />
      ))}
    </ul>
  );
}

function Seat({
  seat,
  decision,
  own,
  ghost,
}: {
  seat: FilledSeat;
  decision: DecisionView;
  own?: string;
  ghost?: string;
}) {
  const mine = seat.members.some(({ contactId }) => contactId === own);
  const filling = ghost !== undefined && !mine && seat.missing > 0;
  const role = roleLabel(seat.seat.role);
  const names = seatNames(seat, decision, own);
  const first = seat.members.find(({ contactId }) => contactId === own) ?? seat.members[0];
  return (
    <li
      title={[role, ...names].join('\n')}
      className={cx(
        'flex min-w-0 items-center gap-2 rounded-medium p-1',
        mine && 'bg-accent-soft ring-1 ring-accent-line',
      )}
    >
      {filling ? (
        <Avatar name={ghost} ghost />
      ) : first ? (
        <Avatar name={names[0] ?? ''} standing={standing(first, seat)} />
      ) : (
        <EmptyAvatar due={seat.due} />
      )}
      <span className="min-w-0 flex-1">
        {first ? (
          <>
            <span className="flex">
              <bdi className={cx('truncate', mine && 'font-medium')}>{names[0]}</bdi>
              {names.length > 1 && (
                <span className="shrink-0 pl-1 text-muted">
                  {t('andMore', { count: names.length - 1 })}
                </span>
              )}
            </span>
            <span className="block truncate text-small text-muted">
              {role}
              <span className="sr-only">, {t(`figure_${standing(first, seat)}`)}</span>
              {seat.seat.count > 1 && (
                <span className={cx(seat.missing > 0 && seat.due && 'text-warn')}>
                  {' '}
                  {t('seatsFilled', { filled: seat.members.length, count: seat.seat.count })}
                </span>
              )}
            </span>
          </>
        ) : (
          <>
            <span className={cx('block truncate', filling ? 'text-accent' : 'text-muted')}>
              {role}
            </span>
            <EmptySeat seat={seat} decision={decision} filling={filling} />
          </>
        )}
      </span>
    </li>
  );
}

/** What is said of an empty seat: that the act fills it, that it is due, or when it will be. */
function EmptySeat({
  seat,
  decision,
  filling,
}: {
  seat: FilledSeat;
  decision: DecisionView;
  filling: boolean;
}) {
  if (filling)
    return <span className="block truncate text-small text-accent">{t('seatFills')}</span>;
  if (seat.due)
    return <span className="block truncate text-small text-warn">{t('seatEmptyDue')}</span>;
  const by = decision.stages.find(({ id }) => id === seat.seat.byStage);
  return (
    <span className="block truncate text-small text-muted">
      {by ? t('seatEmptyBy', { stage: stageLabel(by) }) : t('seatEmpty')}
    </span>
  );
}

/** The names in a seat, the own person first. */
function seatNames({ members }: FilledSeat, { people }: DecisionView, own?: string): string[] {
  const names = members.map(({ contactId }) => people.get(contactId)?.name ?? t('unknownPerson'));
  const at = members.findIndex(({ contactId }) => contactId === own);
  return at > 0 ? [...names.splice(at, 1), ...names] : names;
}

const standing = (member: Member, seat: FilledSeat): Standing =>
  seat.twoWay.includes(member) ? 'twoWay' : seat.engaged.includes(member) ? 'engaged' : 'known';
