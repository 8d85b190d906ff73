/** Decisions and their buying groups, with the fields that are guarded. */
import { ground, known } from '../ids.ts';
import type { Draw, Drawn } from './draw.ts';

const roles = ['champion', 'user', 'ratifier', 'evaluator'] as const;
const some = ({ chance }: Draw) => roles.filter(() => chance.chance(0.4));
const place = ({ chance, names }: Draw) => ({
  opportunityId: known(chance, names, 'opportunities'),
  contactId: known(chance, names, 'contacts'),
});
const here = ({ chance, tag, names }: Draw) => ({
  opportunityId: known(chance, names, 'opportunities'),
  transitionId: `tr-${tag}`,
});

export const decisionCalls: readonly Drawn[] = [
  [
    1.5,
    ({ chance, tag, names }) => {
      const [id, accountId] = [`o-${tag}`, known(chance, names, 'accounts')];
      names.opportunities.push(id);
      const [solutionId, stageId] = [chance.pick(ground.solutions), chance.pick(ground.stages)];
      const opportunity = { id, accountId, solutionId, stageId };
      return { name: 'opportunity.create@1', args: { opportunity, accountId } };
    },
  ],
  [
    0.5,
    ({ chance, names }) => ({
      name: 'opportunity.remove@1',
      args: { opportunityId: known(chance, names, 'opportunities') },
    }),
  ],
  [
    3,
    (of) => ({
      name: 'opportunity.setAmount@1',
      args: { ...here(of), amount: of.chance.below(20) * 1000 },
    }),
  ],
  [
    1.5,
    (of) => ({
      name: 'opportunity.setCloseDate@1',
      args: { ...here(of), closeDate: `2027-01-${10 + of.chance.below(20)}` },
    }),
  ],
  [
    3,
    (of) => ({
      name: 'opportunity.setStage@2', // the runner fills in where the writer sees it
      args: { ...here(of), stageId: of.chance.pick(ground.stages), reason: 'so it is' },
    }),
  ],
  [4, (of) => ({ name: 'opportunity.addMember@1', args: { ...place(of), roles: some(of) } })],
  [3, (of) => ({ name: 'member.edit@1', args: { ...place(of), fields: { roles: some(of) } } })],
  [2, (of) => ({ name: 'opportunity.removeMember@1', args: place(of) })],
  [
    1,
    ({ chance, names }) => ({
      name: 'interest.set@1',
      args: {
        contactId: known(chance, names, 'contacts'),
        solutionId: chance.pick(ground.solutions),
        level: chance.chance(0.3) ? null : 'shown',
        evidence: [],
      },
    }),
  ],
  [
    1,
    ({ chance, tag, names }) => ({
      name: 'seat.plan@1',
      args: {
        opportunityId: known(chance, names, 'opportunities'),
        seatId: 'seat',
        fields: { note: chance.chance(0.3) ? null : `Ask ${tag}` },
      },
    }),
  ],
];
