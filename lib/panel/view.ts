/** What the panel shows: plain data made from cache and page, so that components need only props. */
import type { JourneyAsked } from '#lib/contract/read.ts';
import type { Coverage, FilledSeat, Group } from '#lib/model/coverage.ts';
import type { SeenAccount, SeenPerson, ThreadPerson } from '#lib/model/detection.ts';
import type { Engagement } from '#lib/model/engagement.ts';
import type { JourneyEntry } from '#lib/model/journey.ts';
import type { AccountMatch, PersonMatch } from '#lib/model/match.ts';
import type { Account } from '#lib/model/records/account.ts';
import type { Contact } from '#lib/model/records/contact.ts';
import type { Member } from '#lib/model/records/member.ts';
import type { Note } from '#lib/model/records/note.ts';
import type { Opportunity } from '#lib/model/records/opportunity.ts';
import type { PlayStep } from '#lib/model/records/play-step.ts';
import type { SeatPlan } from '#lib/model/records/seat-plan.ts';
import type { Solution } from '#lib/model/records/solution.ts';
import type { Stage } from '#lib/model/records/stage.ts';
import type { Touch } from '#lib/model/records/touch.ts';
import type { Transition } from '#lib/model/records/transition.ts';
import type { User } from '#lib/model/records/user.ts';
import type { Suggestion } from '#lib/model/suggest.ts';
import type { BuyingRole, InterestLevel } from '#lib/model/vocabulary.ts';
import type { PersonFields } from './act-fields.ts';
import type { BatchActs } from './batch-acts.ts';
import type { DecisionActs } from './decision-acts.ts';
import type { MergeActs } from './merge-acts.ts';
import type { MergesView } from './merges.ts';
import type { NoteActs } from './note-acts.ts';
import type { OutboxActs } from './outbox-acts.ts';
import type { PeopleActs } from './people-acts.ts';
import type { PlayActs } from './play-acts.ts';
import type { RouteActs } from './route-acts.ts';
import type { UnresolvedActs } from './unresolved-acts.ts';

/** One decision in motion, with its figures and the people in its seats. */
export interface DecisionView {
  opportunity: Opportunity;
  solution: Solution;
  stage: Stage;
  /** All stages of the waterfall in their order. */
  stages: Stage[];
  group: Group;
  seats: FilledSeat[];
  coverage: Coverage | null;
  quorum: boolean | null;
  gaps: FilledSeat[];
  /** The steps of its play in their order. */
  play: PlayStep[];
  /** The people of the buying group by contact id, also those who sit in no seat of the profile. */
  people: ReadonlyMap<string, Contact>;
}

/** A decision as it concerns one person. `suggestions` is best first; `member` is absent while not attached. */
export interface PlaceView {
  decision: DecisionView;
  member?: Member;
  suggestions: Suggestion[];
  /** Coverage with the person attached in this role: the preview of the act. */
  preview: (roles: BuyingRole[]) => Coverage | null;
}

/** On the do-not-record list, or on record at an account that is not open to the user. */
export type Withheld = 'excluded' | 'closed';

/** A person seen on the page, beside what is known. `places` are the decisions of the account. */
export interface PersonView {
  seen: SeenPerson;
  /** The kind of page, e.g. `linkedin-profile`. */
  site?: string;
  match: PersonMatch;
  /** What the page says of the company, and which account that is. */
  seenAccount?: SeenAccount;
  account: AccountMatch;
  /** Of a known person who stands alone before the user. */
  merges?: MergesView;
  /** Of a known person: the account the page speaks of, which may be another than the one on record. */
  pageAccount?: AccountMatch;
  places: PlaceView[];
  /** Nothing else is said of them, and nothing can be done. */
  withheld?: Withheld;
}

/** `part` tells where in the mail the person stands. */
export interface ThreadPersonView extends PersonView {
  seen: ThreadPerson;
}

/** A decision that people of a list may join. */
export interface ListDecisionView {
  account: Account;
  decision: DecisionView;
}

/** A decision of an account of the people on a mail. */
export interface ThreadDecisionView extends ListDecisionView {
  /** The seats that people on the mail hold, each with those of them alone. */
  onThread: FilledSeat[];
  /** The seats nobody on the mail holds. */
  notOnThread: FilledSeat[];
}

/** Whom a mail brings together. */
export interface ThreadView {
  people: ThreadPersonView[];
  /** People of one's own company, by name: no contacts. */
  colleagues: string[];
  decisions: ThreadDecisionView[];
}

/** A member of a decision. `suggested` are roles the person likely has, neither accepted nor declined yet. */
export interface MemberView {
  member: Member;
  contact: Contact | undefined;
  engagement: Engagement;
  suggested: Suggestion[];
}

/** What a journey is told with: its entries, and what is named in them. */
export interface JourneyGround {
  account: Account;
  /** Touches and transitions, oldest first. */
  journey: JourneyEntry[];
  /** Touches of the whole account that nobody has routed yet, newest first. */
  unrouted: Touch[];
  /** The account's decisions still open: where a touch can be routed. */
  open: DecisionView[];
  /** The people of the account by id. */
  contacts: ReadonlyMap<string, Contact>;
  /** Names of people whom the cache does not hold. */
  names?: ReadonlyMap<string, string>;
  /** Who works here, by name. */
  users: User[];
  solutions: Solution[];
  /** The waterfall in its order. */
  stages: Stage[];
  /** Milliseconds since 1970. */
  now: number;
  /** Whether the cache has all of the account; else the server knows more. */
  whole: boolean;
  /** Where it is filled but for older touches: what was before this time is on the server. */
  touchesSince?: string;
}

/** A journey as it is asked for beyond the cache. */
export interface JourneyAsk extends Omit<JourneyAsked, 'order' | 'limit' | 'cursor'> {
  accountId: string;
}

/** What the server told beyond the cache, of the journey asked for last. `more`: it has more; `end`: that was all. */
export interface EarlierView {
  of: JourneyAsk;
  is: 'loading' | 'more' | 'end' | 'offline' | 'failed';
  entries: JourneyEntry[];
  /** Of the people in them, by id. */
  names: ReadonlyMap<string, string>;
}

/** One account with what all its decisions share. */
export interface AccountDetail extends JourneyGround {
  /** What anybody at the account looks at. */
  interests: SolutionInterest[];
  merges?: MergesView;
}

/** One decision opened: all that is kept of it. */
export interface DecisionDetail extends JourneyGround {
  decision: DecisionView;
  members: MemberView[];
  /** Plans of empty seats by the seat's id. */
  plans: ReadonlyMap<string, SeatPlan>;
  /** The newest first. */
  notes: Note[];
  /** Of this decision, oldest first. */
  transitions: Transition[];
  /** What the account looks at: this decision's solution with all its group, and others that anybody has shown interest in. */
  interests: SolutionInterest[];
}

export interface SolutionInterest {
  solution: Solution;
  /** The strongest first. `by` is the user who said so; absent, the touches of `evidence` show it, newest first. */
  people: { contact: Contact; level: InterestLevel; by?: string; evidence: Touch[] }[];
}

/** Whoever seems new may not be: the server is still being asked, or does not answer. */
export type Unsaid = 'checking' | 'unanswered';

/** What stands before the user. */
export type Moment =
  | { at: 'loading' }
  /** The active tab is no page a content script may run on, or its site is not switched on. */
  | { at: 'siteOff'; host: string | null }
  /** A switched-on page that shows nobody (yet). */
  | { at: 'nothing'; site: string | null }
  | {
      at: 'person';
      url: string;
      unread: string[];
      person: PersonView;
      unsaid?: Unsaid;
    }
  | {
      at: 'account';
      url: string;
      unread: string[];
      seen: SeenAccount;
      account: AccountMatch;
      decisions: DecisionView[];
      people: PersonView[];
      /** Of a known account. */
      detail?: AccountDetail;
      withheld?: Withheld;
      /** Of it where it seems new, else of its people. */
      unsaid?: Unsaid;
    }
  | {
      at: 'people';
      url: string;
      unread: string[];
      people: PersonView[];
      /** Of every account somebody on the list is at, or may be at by its name. */
      decisions: ListDecisionView[];
      unsaid?: Unsaid;
    }
  | ({
      at: 'thread';
      url: string;
      unread: string[];
      composing: boolean;
      unsaid?: Unsaid;
    } & ThreadView);

/** Everything a person can do in the panel. Each resolves when the edit is in the cache, not when the server has it. */
export interface Acts
  extends BatchActs,
    RouteActs,
    PlayActs,
    NoteActs,
    OutboxActs,
    PeopleActs,
    MergeActs,
    DecisionActs,
    UnresolvedActs {
  detach: (opportunityId: string, contactId: string) => Promise<void>;
  /** Adds the person to the account without attaching; with `account` new, adds that as well. */
  addPerson: (person: PersonView, fields: PersonFields) => Promise<void>;
  addAccount: (seen: SeenAccount) => Promise<void>;
  addDecision: (accountId: string, solutionId: string) => Promise<void>;
  undo: () => Promise<void>;
}
