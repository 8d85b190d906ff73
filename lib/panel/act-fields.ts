/** What the acts are given to write, as the forms have it. */
import type {
  BuyingRole,
  Channel,
  Direction,
  MemberStatus,
  Stance,
} from '#lib/model/vocabulary.ts';

/** What a decision is worth and when it is to close; `null` is not known. */
export interface TermsFields {
  amount: number | null;
  currency?: string;
  closeDate: string | null;
}

/** What a member is in one decision; a field left out stays as it is. */
export interface MemberFields {
  status?: MemberStatus;
  roles?: BuyingRole[];
  stance?: Stance | null;
  external?: boolean;
}

/** Who finds somebody for an empty seat, and by when; `null` is nobody and no day. */
export interface SeatPlanFields {
  assigneeId: string | null;
  due: string | null;
  note: string | null;
}

/** A contact that the user had: with whom, over what, when (ISO 8601), and what was said in a line. */
export interface TouchFields {
  channel: Channel;
  direction?: Direction;
  at: string;
  title: string;
  contactIds: string[];
}

/** What the form for a new person asks; names are prefilled from the page. */
export interface PersonFields {
  name: string;
  company: string;
  title: string;
  email: string;
}
