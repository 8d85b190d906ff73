import type { HistoryDoor, HistoryView } from '#lib/panel/history/history.ts';

/** A way to a history that shows this one, whatever is asked for. */
export const doorOf = (view: Partial<HistoryView> = {}): HistoryDoor => {
  const names = { users: [], stages: [], solutions: [] };
  return {
    useHistory: () => ({ is: 'end', told: true, lines: [], names, ask: () => {}, ...view }),
  };
};
