/** What is there once everybody has synced: what became of each edit, and the server's records. */
import type { MutationResult } from '../../../lib/contract/sync.ts';
import type { Call } from '../../../lib/model/mutation.ts';

/** An edit with what the server's log says of it. */
export interface Ended extends Call {
  nonce: string;
  /** For a violation's words. */
  called: string;
  /** Of the commit; `null` where it changed nothing. */
  version: number | null;
  result: MutationResult;
  /** A restore took it away; it may have been sent again over something else. */
  restored: boolean;
}

export interface Served {
  kind: string;
  id: string;
  scope: string;
  version: number;
  data: unknown;
}

export interface Rest {
  ended: readonly Ended[];
  served: ReadonlyMap<string, Served>;
  /** By address: the commit that made it, as the history has it. */
  made: ReadonlyMap<string, number>;
  /** The present id of a record, through all that it became. */
  now: (kind: string, id: string) => string;
}
