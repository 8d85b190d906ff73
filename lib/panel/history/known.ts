/** What this computer knows of a record's history without the server: where its fields came from, its way through the stages, the user's own edits. */
import { beside } from '#lib/model/kinds.ts';
import type { Key } from '#lib/model/mutation.ts';
import type { Transition } from '#lib/model/records/transition.ts';
import type { JournalEntry, QuorumDatabase } from '#lib/store/database.ts';
import { of, one, under } from '#lib/store/queries.ts';
import { historyLabel, isHistoryKind } from './fields.ts';
import type { HistoryAsk, HistoryLine } from './history.ts';

/** The newest first. */
export async function knownLines(
  db: QuorumDatabase,
  ask: HistoryAsk,
  userId: string,
): Promise<HistoryLine[]> {
  const records = await recordsOf(db, ask);
  const said = (await Promise.all(records.map((key) => saidBy(db, key)))).flat();
  const own = (await ownLines(db, records, userId)).filter(
    (line) =>
      !said.some(
        ({ kind, id, field, after }) =>
          kind === line.kind &&
          id === line.id &&
          field === line.field &&
          JSON.stringify(after) === JSON.stringify(line.after),
      ),
  );
  return [...own, ...said].sort((a, b) => b.at.localeCompare(a.at));
}

/** The user's edits of it that the server has not confirmed, the newest first. */
export async function waitingLines(
  db: QuorumDatabase,
  ask: HistoryAsk,
  userId: string,
): Promise<HistoryLine[]> {
  const own = await ownLines(db, await recordsOf(db, ask), userId);
  return own.filter(({ is }) => is === 'waiting').sort((a, b) => b.at.localeCompare(a.at));
}

/** The record itself first, then what hangs on it where that is asked for. */
export async function recordsOf(
  db: QuorumDatabase,
  { kind, id, around }: HistoryAsk,
): Promise<Key[]> {
  if (kind !== 'opportunity' || !around) return [[kind, id]];
  const hung = await Promise.all(
    (['member', 'seatPlan', 'playStep', 'note'] as const).map(async (kind) =>
      (await of(db, kind, 'opportunity', id)).map((one): Key => [kind, one.id]),
    ),
  );
  return [[kind, id], ...hung.flat()];
}

/** What the record itself, or what stands beside it, says of its changes. */
async function saidBy(db: QuorumDatabase, [kind, id]: Key): Promise<HistoryLine[]> {
  const line = (field: string, at: string, more: Partial<HistoryLine>): HistoryLine[] =>
    isHistoryKind(kind) && (field === '*' || historyLabel(kind, field))
      ? [
          {
            key: `${kind} ${id} ${field} ${at}`,
            kind,
            id,
            field,
            at,
            after: null,
            is: 'told',
            ...more,
          },
        ]
      : [];
  if (kind === 'contact' || kind === 'account') {
    const record = await one(db, kind, id);
    const values: Record<string, unknown> = { ...record };
    return Object.entries(record?.sources ?? {}).flatMap(([field, { at, by, from }]) => {
      const who = from === 'signal' || from === 'import' ? 'sender' : 'by';
      return line(field, at, { after: values[field] ?? null, ...(by && { [who]: by }) });
    });
  }
  if (kind === 'opportunity') {
    const way = await under(db, 'transition', [beside('opportunity', id)]);
    return way.flatMap((one) => ofTransition(one, line));
  }
  if (kind === 'interest') {
    const interest = await one(db, kind, id);
    if (!interest) return [];
    const { at, by, level } = interest;
    return line('level', at, { after: level, ...(by && { by }) });
  }
  if (kind === 'note') {
    const note = await one(db, kind, id);
    if (!note) return [];
    const { by, at, text, editedAt, editedBy } = note;
    const edited = editedAt
      ? line('text', editedAt, { after: text, ...(editedBy && { by: editedBy }) })
      : [];
    return [...line('*', at, { before: null, after: editedAt ? {} : note, by }), ...edited];
  }
  return [];
}

type MakeLine = (field: string, at: string, more: Partial<HistoryLine>) => HistoryLine[];

function ofTransition({ from, to, at, by, before, after }: Transition, line: MakeLine) {
  const terms = (['amount', 'closeDate'] as const).flatMap((field) =>
    before[field] === after[field]
      ? []
      : line(field, at, { before: before[field] ?? null, after: after[field] ?? null, by }),
  );
  if (!from) return line('*', at, { before: null, after: { stageId: to, ...after }, by });
  if (!to) return line('*', at, { before: { stageId: from, ...before }, after: null, by });
  return from === to ? terms : [...line('stageId', at, { before: from, after: to, by }), ...terms];
}

/** The user's own edits, from the journal: what each gesture left. */
async function ownLines(
  db: QuorumDatabase,
  records: readonly Key[],
  userId: string,
): Promise<HistoryLine[]> {
  const wanted = new Set(records.map((key) => key.join(' ')));
  const entries = await db.journal
    .filter(({ way, state }) => way !== undefined && state !== 'conflict' && state !== 'rejected')
    .toArray();
  return entries.flatMap((entry) => ofEntry(entry, wanted, userId));
}

function ofEntry(
  { nonce, at, state, way }: JournalEntry,
  wanted: ReadonlySet<string>,
  by: string,
): HistoryLine[] {
  return (way?.left ?? []).flatMap(({ kind, id, field = '*', value = null }): HistoryLine[] => {
    if (!wanted.has(`${kind} ${id}`) || !isHistoryKind(kind)) return [];
    if (field !== '*' && !historyLabel(kind, field)) return [];
    const is = state === 'applied' ? 'told' : 'waiting';
    const gone = field === '*' ? { before: {} } : {};
    return [
      {
        key: `${nonce} ${kind} ${id} ${field}`,
        kind,
        id,
        field,
        ...gone,
        after: value,
        at,
        by,
        is,
      },
    ];
  });
}
