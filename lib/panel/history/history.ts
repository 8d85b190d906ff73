/** Who changed what of a record: what the panel shows of it, wherever it was learnt. */
import type { Solution } from '#lib/model/records/solution.ts';
import type { Stage } from '#lib/model/records/stage.ts';
import type { User } from '#lib/model/records/user.ts';
import type { BuyingRole } from '#lib/model/vocabulary.ts';
import type { HistoryKind } from './fields.ts';

/** Of which record. `around`: of a decision, with its members, planned seats, steps and notes. */
export interface HistoryAsk {
  kind: HistoryKind;
  id: string;
  around?: boolean;
}

/** Which of the records around a decision. */
export type HistoryAbout =
  | { is: 'person'; name: string | undefined }
  | { is: 'step'; name: string | undefined }
  | { is: 'seat'; role: BuyingRole | undefined }
  | { is: 'note' };

/**
 * One change. `field` is `*` where the whole record was made or removed. `before` and `after` are the values, `null` for
 * none; without `before`, what it was is not known here.
 */
export interface HistoryLine {
  key: string;
  kind: HistoryKind;
  id: string;
  about?: HistoryAbout;
  field: string;
  before?: unknown;
  after: unknown;
  /** ISO 8601. */
  at: string;
  /** The user's id, or which other system did it; absent, nobody knows. */
  by?: string;
  /** Their name as the server told it. */
  name?: string;
  sender?: string;
  /** `erased`: what it said went with the person · `waiting`: the server has not confirmed it. */
  is: 'told' | 'erased' | 'waiting';
}

/** What the values of lines are told with. */
export interface HistoryNames {
  users: readonly User[];
  stages: readonly Stage[];
  solutions: readonly Solution[];
}

/** `more`: the server has more · `offline`, `failed`: the server told nothing (further), and without `told` the lines are what this computer knows. */
export interface HistoryView {
  is: 'loading' | 'more' | 'end' | 'offline' | 'failed';
  /** Whether the lines are the server's. */
  told: boolean;
  /** The newest first. */
  lines: readonly HistoryLine[];
  names: HistoryNames;
  /** The next page; after a failure, the same once more. */
  ask: () => void;
}

export interface HistoryDoor {
  useHistory: (ask: HistoryAsk) => HistoryView;
}
