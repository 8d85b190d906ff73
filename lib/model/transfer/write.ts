/** Rows as CSV that a spreadsheet opens as text, not as formulas. */
import Papa from 'papaparse';
import { type ExportRow, exportColumns, type RowKind } from './columns.ts';
import { joinList } from './lists.ts';

/** What a spreadsheet would run begins with one of these; what looks guarded already is guarded once more, to come back as it was. */
const formula = /^'*[=+\-@\t\r]/;
const number = /^-?\d+(\.\d+)?$/;

/** A cell a spreadsheet would take for a formula gets an apostrophe in front; a plain number is none. */
export const guarded = (cell: string): string =>
  formula.test(cell) && !number.test(cell) ? `'${cell}` : cell;

/** Takes the apostrophe off again that `guarded` put there. */
export const unguarded = (cell: string): string =>
  cell.startsWith("'") && guarded(cell.slice(1)) === cell ? cell.slice(1) : cell;

/** Lines that end with CRLF (RFC 4180). */
export const csvLines = (rows: readonly (readonly string[])[]): string =>
  rows.length === 0
    ? ''
    : `${Papa.unparse(
        rows.map((row) => row.map(guarded)),
        { newline: '\r\n' },
      )}\r\n`;

export const csvHeader = (kind: RowKind): string =>
  csvLines([exportColumns(kind).map(({ id }) => id)]);

/** The rows of one kind in the order of its header; values of a list are joined by `; ` (`joinList`). */
export const csvRows = (kind: RowKind, rows: readonly ExportRow[]): string =>
  csvLines(rows.map((row) => exportColumns(kind).map(({ id }) => text(row[id]))));

function text(value: ExportRow[keyof ExportRow]): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  return Array.isArray(value) ? joinList(value) : String(value);
}
