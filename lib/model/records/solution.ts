import { z } from 'zod';
import { Id, Instant, Name } from '../fields.ts';
import { BuyingRole, Team } from '../vocabulary.ts';

/** A seat that a decision of this kind needs: how many people in which role, with what weight, by which stage. */
export const Seat = z.object({
  id: Id,
  role: BuyingRole,
  count: z.number().int().min(1).max(50).default(1),
  weight: z.number().positive().max(1000).default(1),
  /** The stage at which the seat must be filled; absent, it is required from the first stage on. */
  byStage: Id.optional(),
  /** Functions of fitting personas, e.g. `human_resources`. */
  personas: z.array(z.string().max(60)).max(50).default([]),
});
export type Seat = z.infer<typeof Seat>;

export const Profile = z.array(Seat).max(100);

/** A target profile that held from `since` (absent: from the beginning) until `until`. */
export const EarlierProfile = z.object({
  version: z.number().int().min(1),
  seats: Profile,
  since: Instant.optional(),
  until: Instant,
});
export type EarlierProfile = z.infer<typeof EarlierProfile>;

/** One step of a solution's ready play. `dueInDays` counts from the day it is laid over a decision. */
export const TemplateStep = z.object({
  id: Id,
  title: Name,
  team: Team,
  dueInDays: z.number().int().min(0).max(1000),
  /** The stage it is for: a decision beyond it does not get the step. Absent, every decision does. */
  stage: Id.optional(),
});
export type TemplateStep = z.infer<typeof TemplateStep>;

export const Template = z.array(TemplateStep).max(100);

/**
 * Something we sell, with its target profile: the seats. An empty profile has no coverage. Earlier profiles are
 * kept, so that an old coverage stays explainable. `play` is the template of its decisions' plays. Hidden, it gets no
 * new decisions.
 */
export const Solution = z.object({
  id: Id,
  name: Name,
  profile: Profile.default([]),
  version: z.number().int().min(1).optional(),
  since: Instant.optional(),
  earlier: z.array(EarlierProfile).max(500).optional(),
  play: Template.optional(),
  hidden: z.boolean().optional(),
});
export type Solution = z.infer<typeof Solution>;
