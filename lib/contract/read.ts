/** What other systems read: accounts, decisions with their figures, journeys, and the figures of the waterfall. */
import { z } from 'zod';
import { AnyInstant, Id, Instant } from '../model/fields.ts';
import { Account } from '../model/records/account.ts';
import { Contact } from '../model/records/contact.ts';
import { Member, SuggestedRole } from '../model/records/member.ts';
import { Opportunity } from '../model/records/opportunity.ts';
import { PlayStep } from '../model/records/play-step.ts';
import { Seat } from '../model/records/solution.ts';
import { Stage } from '../model/records/stage.ts';
import { Touch } from '../model/records/touch.ts';
import { Transition } from '../model/records/transition.ts';
import { Channel, Team } from '../model/vocabulary.ts';

export const AccountsQuery = z.object({ domain: z.string().trim().min(1).max(400) });
export const AccountsAnswer = z.object({
  accounts: z.array(
    Account.pick({
      id: true,
      name: true,
      domains: true,
      linkedin: true,
      target: true,
      ownerId: true,
      placeholder: true,
    }),
  ),
});
export type AccountsAnswer = z.infer<typeof AccountsAnswer>;

const Named = z.object({ id: Id, name: z.string() });
/** A share from 0 to 1. */
const Share = z.number().min(0).max(1);
const SeatView = Seat.pick({ id: true, role: true, count: true, byStage: true });

/** `coverage` is null for an empty target profile, `quorum` while no seat is due. `gaps` are seats due and not filled, `play` stands in its order. */
export const OpportunityView = z.object({
  ...Opportunity.pick({
    id: true,
    accountId: true,
    type: true,
    amount: true,
    currency: true,
    closeDate: true,
    ownerId: true,
    stageSince: true,
    nextSteps: true,
    detectedBy: true,
  }).shape,
  solution: Named,
  stage: Stage.pick({ id: true, label: true, kind: true }),
  members: z.array(
    z.object({
      contact: Contact.pick({ id: true, name: true, title: true, emails: true, linkedin: true }),
      ...Member.pick({ status: true, roles: true, stance: true, external: true }).shape,
      engagement: z.enum(['active', 'cooling', 'dark']),
      suggested: z.array(SuggestedRole),
    }),
  ),
  coverage: z.object({ known: Share, engaged: Share, twoWay: Share }).nullable(),
  quorum: z.boolean().nullable(),
  gaps: z.array(SeatView.extend({ missing: z.number().int().min(1) })),
  play: z.array(
    PlayStep.omit({ accountId: true, opportunityId: true, order: true }).extend({
      overdue: z.boolean(),
    }),
  ),
});
export type OpportunityView = z.infer<typeof OpportunityView>;

export const OpportunitiesQuery = z.object({ account: Id });
export const OpportunitiesAnswer = z.object({ opportunities: z.array(OpportunityView) });
export type OpportunitiesAnswer = z.infer<typeof OpportunitiesAnswer>;

export const JourneyQuery = z.object({
  team: Team.optional(),
  channel: Channel.optional(),
  /** A solution's id. */
  solution: Id.optional(),
  opportunity: Id.optional(),
  /** Only what was before this time. */
  before: AnyInstant.optional(),
  /** `desc` begins with the newest. */
  order: z.enum(['asc', 'desc']).default('asc'),
  limit: z.coerce.number().int().min(1).max(200).default(50),
  cursor: z.string().max(1000).optional(),
});
export type JourneyQuery = z.infer<typeof JourneyQuery>;
/** As it is asked: what has a default may be left out. */
export type JourneyAsked = z.input<typeof JourneyQuery>;

/** `stage` is where the decision stood then; it is there when one decision was asked for. */
export const JourneyEntryView = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('touch'),
    ...Touch.omit({ accountId: true, contactIds: true, visitor: true }).shape,
    contacts: z.array(Named),
    stage: Id.optional(),
  }),
  z.object({ kind: z.literal('transition'), ...Transition.omit({ accountId: true }).shape }),
]);
export type JourneyEntryView = z.infer<typeof JourneyEntryView>;

/** `next` is the cursor of the next page; null on the last. */
export const JourneyAnswer = z.object({
  entries: z.array(JourneyEntryView),
  next: z.string().nullable(),
});
export type JourneyAnswer = z.infer<typeof JourneyAnswer>;

/** Without a filter, all decisions of the workspace. From `from` on and before `until`; `until` is now where nothing is said. */
export const FiguresQuery = z.object({
  account: Id.optional(),
  solution: Id.optional(),
  /** A user's id: the decisions that are theirs now. */
  owner: Id.optional(),
  from: AnyInstant.optional(),
  until: AnyInstant.optional(),
});
export type FiguresQuery = z.infer<typeof FiguresQuery>;

const Count = z.number().int().min(0);
const Days = z.number().min(0).nullable();

/** Of the stays that began within the window. Quartiles in days, with those that go on counted as longer than they are so far. */
export const StageFiguresView = z.object({
  stage: Stage.pick({ id: true, label: true, kind: true }),
  volume: Count,
  /** By currency; an amount without one is under `""`. */
  value: z.record(z.string(), z.number()),
  conversion: z.object({
    ...{ entered: Count, moved: Count, left: Count, standing: Count },
    rate: Share.nullable(),
  }),
  velocity: z.object({ lower: Days, median: Days, upper: Days, ended: Count, open: Count }),
});

/** `now` is up to when the ways of the decisions are known; `stages` stand in their order. */
export const FiguresAnswer = z.object({
  from: Instant.nullable(),
  until: Instant,
  now: Instant,
  stages: z.array(StageFiguresView),
});
export type FiguresAnswer = z.infer<typeof FiguresAnswer>;
