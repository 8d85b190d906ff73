/** Signals on the wire: a batch in, an answer for each. */
import { z } from 'zod';
import { Id } from '../model/fields.ts';

/** Most signals in one request. */
export const signalsLimit = 1000;
/** Largest request of signals, in bytes: a thousand with long titles. */
export const signalsBodyLimit = 16 * 1_048_576;

/** Each is looked at by itself, so that one of another shape does not spoil the rest. */
export const SignalsRequest = z.object({ signals: z.array(z.unknown()).max(signalsLimit) });

export const signalCodes = [
  'joined',
  'detected',
  'noSolution',
  'unknownSolution',
  'unknownAsset',
  'hiddenSolution',
  'twoAccounts',
  'companyUnknown',
  'waiting',
  'anonymous',
  'excluded',
  'duplicate',
  'badShape',
  'futureDate',
  'nobody',
  'internal',
] as const;

/**
 * `routed`: it is in a decision (`opportunity`; `opportunities` when in several) · `unrouted`: kept, for a person to
 * route · `duplicate`: came before, with what was done then · `rejected`: nothing was done, `because` says why.
 * Of somebody on the do-not-record list: `anonymous` where their company's journey keeps it without them, else
 * `excluded`.
 */
export const SignalResult = z.object({
  /** The sender's id; `null` where there was none to read. Results stand in the order of the signals. */
  id: z.string().nullable(),
  status: z.enum(['routed', 'unrouted', 'duplicate', 'rejected']),
  code: z.enum(signalCodes),
  because: z.string(),
  account: Id.optional(),
  contact: Id.optional(),
  opportunity: Id.optional(),
  opportunities: z.array(Id).optional(),
});
export type SignalResult = z.infer<typeof SignalResult>;

export const SignalsAnswer = z.object({ results: z.array(SignalResult) });
export type SignalsAnswer = z.infer<typeof SignalsAnswer>;
