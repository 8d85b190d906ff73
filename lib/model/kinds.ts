/**
 * The registry of record kinds. One entry says everything that storage and sync need to know of a kind:
 * its shape, the scope it travels in, the keys that identify it, the keys it is found by, its guarded fields.
 */
import type { z } from 'zod';
import { assetKeys } from './catalogue.ts';
import { accountKeys, companyNameKey, contactKeys, exclusionKey } from './keys.ts';
import { Account } from './records/account.ts';
import { Asset } from './records/asset.ts';
import { Contact } from './records/contact.ts';
import { Exclusion } from './records/exclusion.ts';
import { Interest } from './records/interest.ts';
import { Member } from './records/member.ts';
import { Merge } from './records/merge.ts';
import { Note } from './records/note.ts';
import { Opportunity } from './records/opportunity.ts';
import { PackRecord } from './records/pack.ts';
import { PlayStep } from './records/play-step.ts';
import { SeatPlan } from './records/seat-plan.ts';
import { Signpost } from './records/signpost.ts';
import { Solution } from './records/solution.ts';
import { Stage } from './records/stage.ts';
import { Touch } from './records/touch.ts';
import { Transition } from './records/transition.ts';
import { User } from './records/user.ts';

/** The scope of what belongs to the workspace as a whole; every other scope is an account's id. */
export const workspaceScope = 'workspace';

export interface Records {
  account: Account;
  contact: Contact;
  opportunity: Opportunity;
  member: Member;
  touch: Touch;
  transition: Transition;
  interest: Interest;
  seatPlan: SeatPlan;
  playStep: PlayStep;
  note: Note;
  asset: Asset;
  exclusion: Exclusion;
  solution: Solution;
  stage: Stage;
  merge: Merge;
  signpost: Signpost;
  pack: PackRecord;
  user: User;
}
export type Kind = keyof Records;
export type AnyRecord = Records[Kind];

export interface KindRules<K extends Kind> {
  schema: z.ZodType<Records[K]>;
  scope: (record: Records[K]) => string;
  /** Unique in a workspace, strongest first: a second creation under one of them becomes the first record. */
  identity: (record: Records[K]) => string[];
  /** What else the record is found by, e.g. the records it hangs on. */
  index: (record: Records[K]) => string[];
  /** Fields in which a change unseen by the writer is a conflict, not overwritten. */
  guarded: readonly (keyof Records[K] & string)[];
  /** The schema it came with (`contract/version.ts`); absent: the first. Clients of an earlier one are not sent it. */
  since?: number;
}

const none = () => [];
const workspace = () => workspaceScope;

export const kinds: { [K in Kind]: KindRules<K> } = {
  account: {
    schema: Account,
    scope: (account) => account.id,
    identity: accountKeys,
    index: (account) => [companyNameKey(account.name)],
    guarded: [],
  },
  contact: {
    schema: Contact,
    scope: (contact) => contact.accountId,
    identity: contactKeys,
    index: ({ accountId, formerId }) => [
      ref('account', accountId),
      ...(formerId ? [beside('contact', formerId)] : []),
    ],
    guarded: [],
  },
  opportunity: {
    schema: Opportunity,
    scope: (opportunity) => opportunity.accountId,
    identity: none,
    index: ({ accountId, stageId, solutionId, ownerId }) => [
      ref('account', accountId),
      ref('stage', stageId),
      ref('solution', solutionId),
      ...(ownerId ? [mineKey(ownerId)] : []),
    ],
    guarded: ['stageId', 'amount', 'closeDate'],
  },
  member: {
    schema: Member,
    scope: (member) => member.accountId,
    identity: none,
    index: (member) => [
      ref('opportunity', member.opportunityId),
      ref('contact', member.contactId),
      ref('account', member.accountId),
    ],
    guarded: ['roles'],
  },
  touch: {
    schema: Touch,
    scope: (touch) => touch.accountId,
    identity: none,
    index: (touch) => [
      ref('account', touch.accountId),
      ...touch.contactIds.map((id) => ref('contact', id)),
      ...(touch.visitor ? [visitorKey(touch.visitor)] : []),
    ],
    guarded: [],
  },
  transition: {
    since: 2,
    schema: Transition,
    scope: (transition) => transition.accountId,
    identity: none,
    index: ({ accountId, opportunityId }) => [
      beside('account', accountId),
      beside('opportunity', opportunityId),
    ],
    guarded: [],
  },
  interest: {
    since: 2,
    schema: Interest,
    scope: (interest) => interest.accountId,
    identity: none,
    index: ({ accountId, contactId }) => [ref('account', accountId), ref('contact', contactId)],
    guarded: [],
  },
  seatPlan: {
    since: 2,
    schema: SeatPlan,
    scope: (plan) => plan.accountId,
    identity: none,
    index: ({ accountId, opportunityId, assigneeId }) => [
      ref('account', accountId),
      ref('opportunity', opportunityId),
      ...(assigneeId ? [mineKey(assigneeId)] : []),
    ],
    guarded: [],
  },
  playStep: {
    since: 3,
    schema: PlayStep,
    scope: (step) => step.accountId,
    identity: none,
    index: ({ accountId, opportunityId }) => [
      ref('account', accountId),
      ref('opportunity', opportunityId),
    ],
    guarded: [],
  },
  note: {
    since: 3,
    schema: Note,
    scope: (note) => note.accountId,
    identity: none,
    index: ({ accountId, opportunityId }) => [
      ref('account', accountId),
      ref('opportunity', opportunityId),
    ],
    guarded: [],
  },
  asset: {
    since: 2,
    schema: Asset,
    scope: workspace,
    identity: none,
    index: (asset) => [allOf('asset'), ...assetKeys(asset)],
    guarded: [],
  },
  exclusion: {
    since: 3,
    schema: Exclusion,
    scope: workspace,
    identity: none,
    index: ({ hashes }) => [allOf('exclusion'), ...hashes.map(exclusionKey)],
    guarded: [],
  },
  solution: {
    schema: Solution,
    scope: workspace,
    identity: none,
    index: () => [allOf('solution')],
    guarded: ['profile'],
  },
  stage: {
    schema: Stage,
    scope: workspace,
    identity: none,
    index: () => [allOf('stage')],
    guarded: [],
  },
  merge: {
    since: 3,
    schema: Merge,
    scope: (merge) => merge.accountId,
    identity: none,
    index: ({ accountId, contactId }) => [
      ref('account', accountId),
      ...(contactId ? [ref('contact', contactId)] : []),
    ],
    guarded: [],
  },
  signpost: {
    since: 3,
    schema: Signpost,
    scope: (signpost) => signpost.accountId,
    identity: none,
    // An account's stands where that account was, and moves no more.
    index: ({ kind, accountId }) => (kind === 'contact' ? [ref('account', accountId)] : []),
    guarded: [],
  },
  pack: {
    since: 2,
    schema: PackRecord,
    scope: workspace,
    identity: none,
    index: none,
    guarded: [],
  },
  user: { schema: User, scope: workspace, identity: none, index: none, guarded: [] },
};

/** The key under which records hanging on another one are found, e.g. `of:account:a1`. */
export function ref(kind: Kind, id: string): string {
  return `of:${kind}:${id}`;
}

/** The key of what one browser or device did. */
export const visitorKey = (visitor: string): string => `visitor:${visitor}`;

/** The key of what a user is to see to: decisions owned, empty seats assigned. */
export const mineKey = (userId: string): string => `mine:${userId}`;

/** The key of all records of a small kind. */
export function allOf(kind: Kind): string {
  return `kind:${kind}`;
}

/** The key of records that tell of another one without holding it: they outlive it. */
export function beside(kind: Kind, id: string): string {
  return `by:${kind}:${id}`;
}

export const kindNames = Object.keys(kinds) as Kind[];

/** The kinds that a client of this schema knows. */
export const kindsOf = (schema: number): Kind[] =>
  kindNames.filter((kind) => (kinds[kind].since ?? 1) <= schema);

/** The rules of a kind chosen at run time, for code that treats all kinds alike. */
export function rulesOf(kind: Kind): KindRules<Kind> {
  return kinds[kind] as unknown as KindRules<Kind>;
}
