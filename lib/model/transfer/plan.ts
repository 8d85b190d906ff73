/** What an import would do, row by row: each row sees what the rows before it made. Pure; nothing is written here. */
import type { Kind } from '../kinds.ts';
import type { Book } from './book.ts';
import { Cells, type Remark, type RowNote, type RowProblem, type Values } from './cells.ts';
import { type ColumnId, importColumns, type RowKind } from './columns.ts';
import { planAccount } from './plan/account.ts';
import { planContact } from './plan/contact.ts';
import type { Edges, Planned } from './plan/ground.ts';
import { planMember } from './plan/member.ts';
import { planOpportunity } from './plan/opportunity.ts';

export interface ImportRow {
  /** Where it stands in the file. */
  line: number;
  values: Values;
}

/** `changed` names the fields that an update fills; `name` is what the row speaks of. */
export interface PlannedRow {
  line: number;
  status: 'create' | 'update' | 'unchanged' | 'error';
  id?: string;
  name?: string;
  changed: string[];
  problems: Remark<RowProblem>[];
  notes: Remark<RowNote>[];
}

const planners: Record<RowKind, (cells: Cells, book: Book, edges: Edges) => Planned | undefined> = {
  accounts: planAccount,
  contacts: planContact,
  opportunities: planOpportunity,
  members: planMember,
};

/** What a row's record is kept as. */
export const kindOfRow: Record<RowKind, Kind> = {
  accounts: 'account',
  contacts: 'contact',
  opportunities: 'opportunity',
  members: 'member',
};

/** The changes stand in the book afterwards; with any problem none of them may be written. */
export function planImport(
  kind: RowKind,
  rows: readonly ImportRow[],
  book: Book,
  edges: Edges,
): PlannedRow[] {
  const taken = new Set<string>(importColumns(kind).map(({ id }) => id));
  return rows.map(({ line, values }) => {
    const cells = new Cells(values);
    for (const column of Object.keys(values))
      if (!taken.has(column)) cells.problem(column as ColumnId, 'unknownColumn');
    const planned = planners[kind](cells, book, edges);
    const { problems, notes } = cells;
    if (!planned || problems.length > 0)
      return { line, status: 'error', changed: [], problems, notes };
    for (const { kind, data } of planned.puts) book.put(kind, data as never);
    const { id, name, changed } = planned;
    const status = planned.isNew ? 'create' : changed.length > 0 ? 'update' : 'unchanged';
    return { line, status, id, name, changed, problems, notes };
  });
}
