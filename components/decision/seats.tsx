import { t } from '#lib/browser/i18n.ts';
import type { FilledSeat } from '#lib/model/coverage.ts';
import type { Member } from '#lib/model/records/member.ts';
import type { BuyingRole } from '#lib/model/vocabulary.ts';
import type { DecisionView } from '#lib/panel/view.ts';
import { roleLabel, stageLabel } from '../labels.ts';
import { cx } from '../ui/cx.ts';
import { SeatMark, standingOf } from './seat-mark.tsx';

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
      className="grid grid-cols-[repeat(auto-fill,minmax(min(9rem,100%),1fr))] gap-x-2 gap-y-1"
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
  const members = ownFirst(seat.members, own);
  const names = members.map(({ contactId }) => nameIn(decision, contactId));
  const [first] = members;
  const mine = own !== undefined && first?.contactId === own;
  const filling = ghost !== undefined && !mine && seat.missing > 0;
  const role = roleLabel(seat.seat.role);
  return (
    <li
      title={[role, ...names].join('\n')}
      className={cx(
        'flex min-w-0 items-center gap-2 rounded-medium p-1',
        mine && 'bg-accent-soft ring-1 ring-accent-line forced-colors:outline',
      )}
    >
      <SeatMark
        seat={seat}
        names={names}
        standing={first && standingOf(first, seat)}
        ghost={filling ? ghost : undefined}
      />
      <span className="min-w-0 flex-1">
        {first ? (
          <span className="flex">
            <bdi className={cx('truncate', mine && 'font-medium')}>{names[0]}</bdi>
            {names.length > 1 && (
              <span className="shrink-0 ps-1 text-muted">
                {t('andMore', { count: names.length - 1 })}
              </span>
            )}
          </span>
        ) : (
          <span className={cx('line-clamp-2', filling ? 'text-accent' : 'text-muted')}>{role}</span>
        )}
        <span className="line-clamp-2 text-small text-muted">
          {first ? (
            <>
              {role}
              <span className="sr-only">
                {t('comma')}
                {t(`figure_${standingOf(first, seat)}`)}
              </span>
              {decision.people.get(first.contactId)?.left && (
                <span className="text-warn">
                  {t('comma')}
                  {t('hasLeft')}
                </span>
              )}
              {first.status === 'potential' && `${t('comma')}${t('isPotential')}`}
              <Count seat={seat} filling={filling} />
            </>
          ) : (
            <EmptySeat seat={seat} decision={decision} filling={filling} />
          )}
        </span>
      </span>
    </li>
  );
}

/** How many of the people a seat needs are there, where it needs several. */
function Count({
  seat: { seat, members, missing, due },
  filling,
}: {
  seat: FilledSeat;
  filling: boolean;
}) {
  if (seat.count === 1) return null;
  const filled = members.length;
  if (filling)
    return (
      <span className="whitespace-nowrap text-accent">
        {' '}
        {t('seatsWouldFill', { after: filled + 1, count: seat.count })}
      </span>
    );
  return (
    <span className={cx('whitespace-nowrap', missing > 0 && due && 'text-warn')}>
      {' '}
      {t('seatsFilled', { filled, count: seat.count })}
    </span>
  );
}

/** What is said of an empty seat: that the act fills it, that it is due, or when it will be. */
function EmptySeat({
  seat: { seat, due },
  decision,
  filling,
}: {
  seat: FilledSeat;
  decision: DecisionView;
  filling: boolean;
}) {
  if (filling) return <span className="text-accent">{t('seatFills')}</span>;
  const by = decision.stages.find(({ id }) => id === seat.byStage);
  if (!due && !by) return t('seatEmpty');
  return (
    <>
      <span className="sr-only">{t('seatEmpty')}, </span>
      {due || !by ? (
        <span className="text-warn">{t('seatEmptyDue')}</span>
      ) : (
        t('seatEmptyBy', { stage: stageLabel(by) })
      )}
    </>
  );
}

const nameIn = ({ people }: DecisionView, contactId: string): string =>
  people.get(contactId)?.name ?? t('unknownPerson');

const ownFirst = (members: readonly Member[], own?: string): readonly Member[] =>
  own === undefined
    ? members
    : [...members].sort((a, b) => Number(b.contactId === own) - Number(a.contactId === own));
