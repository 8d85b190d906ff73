/** Push, pull and lookup: the shapes both sides parse. Rules and reasons stand in SYNC.md. */
import { z } from 'zod';
import { Id } from '../model/fields.ts';
import { type Kind, kindNames } from '../model/kinds.ts';
import { Team } from '../model/vocabulary.ts';
import { lookupLimit, pushLimit } from './version.ts';

const Version = z.number().int().min(0);
export const MutationId = z.number().int().min(1);
export const ClientId = z
  .string()
  .min(8)
  .max(64)
  .regex(/^[A-Za-z0-9-]+$/);
export const KindName = z.enum(kindNames as [Kind, ...Kind[]]);
const Versions = { protocol: z.number().int(), schema: z.number().int() };

/** Tells two mutations apart that came under one id, as from a cloned browser profile. */
const Nonce = z
  .string()
  .min(8)
  .max(64)
  .regex(/^[\w.-]+$/);

/** One pending edit. `base` is the version of its scope that the writer had seen, for guarded fields. */
export const PushedMutation = z.object({
  id: MutationId,
  nonce: Nonce,
  name: z
    .string()
    .min(1)
    .max(100)
    .regex(/^[\w.@-]+$/),
  args: z.unknown(),
  base: Version,
  at: z.iso.datetime(),
});
export type PushedMutation = z.infer<typeof PushedMutation>;

export const PushRequest = z.object({
  ...Versions,
  client: ClientId,
  mutations: z.array(PushedMutation).min(1).max(pushLimit),
});
export type PushRequest = z.infer<typeof PushRequest>;

/** What the server has in a guarded field that the writer had not seen; `at` is since when (ISO 8601), which older servers do not tell. */
export const GuardConflict = z.object({
  kind: KindName,
  id: Id,
  field: z.string(),
  value: z.unknown(),
  version: Version,
  by: z.string().optional(),
  at: z.iso.datetime().optional(),
});
export type GuardConflict = z.infer<typeof GuardConflict>;

/** A created record that turned out to be an earlier one: `from` is now another name of `to`, which lives in `scope`. */
export const Alias = z.object({ kind: KindName, from: Id, to: Id, scope: Id });
export type Alias = z.infer<typeof Alias>;

export const MutationResult = z.object({
  id: MutationId,
  nonce: Nonce,
  status: z.enum(['applied', 'conflict', 'rejected']),
  code: z.string().optional(),
  because: z.string().optional(),
  server: z.array(GuardConflict).optional(),
  aliases: z.array(Alias).optional(),
});
export type MutationResult = z.infer<typeof MutationResult>;

export const PushAnswer = z.object({
  lastMutationId: z.number().int().min(0),
  results: z.array(MutationResult),
});
export type PushAnswer = z.infer<typeof PushAnswer>;

/** `epoch` null and cursor 0 ask for everything. `after` is the last of the client's mutations whose result it has. */
export const PullRequest = z.object({
  ...Versions,
  client: ClientId,
  epoch: z.string().nullable(),
  scopes: z.record(Id, Version),
  after: z.number().int().min(0),
  /** The next page of a pull under way, whose cursors are too young to have missed a deletion. */
  continued: z.boolean().default(false),
  /** Scopes that are being filled, and from when on their touches are wanted. Absent: all of them. */
  filling: z.object({ scopes: z.array(Id), touchesSince: z.iso.datetime() }).optional(),
});
export type PullRequest = z.infer<typeof PullRequest>;

export const RecordPut = z.object({
  kind: KindName,
  id: Id,
  scope: Id,
  version: Version,
  data: z.record(z.string(), z.unknown()),
});
export type RecordPut = z.infer<typeof RecordPut>;

/** `erased`: a person asked for it; what waits in the client about it loses its texts too. */
export const RecordGone = z.object({
  kind: KindName,
  id: Id,
  scope: Id,
  version: Version,
  erased: z.boolean().optional(),
});
export type RecordGone = z.infer<typeof RecordGone>;

/**
 * One page of what changed, all read in one snapshot. `more`: ask again with the new cursors; only a page
 * without it carries `lastMutationId` and `results` to act on. `reset`: these scopes must be dropped and
 * filled anew (the outbox stays). `revoked`: scopes this user may not see any more. `partial`: scopes that were filled
 * without their touches of before this time.
 */
export const PullAnswer = z.object({
  epoch: z.string(),
  /** With which the workspace hashes the keys on its do-not-record list. */
  salt: z.string().optional(),
  puts: z.array(RecordPut),
  deletes: z.array(RecordGone),
  exits: z.array(RecordGone),
  cursors: z.record(Id, Version),
  reset: z.array(Id),
  revoked: z.array(Id),
  partial: z.record(Id, z.iso.datetime()).default({}),
  more: z.boolean(),
  lastMutationId: z.number().int().min(0),
  results: z.array(MutationResult),
});
export type PullAnswer = z.infer<typeof PullAnswer>;

/** Exact keys (`email:…`, `linkedin:in:…`, `domain:…`) and company names (`name:acme`): all of a page that is sent before the user confirms. */
export const LookupRequest = z.object({
  keys: z.array(z.string().min(3).max(400)).max(lookupLimit),
});
export type LookupRequest = z.infer<typeof LookupRequest>;

/**
 * `scope` is the account to follow in order to have the record and all around it. `closed`: exact keys of somebody or
 * some company on record at an account that is not open to the user; what has them is not told.
 */
export const LookupAnswer = z.object({
  matches: z.array(z.object({ key: z.string(), kind: KindName, id: Id, scope: Id })),
  closed: z.array(z.string()).default([]),
});
export type LookupAnswer = z.infer<typeof LookupAnswer>;

/**
 * What a live event says: the workspace moved to this version. It carries no data; the next pull does. `access`: the
 * version that changed last who may see what; told at each connection and after each such change.
 */
export const Poke = z.object({ version: Version, access: Version.optional() });
export type Poke = z.infer<typeof Poke>;

/** What an extension needs to know of a server, from its address alone. */
export const ServerInfo = z.object({
  name: z.string(),
  protocol: z.number().int(),
  issuer: z.url(),
  clientId: z.string(),
  resource: z.url(),
});
export type ServerInfo = z.infer<typeof ServerInfo>;

/** What `/health` answers once the database does; `at` is the server's clock (ISO 8601), which older ones do not tell. */
export const Health = z.object({
  status: z.literal('ok'),
  protocol: z.number().int(),
  at: z.iso.datetime().optional(),
});
export type Health = z.infer<typeof Health>;

/** Who is signed in. */
export const Me = z.object({
  workspace: Id,
  workspaceName: z.string(),
  userId: Id,
  name: z.string(),
  team: Team,
});
export type Me = z.infer<typeof Me>;
