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
