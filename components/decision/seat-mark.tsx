import type { FilledSeat } from '#lib/model/coverage.ts';
import type { Member } from '#lib/model/records/member.ts';
import { Avatar, EmptyAvatar, type Standing } from '../ui/avatar.tsx';

/** A seat as a circle: its person, or dashed while empty. Where several are needed, a second circle stands for the others. */
export function SeatMark({
  seat: { seat, missing, due },
  names: [first, second],
  standing,
  ghost,
}: {
  seat: FilledSeat;
  names: readonly string[];
  standing?: Standing;
  ghost?: string;
}) {
  if (first === undefined)
    return ghost === undefined ? <EmptyAvatar due={due} /> : <Avatar name={ghost} ghost />;
  if (seat.count === 1) return <Avatar name={first} standing={standing} />;
  return (
    <span aria-hidden className="flex shrink-0">
      <Avatar name={first} standing={standing} />
      <span className="-z-1 -ms-5">
        {ghost !== undefined ? (
          <Avatar name="" ghost />
        ) : missing > 0 ? (
          <EmptyAvatar due={due} />
        ) : (
          <Avatar name={second ?? ''} className="ring-1 ring-line" />
        )}
      </span>
    </span>
  );
}

/** How far a seat's member has come with us. */
export const standingOf = (member: Member, seat: FilledSeat): Standing =>
  seat.twoWay.includes(member) ? 'twoWay' : seat.engaged.includes(member) ? 'engaged' : 'known';
