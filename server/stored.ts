/** Records as the database has them, and what writing one takes. */
import type { Transaction } from 'kysely';
import type { AnyRecord, Kind } from '#lib/model/kinds.ts';
import type { Database } from './db/schema.ts';

export type Tx = Transaction<Database>;

/** Who changed a guarded field last, and at which version. */
export type Guards = Record<string, { version: number; client: string; by: string }>;

export interface StoredRecord {
  kind: Kind;
  id: string;
  scope: string;
  version: number;
  deleted: boolean;
  data: AnyRecord;
  guards: Guards;
}

export interface Write {
  kind: Kind;
  id: string;
  before: StoredRecord | undefined;
  /** `null` deletes. */
  after: AnyRecord | null;
}

export interface Writer {
  ws: string;
  version: number;
  client: string;
  by: string;
  mutation: string;
}

/** What is left of a record that was erased: that it was there. Of one that was deleted, what it said stays. */
export const isErased = (row: StoredRecord | undefined): boolean =>
  row?.deleted === true && Object.keys(row.data).length === 0;
