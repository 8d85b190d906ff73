/** The closed vocabularies of the domain. The words are the same in code, panel, API and documents. */
import { z } from 'zod';

export const Team = z.enum([
  'sales_development',
  'sales',
  'marketing',
  'customer_success',
  'admin',
]);
export type Team = z.infer<typeof Team>;

/** Who may erase a person and keep the do-not-record list. */
export const listKeepers = ['marketing', 'admin'] as const satisfies Team[];

/** Order is the order of display. A ratifier is procurement, legal or security. */
export const buyingRoles = [
  'champion',
  'decision_maker',
  'economic_buyer',
  'influencer',
  'evaluator',
  'user',
  'ratifier',
  'executive_sponsor',
] as const;
export const BuyingRole = z.enum(buyingRoles);
export type BuyingRole = z.infer<typeof BuyingRole>;

export const MemberStatus = z.enum(['potential', 'confirmed', 'inactive']);
export type MemberStatus = z.infer<typeof MemberStatus>;

export const Stance = z.enum(['mentor', 'supporter', 'neutral', 'sceptic', 'opponent']);
export type Stance = z.infer<typeof Stance>;

export const StageKind = z.enum(['before', 'open', 'won', 'lost']);
export type StageKind = z.infer<typeof StageKind>;

export const OpportunityType = z.enum(['new_business', 'expansion', 'renewal', 'cross_sell']);
export type OpportunityType = z.infer<typeof OpportunityType>;

export const InterestLevel = z.enum(['none', 'possible', 'shown', 'strong']);
export type InterestLevel = z.infer<typeof InterestLevel>;

export const Channel = z.enum([
  'email',
  'call',
  'meeting',
  'web',
  'content',
  'event',
  'ad',
  'social',
  'product',
]);
export type Channel = z.infer<typeof Channel>;

export const Direction = z.enum(['inbound', 'outbound']);
export type Direction = z.infer<typeof Direction>;
