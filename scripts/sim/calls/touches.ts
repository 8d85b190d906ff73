/** Touches: noted, taken back, routed and unrouted. */
import { ground, known } from '../ids.ts';
import type { Drawn } from './draw.ts';

export const touchCalls: readonly Drawn[] = [
  [
    4,
    ({ chance, tag, names }) => {
      const [id, accountId] = [`t-${tag}`, known(chance, names, 'accounts')];
      names.touches.push(id);
      // Some so long ago that a cache filled later goes without them.
      const at = chance.chance(0.6) ? '2019-10-01T09:00:00.000Z' : '2026-10-01T09:00:00.000Z';
      const touch = { id, team: 'sales', channel: 'call', at, solutionIds: [] };
      const contactIds = [known(chance, names, 'contacts')];
      return { name: 'touch.log@1', args: { touch, accountId, contactIds } };
    },
  ],
  [
    0.5,
    ({ chance, names }) => ({
      name: 'touch.remove@1',
      args: { touchId: known(chance, names, 'touches') },
    }),
  ],
  [
    1,
    ({ chance, names }) => ({
      name: 'touch.route@1',
      args: {
        touchId: known(chance, names, 'touches'),
        ...(chance.chance(0.5)
          ? { opportunityId: known(chance, names, 'opportunities') }
          : { solutionIds: [chance.pick(ground.solutions)] }),
      },
    }),
  ],
  [
    0.7,
    ({ chance, names }) => ({
      name: 'touch.unroute@1',
      args: {
        touchId: known(chance, names, 'touches'),
        solutionIds: [chance.pick(ground.solutions)],
        unrouted: 'noSolution',
      },
    }),
  ],
];
