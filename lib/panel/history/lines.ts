/** From what the server told, and what the cache knows, to the lines that a person reads. */
import type { HistoryEntry } from '#lib/contract/history.ts';
import { Member } from '#lib/model/records/member.ts';
import { PlayStep } from '#lib/model/records/play-step.ts';
import { SeatPlan } from '#lib/model/records/seat-plan.ts';
import type { QuorumDatabase } from '#lib/store/database.ts';
import { one } from '#lib/store/queries.ts';
import { historyLabel, isHistoryKind } from './fields.ts';
import type { HistoryAbout, HistoryAsk, HistoryLine } from './history.ts';

/** What says nothing to a person is left out. */
export const toldLines = (entries: readonly HistoryEntry[]): HistoryLine[] =>
  entries.flatMap(({ kind, by, sender, before, after, ...entry }, at) => {
    if (!isHistoryKind(kind)) return [];
    if (entry.field !== '*' && !historyLabel(kind, entry.field)) return [];
    const nothing = (before ?? null) === null && (after ?? null) === null;
    return [
      {
        ...{ ...entry, kind, before: before ?? null, after: after ?? null },
        key: `${kind} ${entry.id} ${entry.field} ${entry.at} ${at}`,
        ...(by && { by: by.id, name: by.name }),
        ...(sender && { sender }),
        is: nothing ? ('erased' as const) : ('told' as const),
      },
    ];
  });

/** The lines with which record around a decision each is of, by names that the lines themselves or the cache know. */
export async function withAbout(
  db: QuorumDatabase,
  ask: HistoryAsk,
  lines: readonly HistoryLine[],
): Promise<HistoryLine[]> {
  const whole = new Map<string, object>();
  for (const { kind, id, field, before, after } of lines) {
    const said = after ?? before;
    if (field === '*' && typeof said === 'object' && said) whole.set(`${kind} ${id}`, said);
  }
  const known = new Map<string, Promise<HistoryAbout | undefined>>();
  return Promise.all(
    lines.map(async (line) => {
      if (line.kind === ask.kind && line.id === ask.id) return line;
      const key = `${line.kind} ${line.id}`;
      const about = known.get(key) ?? aboutOf(db, line, whole.get(key));
      known.set(key, about);
      const is = await about;
      return is ? { ...line, about: is } : line;
    }),
  );
}

async function aboutOf(
  db: QuorumDatabase,
  { kind, id }: HistoryLine,
  whole: object | undefined,
): Promise<HistoryAbout | undefined> {
  switch (kind) {
    case 'member': {
      const member = (await one(db, 'member', id)) ?? Member.safeParse(whole).data;
      return { is: 'person', name: member && (await one(db, 'contact', member.contactId))?.name };
    }
    case 'playStep': {
      const step = (await one(db, 'playStep', id)) ?? PlayStep.safeParse(whole).data;
      return { is: 'step', name: step?.title };
    }
    case 'seatPlan': {
      const plan = (await one(db, 'seatPlan', id)) ?? SeatPlan.safeParse(whole).data;
      const deal = plan && (await one(db, 'opportunity', plan.opportunityId));
      const solution = deal && (await one(db, 'solution', deal.solutionId));
      const seat = solution?.profile.find((one) => one.id === plan?.seatId);
      return { is: 'seat', role: seat?.role };
    }
    case 'note':
      return { is: 'note' };
    default:
      return undefined;
  }
}
