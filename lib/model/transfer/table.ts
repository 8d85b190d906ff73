/** A CSV text as header and rows, whatever separates its cells. */
import Papa from 'papaparse';
import { FileRefusedError } from './decode.ts';
import { importLimit } from './limits.ts';
import { unguarded } from './write.ts';

export const separators = [',', ';', '\t', '|'] as const;
export type Separator = (typeof separators)[number];

export interface Table {
  headers: string[];
  /** `line` is the row a spreadsheet shows, its header being 1. Empty rows are not here. */
  rows: { line: number; cells: string[] }[];
  separator: Separator;
}

const isSeparator = (text: string): text is Separator =>
  (separators as readonly string[]).includes(text);

/** @throws FileRefusedError */
export function readTable(text: string, wanted?: Separator): Table {
  // Excel's own hint stands before the header.
  const hint = /^sep=(.)\r?\n/.exec(text);
  const hinted = hint?.[1] && isSeparator(hint[1]) ? hint[1] : undefined;
  const body = hint ? text.slice(hint[0].length) : text;
  const separator = wanted ?? hinted ?? guessed(body);
  const { data, errors } = Papa.parse<string[]>(body, { delimiter: separator });
  const quote = errors.find(({ type }) => type === 'Quotes');
  if (quote) throw new FileRefusedError('quoteOpen', (quote.row ?? 0) + 1);
  const [first, ...rest] = data;
  const headers = (first ?? []).map((header) => header.trim());
  if (headers.every((header) => header === '')) throw new FileRefusedError('noHeader');
  const rows = rest.flatMap((cells, at) => {
    const line = at + 2;
    if (cells.slice(headers.length).some((cell) => cell.trim() !== ''))
      throw new FileRefusedError('tooManyCells', line);
    const kept = cells.slice(0, headers.length).map((cell) => unguarded(cell).trim());
    return kept.every((cell) => cell === '') ? [] : [{ line, cells: kept }];
  });
  if (rows.length === 0) throw new FileRefusedError('noRows');
  if (rows.length > importLimit) throw new FileRefusedError('tooManyRows');
  return { headers, rows, separator };
}

/** The one that parts the header into most cells: values may hold commas, headers hardly ever do. */
function guessed(text: string): Separator {
  const cells = (delimiter: Separator) =>
    Papa.parse<string[]>(text, { delimiter, preview: 1 }).data[0]?.length ?? 0;
  return [...separators].sort((a, b) => cells(b) - cells(a))[0] ?? ',';
}
