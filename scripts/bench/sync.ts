/** What sync costs: filling a cache, pushing an edit, and its way to another panel on the same machine. */
import type { Bench } from './measure.ts';
import { pages } from './pages.ts';
import { pushing } from './push.ts';

export const sync: Bench = async (rounds) => {
  const inBrowser = await pages(rounds);
  const onServer = await pushing(rounds);
  return {
    measured: [...inBrowser.measured, ...onServer.measured],
    notes: [...inBrowser.notes, ...onServer.notes],
  };
};
