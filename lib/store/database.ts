/** The cache's tables. A record is one row with `base` (what the server last said) and `view` (base with the pending edits run over it). */
import Dexie, { type Collection, type EntityTable, type Table } from 'dexie';
import type { Alias, MutationResult } from '#lib/contract/sync.ts';
import type { AnyRecord, Kind } from '#lib/model/kinds.ts';
import type { Call, MadeCall } from '#lib/model/mutation.ts';
import { rowKeys } from './keys.ts';

export interface RecordRow {
  kind: Kind;
  id: string;
  scope: string;
  /** The server's version of `base`; 0 while the server has not confirmed the record, or its scope is being told anew. */
  version: number;
  base: AnyRecord | null;
  view: AnyRecord | null;
  /** What the record is found by, made from `view`: identity keys and the records it hangs on. */
  keys: string[];
}

/** One edit that waits for the server, in the order it was made. `base` is the version of its scope seen then. */
export interface PendingMutation extends MadeCall {
  id: number;
  base: number;
  /** ISO 8601, by the clock of this browser. */
  at: string;
  /** Made in place of one that the server refused. It stays in this browser. */
  refused?: RefusedBefore;
}

/** Why the server refused an edit that was made once more, and how often it has for this reason. */
export interface RefusedBefore {
  code: string;
  because: string;
  times: number;
}

/** An edit the server did not take, kept until the user has seen it. */
export interface UnresolvedMutation extends PendingMutation {
  result: MutationResult;
}

/** What takes a gesture back: `what` and `name` say what it was, for whoever shows it. */
export interface WayBack {
  what: string;
  name: string;
  calls: Call[];
}

/** A field as a gesture left it, or with `gone` a record that it deleted. */
export interface Left {
  kind: Kind;
  id: string;
  field?: string;
  value?: unknown;
  gone?: boolean;
}

export interface KeptWay extends WayBack {
  left: Left[];
  undone?: true;
}

/**
 * One of the user's own edits. `waiting`: nobody was sent it yet · `sent`: on its way, or its answer not heard ·
 * else what the server said, at `settledAt` (ms), from when on it is kept for a week.
 */
export interface JournalEntry extends MadeCall {
  seq?: number;
  base: number;
  at: string;
  state: 'waiting' | 'sent' | MutationResult['status'];
  settledAt?: number;
  /** It took another one back. */
  back?: true;
  /** On the last edit of a gesture that can be taken back. */
  way?: KeptWay;
}

/**
 * A followed scope; `cursor` is the version up to which the cache has it, `complete` false until first filled. Where
 * `touchesSince` is set, touches of before may be missing: the server has them.
 */
export interface ScopeRow {
  scope: string;
  cursor: number;
  complete: boolean;
  touchesSince?: string;
  /** Its account is not open to the user: nothing of it is here, and each pull asks whether it is again. */
  closed?: true;
  followedAt: number;
}

/** What there is one of. `lastMutationId`: the last of our edits whose outcome the server told with a pull. */
export interface Meta {
  id: 'meta';
  client: string;
  epoch: string | null;
  nextMutationId: number;
  lastMutationId: number;
  /** The cache was damaged and begun anew; until the user has let go of what was put aside. */
  mended?: Mended | undefined;
  /** With which the workspace hashes the keys on its do-not-record list; absent before the first pull. */
  salt?: string;
}

/** How many of the edits that waited in a damaged cache were queued again, and how many could not be read. */
export interface Mended {
  at: string;
  rescued: number;
  lost: number;
}

/** A row of a damaged cache, with the table it was in. */
export interface AsideRow {
  table: string;
  row: unknown;
}

export class QuorumDatabase extends Dexie {
  records!: Table<RecordRow, [Kind, string]>;
  outbox!: EntityTable<PendingMutation, 'id'>;
  unresolved!: EntityTable<UnresolvedMutation, 'nonce'>;
  scopes!: EntityTable<ScopeRow, 'scope'>;
  aliases!: Table<Alias, [Kind, string]>;
  meta!: EntityTable<Meta, 'id'>;
  aside!: Table<AsideRow, number>;
  journal!: Table<JournalEntry, number>;

  constructor(name: string) {
    // Strict: an edit that was acknowledged to its user survives a power cut.
    // Without Dexie's own cache of answers: panels are told of each change and read anew (`use-live.ts`).
    super(name, { cache: 'disabled', chromeTransactionDurability: 'strict' });
    this.version(1).stores({
      records: '[kind+id], scope, *keys',
      outbox: 'id',
      unresolved: 'nonce',
      scopes: 'scope',
      aliases: '[kind+from]',
      meta: 'id',
    });
    // A cache of the schema before was not sent the kinds that are new: another epoch has it filled anew.
    for (const schema of [2, 3])
      this.version(schema)
        .stores(schema === 3 ? { aside: '++', journal: '++seq, &nonce, settledAt' } : {})
        .upgrade((tx) =>
          tx
            .table('meta')
            .toCollection()
            .modify({ epoch: `schema ${schema - 1}` }),
        );
    // Rows are found by other keys: what is cached is keyed anew.
    this.version(4).upgrade((tx) =>
      tx
        .table<RecordRow>('records')
        .toCollection()
        .modify((row) => {
          row.keys = row.view ? rowKeys(row.kind, row.view) : [];
        }),
    );
  }
}

/** All rows of a kind, in the order of their ids; the primary key tells. */
export const ofKind = (db: QuorumDatabase, kind: Kind): Collection<RecordRow> =>
  db.records.where('[kind+id]').between([kind, Dexie.minKey], [kind, Dexie.maxKey]);
