/** The steps of a play: added, edited, put in order, laid from a template. */
import { ground, known } from '../ids.ts';
import type { Draw, Drawn } from './draw.ts';

const decision = ({ chance, names }: Draw) => known(chance, names, 'opportunities');

export const playCalls: readonly Drawn[] = [
  [
    1.5,
    (of) => {
      const id = `s-${of.tag}`;
      of.names.steps.push(id);
      const step = { id, title: `Step ${of.tag}`, team: 'sales', order: of.chance.below(4) };
      return { name: 'play.addStep@1', args: { step, opportunityId: decision(of) } };
    },
  ],
  [
    2,
    ({ chance, tag, names }) => ({
      name: 'play.editStep@1',
      args: {
        stepId: known(chance, names, 'steps'),
        fields: chance.chance(0.5)
          ? { title: `Step ${tag}`, due: chance.chance(0.5) ? null : '2026-12-01' }
          : { state: chance.pick(['open', 'done', 'dropped']) },
      },
    }),
  ],
  [
    0.5,
    ({ chance, names }) => ({
      name: 'play.removeStep@1',
      args: { stepId: known(chance, names, 'steps') },
    }),
  ],
  [
    1,
    (of) => ({
      name: 'play.orderSteps@1',
      args: {
        opportunityId: decision(of),
        stepIds: [known(of.chance, of.names, 'steps'), known(of.chance, of.names, 'steps')],
      },
    }),
  ],
  [
    1,
    (of) => ({
      name: 'play.apply@1',
      args: {
        opportunityId: decision(of),
        solutionId: of.chance.pick(ground.solutions),
        day: '2026-10-01',
      },
    }),
  ],
];
