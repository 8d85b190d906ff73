/** Coverage, quorum and gaps of one opportunity: each figure of the domain defined here, once. */
import { engagedContacts, twoWayContacts } from './engagement.ts';
import type { Member } from './records/member.ts';
import type { Opportunity } from './records/opportunity.ts';
import type { Seat } from './records/solution.ts';
import type { Stage } from './records/stage.ts';
import type { Touch } from './records/touch.ts';

/** Everything the figures of one opportunity follow from. `now` in milliseconds since 1970. */
export interface Group {
  opportunity: Opportunity;
  profile: readonly Seat[];
  members: readonly Member[];
  touches: readonly Touch[];
  stages: readonly Stage[];
  now: number;
}

/** Three shares from 0 to 1, never merged. */
export interface Coverage {
  known: number;
  engaged: number;
  twoWay: number;
}

export interface FilledSeat {
  seat: Seat;
  /** Whether the seat is due at the opportunity's present stage. */
  due: boolean;
  members: Member[];
  engaged: Member[];
  twoWay: Member[];
  /** How many people are still missing. */
  missing: number;
}

const sits = (member: Member, seat: Seat): boolean =>
  member.status !== 'inactive' && member.roles.includes(seat.role);

/** The seats of the target profile with who fills them. A person with two roles sits in both. */
export function seats(group: Group): FilledSeat[] {
  const engaged = engagedContacts(group.touches, group.opportunity, group.now);
  const twoWay = twoWayContacts(group.touches, group.opportunity, group.now);
  return group.profile.map((seat) => {
    const members = group.members.filter((member) => sits(member, seat));
    return {
      seat,
      due: isDue(seat, group),
      members,
      engaged: members.filter((member) => engaged.has(member.contactId)),
      twoWay: members.filter((member) => twoWay.has(member.contactId)),
      missing: Math.max(0, seat.count - members.length),
    };
  });
}

/**
 * Share of the profile's seats that have a known, an engaged and a two-way member:
 * sum of min(filled / required, 1) x weight over the sum of weights.
 * `null` for an empty target profile: no coverage rather than 100 %.
 */
export function coverage(group: Group): Coverage | null {
  const filled = seats(group);
  const total = filled.reduce((sum, { seat }) => sum + seat.weight, 0);
  if (total === 0) return null;
  const share = (of: (seat: FilledSeat) => Member[]) =>
    filled.reduce(
      (sum, seat) => sum + Math.min(of(seat).length / seat.seat.count, 1) * seat.seat.weight,
      0,
    ) / total;
  return {
    known: share((seat) => seat.members),
    engaged: share((seat) => seat.engaged),
    twoWay: share((seat) => seat.twoWay),
  };
}

/** Quorum: every seat required at the present stage has an engaged member. No seat due, no quorum to speak of: `null`. */
export function quorum(group: Group): boolean | null {
  const due = seats(group).filter((seat) => seat.due);
  return due.length === 0 ? null : due.every((seat) => seat.engaged.length >= seat.seat.count);
}

/** The seats due at the present stage that are still not filled. */
export function gaps(group: Group): FilledSeat[] {
  return seats(group).filter((seat) => seat.due && seat.missing > 0);
}

function isDue(seat: Seat, { stages, opportunity }: Group): boolean {
  if (seat.byStage === undefined) return true;
  const order = (id: string) => stages.find((stage) => stage.id === id)?.order;
  const by = order(seat.byStage);
  const present = order(opportunity.stageId);
  return by === undefined || present === undefined || present >= by;
}
