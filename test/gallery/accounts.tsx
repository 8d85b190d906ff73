/** An account's own journey in its states, and what nobody has routed yet. */
import type { ReactNode } from 'react';
import type { Touch } from '#lib/model/records/touch.ts';
import type { Transition } from '#lib/model/records/transition.ts';
import { interestsAt } from '#lib/panel/interests.ts';
import type { AccountDetail, EarlierView, Moment } from '#lib/panel/view.ts';
import { ground, marketing, moved, opened, show, touchesOfAYear, year } from './decisions.tsx';
import { deals, everybody, knownAccount, now, solutions } from './world.ts';

const unrouted = (days: number, more: Partial<Touch> = {}): Touch =>
  marketing(days, [], {
    ...{ id: `unrouted-${days}`, channel: 'web', title: 'Careers in logistics' },
    ...{ solutionIds: [], unrouted: 'noSolution', ...more },
  });

/** All that happened with ACME: its decision on Talent Management, first signs of another, and what nobody routed yet. */
export const touchesOfAnAccount: Touch[] = [
  ...touchesOfAYear,
  marketing(75, ['li'], {
    ...{ id: 'course', channel: 'event', title: 'Open day: Learning at work' },
    solutionIds: ['learning'],
  }),
  marketing(12, ['li'], {
    ...{ id: 'course-2', channel: 'content', title: 'Courses that people finish' },
    solutionIds: ['learning', 'operations'],
  }),
  unrouted(20),
  marketing(4, ['sam'], {
    ...{ id: 'fair', channel: 'event', title: 'Autumn fair, stand 14' },
    ...{ solutionIds: [], unrouted: 'unknownAsset' },
  }),
];

const learningDeal = { opportunityId: 'learning-deal', solutionId: 'learning' };
const transitions: Transition[] = [
  ...year,
  moved(70, undefined, 'detected', learningDeal),
  moved(20, 'detected', 'engaged', learningDeal),
];

/** ACME with what all its decisions share. */
export const accountOf = (
  touches: readonly Touch[] = touchesOfAnAccount,
  told = transitions,
): AccountDetail => ({
  ...ground(touches, everybody, told),
  interests: interestsAt(solutions, everybody, [], touches, now),
});

export const accountMoment = (detail: AccountDetail): Moment => ({
  ...{ at: 'account', url: 'https://acme.example', unread: [], people: [] },
  seen: { name: 'ACME', domains: ['acme.example'] },
  account: knownAccount(),
  decisions: deals,
  detail,
});

/** A short journey of which the server knows more, and how it stands with asking. */
const beyond = (is?: EarlierView['is']) => ({
  moment: accountMoment({ ...accountOf(touchesOfAnAccount.slice(-6), []), whole: false }),
  onAskEarlier: () => {},
  ...(is && { earlier: { of: { accountId: 'acme' }, is, entries: [], names: new Map() } }),
});

const long =
  'Wie ein Konzern seine Personalgewinnung neu ordnet und was das mit allen macht '.repeat(9);

export const accountStates: Record<string, () => ReactNode> = {
  'account-journey': () => show(undefined, { moment: accountMoment(accountOf()) }),
  'account-journey-empty': () => show(undefined, { moment: accountMoment(accountOf([], [])) }),
  'account-unrouted-many': () =>
    show(undefined, {
      moment: accountMoment(
        accountOf(
          Array.from({ length: 60 }, (_, at) =>
            unrouted(at + 1, { title: at % 2 ? long : 'زيارة صفحة التوظيف' }),
          ),
        ),
      ),
    }),
  'account-earlier': () => show(undefined, beyond()),
  'account-earlier-loading': () => show(undefined, beyond('loading')),
  'account-earlier-offline': () => show(undefined, beyond('offline')),
  'account-earlier-failed': () => show(undefined, beyond('failed')),
  'account-earlier-end': () => show(undefined, beyond('end')),
  'decision-unrouted': () => show(opened({ touches: touchesOfAnAccount })),
};
