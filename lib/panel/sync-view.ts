/** How sync stands, and the edits that the server did not take, as the panel shows them. */
import type { Seat } from '#lib/model/records/solution.ts';
import type { Stage } from '#lib/model/records/stage.ts';
import type { BuyingRole } from '#lib/model/vocabulary.ts';
import type { Rewrite } from './rewriting/rewrite.ts';

/** The state of sync, as one quiet dot that opens to the full story. `waiting` counts edits not yet confirmed by the server. */
export type SyncView =
  | { is: 'synced'; at: number | null }
  | { is: 'syncing'; waiting: number }
  | { is: 'waiting'; waiting: number }
  | { is: 'offline'; waiting: number }
  | { is: 'signedOut'; waiting: number }
  | { is: 'failed'; waiting: number; code: string; message: string };

/** An edit that the server did not take: a conflict with both values, or a rejection with its reason. */
export interface UnresolvedView {
  nonce: string;
  name: string;
  status: 'conflict' | 'rejected';
  /** Why it was rejected: a RejectionCode, or what a newer server says; `because` is its sentence, in English. */
  code?: string;
  because: string;
  at: string;
  /** The person or the solution it was about. */
  about?: string;
  /** What was written, where it was not taken: a text that somebody typed is not lost. */
  wrote?: string;
  /** The decision it was about, while that is there. */
  opportunityId?: string;
  /** Of a conflict: each field that a colleague changed first. */
  conflicts?: ConflictView[];
  /** What of it can be written anew. */
  rewrite?: Rewrite;
  /** How often it was refused for this reason just now: once more would be the same. */
  again?: number;
}

/** Both values of one field; `by` is the colleague's name, `at` when they changed it (ISO 8601). */
export type ConflictView = { by?: string; at?: string } & (
  | { field: 'stageId'; mine: Stage | undefined; theirs: Stage | undefined }
  | { field: 'amount'; mine: number | null; theirs: number | null; currency?: string }
  | { field: 'closeDate'; mine: string | null; theirs: string | null }
  | { field: 'roles'; mine: BuyingRole[]; theirs: BuyingRole[] }
  | { field: 'text' | 'nextSteps'; mine: string; theirs: string }
  | { field: 'profile'; mine: Seat[]; theirs: Seat[] }
);
