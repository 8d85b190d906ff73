import type { MutationResult } from '../../../lib/contract/sync.ts';
import type { Call } from '../../../lib/model/mutation.ts';

/** An edit with what the server's log says of it. */
export interface Ended extends Call {
  nonce: string;
  /** For a violation's words. */
  called: string;
  /** Of the commit; `null` where it changed nothing. */
  version: number | null;
  /** The last commit of an edit before its end: its own, where it has one. */
  after: number;
  result: MutationResult;
  /** A restore took it away; it may have been sent again over something else. */
  restored: boolean;
}
