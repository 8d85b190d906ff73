/** Import and export on the wire: rows of text in, what each does or would do out. */
import { z } from 'zod';
import { Id } from '../model/fields.ts';
import { rowNotes, rowProblems } from '../model/transfer/cells.ts';
import { columnIds, rowKinds } from '../model/transfer/columns.ts';
import { importLimit } from '../model/transfer/limits.ts';
import { joinList } from '../model/transfer/lists.ts';

/** The teams that import and export; an API key needs the scope `import` or `read`. */
export const transferTeams = ['admin', 'marketing'] as const;

export const RowKind = z.enum(rowKinds);
export const ColumnId = z.enum(columnIds);

/** As a CSV's cells have it, or as JSON was exported: a list is one text with semicolons, `\;` one that is part of a value. */
const Cell = z
  .union([z.string(), z.number(), z.boolean(), z.array(z.string()).max(100), z.null()])
  .transform((cell) => (cell === null ? '' : Array.isArray(cell) ? joinList(cell) : String(cell)))
  .pipe(z.string().max(30_000));

/** `line` is where the row stands in its file; absent, its place among the rows, from 1. */
export const ImportRequest = z.object({
  kind: RowKind,
  /** `true` tells what would happen and writes nothing. */
  dryRun: z.boolean(),
  rows: z
    .array(
      z.object({
        line: z.number().int().min(1).optional(),
        values: z.partialRecord(ColumnId, Cell),
      }),
    )
    .min(1)
    .max(importLimit),
});
export type ImportRequest = z.input<typeof ImportRequest>;

const remark = <C extends z.ZodType>(code: C) =>
  z.object({ column: ColumnId, code, value: z.string(), because: z.string() });

/** `changed` names the fields an update fills. `errors` of a row keep the whole import from being written. */
export const ImportLine = z.object({
  line: z.number().int(),
  status: z.enum(['create', 'update', 'unchanged', 'error']),
  id: Id.optional(),
  name: z.string().optional(),
  changed: z.array(z.string()),
  errors: z.array(remark(z.enum(rowProblems))),
  notes: z.array(remark(z.enum(rowNotes))),
});
export type ImportLine = z.infer<typeof ImportLine>;

const Count = z.number().int();
/** `applied` is whether anything was written: never in a dry run, never with an error in any row. */
export const ImportAnswer = z.object({
  applied: z.boolean(),
  totals: z.object({ create: Count, update: Count, unchanged: Count, error: Count }),
  lines: z.array(ImportLine),
});
export type ImportAnswer = z.infer<typeof ImportAnswer>;

export const ExportQuery = z.object({
  format: z.enum(['csv', 'json']).default('csv'),
  /** A byte order mark in front, by which Excel knows UTF-8. */
  bom: z.enum(['0', '1']).default('0'),
});
export type ExportQuery = z.input<typeof ExportQuery>;
