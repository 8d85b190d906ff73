import { z } from 'zod';
import { Id, Name } from '../fields.ts';
import { defineMutation, type Key, put, type Reader, rejected } from '../mutation.ts';
import { withProfile } from '../profiles.ts';
import { Profile, type Seat, Template, type TemplateStep } from '../records/solution.ts';

const admins = { teams: ['admin'] } as const;

interface Parts {
  profile?: readonly Seat[] | undefined;
  play?: readonly TemplateStep[] | undefined;
}

const stagesOf = ({ profile = [], play = [] }: Parts): Key[] =>
  [...profile.map(({ byStage }) => byStage), ...play.map(({ stage }) => stage)].flatMap((id) =>
    id ? [['stage', id] as const] : [],
  );

/** What is wrong with these seats or steps, as a sentence. */
function fault(parts: Parts, reader: Reader): string | undefined {
  const { profile = [], play = [] } = parts;
  const twice = (all: readonly { id: string }[]) =>
    new Set(all.map(({ id }) => id)).size < all.length;
  if (twice(profile)) return 'Two seats have the same id.';
  if (twice(play)) return 'Two steps have the same id.';
  const lost = stagesOf(parts).find(([, id]) => !reader.get('stage', id));
  return lost && `There is no stage “${lost[1]}”.`;
}

/** Something new to sell, with the seats its decisions need and the play they begin with. */
export const createSolution = defineMutation(
  'solution.create@1',
  z.object({ id: Id, name: Name, profile: Profile, play: Template.optional() }),
  {
    ...admins,
    refs: {},
    reads: ({ id, ...parts }) => [['solution', id], ...stagesOf(parts)],
    run: ({ id, name, profile, play }, reader, { at }) => {
      if (reader.get('solution', id)) return rejected('invalid', 'This id is in use.');
      const because = fault({ profile, play }, reader);
      if (because) return rejected('invalid', because);
      const made = { id, name, profile, version: 1, since: at, ...(play && { play }) };
      return { changes: [put('solution', made)] };
    },
  },
);

/** Another name, other seats or another play. The seats are guarded, and those that held before are kept with their time. */
export const editSolution = defineMutation(
  'solution.edit@1',
  z.object({
    solutionId: Id,
    name: Name.optional(),
    profile: Profile.optional(),
    play: Template.optional(),
  }),
  {
    ...admins,
    refs: { solutionId: 'solution' },
    reads: ({ solutionId, ...parts }) => [['solution', solutionId], ...stagesOf(parts)],
    run: ({ solutionId, name, profile, play }, reader, { at }) => {
      const before = reader.get('solution', solutionId);
      if (!before) return rejected('gone', 'The solution is gone.');
      const because = fault({ profile, play }, reader);
      if (because) return rejected('invalid', because);
      const named = { ...before, name: name ?? before.name, ...(play && { play }) };
      if (!profile || JSON.stringify(profile) === JSON.stringify(before.profile))
        return { changes: [put('solution', named)] };
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
