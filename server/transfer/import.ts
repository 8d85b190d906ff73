/** An import: every row planned on what is on record, and all of them written as one commit, or none. */
import { randomUUID } from 'node:crypto';
import type { Kysely } from 'kysely';
import type { z } from 'zod';
import type { ImportAnswer, ImportRequest } from '#lib/contract/transfer.ts';
import { rulesOf } from '#lib/model/kinds.ts';
import { cleaned } from '#lib/model/signal.ts';
import { type PlannedRow, planImport } from '#lib/model/transfer/plan.ts';
import { sentence } from '#lib/model/transfer/sentences.ts';
import { sightOf } from '../access/sight.ts';
import type { Asker } from '../actor.ts';
import type { Database } from '../db/schema.ts';
import { isNoop, LockedRecords, writeRecords } from '../records.ts';
import { retried } from '../retried.ts';
import type { Write } from '../stored.ts';
import { takeVersion } from '../version.ts';
import { factsFor } from './facts.ts';

export interface ImportDeps {
  db: Kysely<Database>;
  /** Told once after an import that moved the workspace on. */
  poke: (ws: string, version: number) => void;
  now?: () => Date;
  newId?: () => string;
}

export async function importRows(
  { db, poke, now = () => new Date(), newId = randomUUID }: ImportDeps,
  asker: Asker & { by: string },
  { kind, dryRun, rows: given }: z.output<typeof ImportRequest>,
): Promise<ImportAnswer> {
  const { ws, by } = asker;
  const rows = given.map(({ line, values }, at) => ({
    line: line ?? at + 1,
    values: cleaned(values) as typeof values,
  }));
  const { planned, version } = await retried(() =>
    db.transaction().execute(async (tx) => {
      const records = new LockedRecords();
      const sight = await sightOf(tx, asker);
      const book = await factsFor(tx, sight, kind, rows, records);
      const planned = planImport(kind, rows, book, { newId, at: now().toISOString(), by });
      if (dryRun || planned.some(({ status }) => status === 'error'))
        return { planned, version: null };
      const writes = book.changes.map(
        ({ kind, id, data }): Write => ({
          kind,
          id,
          before: records.row(kind, id),
          after: data && rulesOf(kind).schema.parse(data),
        }),
      );
      const real = writes.filter((write) => !isNoop(write));
      if (real.length === 0) return { planned, version: null };
      const version = await takeVersion(tx, ws, sight.access);
      await writeRecords(tx, real, { ws, version, client: by, by, mutation: 'import' });
      return { planned, version };
    }),
  );
  if (version !== null) poke(ws, version);
  const count = (status: PlannedRow['status']) =>
    planned.filter((row) => row.status === status).length;
  const error = count('error');
  return {
    applied: !dryRun && error === 0,
    totals: {
      create: count('create'),
      update: count('update'),
      unchanged: count('unchanged'),
      error,
    },
    lines: planned.map(({ problems, notes, ...row }) => ({
      ...row,
      errors: problems.map((problem) => ({ ...problem, because: sentence(problem) })),
      notes: notes.map((note) => ({ ...note, because: sentence(note) })),
    })),
  };
}
