import { z } from 'zod';
import { Id, Name } from '../fields.ts';
import { defineMutation, type Key, put, type Reader, rejected } from '../mutation.ts';
import { withProfile } from '../profiles.ts';
import { Profile, type Seat } from '../records/solution.ts';

const admins = { teams: ['admin'] } as const;

const stagesOf = (seats: readonly Seat[] = []): Key[] =>
  seats.flatMap(({ byStage }) => (byStage ? [['stage', byStage] as const] : []));

/** What is wrong with these seats, as a sentence. */
function fault(seats: readonly Seat[], reader: Reader): string | undefined {
  if (new Set(seats.map(({ id }) => id)).size < seats.length) return 'Two seats have the same id.';
  const lost = stagesOf(seats).find(([, id]) => !reader.get('stage', id));
  return lost && `There is no stage “${lost[1]}”.`;
}

/** Something new to sell, with the seats its decisions need. */
export const createSolution = defineMutation(
  'solution.create@1',
  z.object({ id: Id, name: Name, profile: Profile }),
  {
    ...admins,
    refs: {},
    reads: ({ id, profile }) => [['solution', id], ...stagesOf(profile)],
    run: ({ id, name, profile }, reader, { at }) => {
      if (reader.get('solution', id)) return rejected('invalid', 'This id is in use.');
      const because = fault(profile, reader);
      if (because) return rejected('invalid', because);
      return { changes: [put('solution', { id, name, profile, version: 1, since: at })] };
    },
  },
);

/** Another name or other seats. The seats are guarded, and those that held before are kept with their time. */
export const editSolution = defineMutation(
  'solution.edit@1',
  z.object({ solutionId: Id, name: Name.optional(), profile: Profile.optional() }),
  {
    ...admins,
    refs: { solutionId: 'solution' },
    reads: ({ solutionId, profile }) => [['solution', solutionId], ...stagesOf(profile)],
    run: ({ solutionId, name, profile }, reader, { at }) => {
      const before = reader.get('solution', solutionId);
      if (!before) return rejected('gone', 'The solution is gone.');
      const named = { ...before, name: name ?? before.name };
      if (!profile || JSON.stringify(profile) === JSON.stringify(before.profile))
        return { changes: [put('solution', named)] };
      const because = fault(profile, reader);
      if (because) return rejected('invalid', because);
      return { changes: [put('solution', withProfile(named, profile, at))] };
    },
  },
);

/** Hides a solution from new decisions, or shows it again; the decisions it has go on. */
export const hideSolution = defineMutation(
  'solution.hide@1',
  z.object({ solutionId: Id, hidden: z.boolean() }),
  {
    ...admins,
    refs: { solutionId: 'solution' },
    reads: ({ solutionId }) => [['solution', solutionId]],
    run: ({ solutionId, hidden }, reader) => {
      const before = reader.get('solution', solutionId);
      if (!before) return rejected('gone', 'The solution is gone.');
      return { changes: [put('solution', { ...before, hidden })] };
    },
  },
);
