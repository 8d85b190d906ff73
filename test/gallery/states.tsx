/** Every state of the panel, the first run and the options, with invented data: also the awkward ones. */
import type { ReactNode } from 'react';
import { ChooseSites, type ChooseSitesProps } from '#components/choose-sites.tsx';
import { Crashed } from '#components/crashed.tsx';
import { FirstRun } from '#components/first-run.tsx';
import type { PanelProps } from '#components/panel.tsx';
import type { TourStep } from '#lib/browser/settings.ts';
import type { OwnEdit } from '#lib/panel/outbox.ts';
import type { Moment } from '#lib/panel/view.ts';
import { accessStates } from './access.tsx';
import { accountStates } from './accounts.tsx';
import { long } from './awkward.ts';
import { decisionStates } from './decisions.tsx';
import { effectStates } from './effects.tsx';
import { finderStates } from './finder.tsx';
import { groupStates } from './groups.tsx';
import { historyStates } from './history.tsx';
import { listStates } from './lists.tsx';
import { mailStates } from './mails.tsx';
import { optionStates } from './options.tsx';
import { panelOf } from './panel.tsx';
import { peopleStates } from './people.tsx';
import { at, profileStates } from './profiles.tsx';
import { unresolvedStates } from './unresolved.tsx';
import { idle, jo, known, talentDeal } from './world.ts';

const log =
  (name: string) =>
  async (...args: unknown[]) =>
    console.info(name, ...args);

const panel = (moment: Moment, more: Partial<PanelProps> = {}) =>
  panelOf(moment, {
    acts: { ...idle, attach: log('attach'), detach: log('detach'), addPerson: log('addPerson') },
    ...more,
  });

const minutes = (ago: number) => new Date(Date.now() - ago * 60_000).toISOString();
const own: OwnEdit[] = [
  {
    ...{ nonce: '0', name: 'opportunity.setAmount@1', about: 'Talent Management' },
    ...{ at: minutes(0), state: 'applied', builtOn: 0, back: true },
  },
  {
    nonce: '1',
    name: 'contact.create@1',
    about: 'Inês Carvalho',
    at: minutes(1),
    state: 'waiting',
    builtOn: 1,
  },
  {
    nonce: '2',
    name: 'opportunity.setAmount@1',
    about: 'Talent Management',
    at: minutes(3),
    state: 'sent',
    builtOn: 0,
  },
  {
    nonce: '3',
    name: 'member.edit@1',
    about: 'Jo Park',
    at: minutes(12),
    state: 'applied',
    undo: 'open',
    builtOn: 0,
  },
  {
    nonce: '4',
    name: 'opportunity.setStage@2',
    about: 'Talent Management',
    at: minutes(50),
    state: 'conflict',
    builtOn: 0,
  },
  {
    nonce: '5',
    name: 'opportunity.addMember@1',
    about: long,
    at: minutes(90),
    state: 'rejected',
    builtOn: 0,
  },
  {
    nonce: '6',
    name: 'touch.log@1',
    at: minutes(300),
    state: 'applied',
    undo: 'changed',
    builtOn: 0,
  },
  {
    nonce: '7',
    name: 'interest.set@1',
    about: 'Li Wei',
    at: minutes(1600),
    state: 'applied',
    undo: 'gone',
    builtOn: 0,
  },
  {
    nonce: '8',
    name: 'contact.edit@1',
    about: 'Li Wei',
    at: minutes(1700),
    state: 'applied',
    undo: 'undone',
    builtOn: 0,
  },
];

/** State by name; the name is what a picture of it is called. */
const touring = (step: TourStep): PanelProps['tour'] => ({
  step,
  acts: 0,
  last: undefined,
  onStep: log('tour step'),
});

const firstSites = (problem?: ChooseSitesProps['problem']) => (
  <ChooseSites
    sites={[
      { name: 'LinkedIn', host: 'linkedin.com', on: false },
      { name: 'Gmail', host: 'mail.google.com', on: true },
      { name: 'Outlook', host: 'outlook.office.com', on: false },
      { host: 'quorum.acme.example', on: false, own: true },
    ]}
    practiceHost="quorum.acme.example"
    onToggle={log('toggle')}
    onAdd={log('add site')}
    onRemove={log('remove site')}
    onStart={log('start')}
    {...(problem && { problem })}
  />
);

export const states: Record<string, () => ReactNode> = {
  ...profileStates,
  ...mailStates,
  loading: () => panel({ at: 'loading' }, { sync: { is: 'syncing', waiting: 0 }, busy: true }),
  nothing: () => panel({ at: 'nothing', site: 'linkedin' }),
  'site-off': () => panel({ at: 'siteOff', host: 'www.linkedin.com' }),
  'site-unreadable': () => panel({ at: 'siteOff', host: null }),
  'signed-out': () =>
    panel(
      { at: 'nothing', site: null },
      { user: undefined, sync: { is: 'signedOut', waiting: 0 } },
    ),
  'session-ended': () =>
    panel(at(known(jo, [talentDeal])), { sync: { is: 'signedOut', waiting: 2 } }),
  offline: () => panel(at(known(jo, [talentDeal])), { sync: { is: 'offline', waiting: 3 } }),
  waiting: () => panel(at(known(jo, [talentDeal])), { sync: { is: 'waiting', waiting: 1 } }),
  'server-outdated': () =>
    panel(at(known(jo, [talentDeal])), {
      sync: { is: 'failed', waiting: 2, code: 'serverOutdated', message: 'Update.' },
    }),
  'extension-outdated': () =>
    panel(at(known(jo, [talentDeal])), {
      sync: { is: 'failed', waiting: 0, code: 'extensionOutdated', message: 'Update.' },
    }),
  failed: () =>
    panel(at(known(jo, [talentDeal])), {
      sync: { is: 'failed', waiting: 1, code: 'answerNotUnderstood', message: 'x' },
      problem: { code: 'storageFull', message: 'QuotaExceededError' },
      onDismissProblem: log('dismiss problem'),
    }),
  'damaged-aside': () =>
    panel(
      { at: 'loading' },
      {
        sync: { is: 'waiting', waiting: 3 },
        oldData: {
          ...{ is: 'aside', rescued: 3, lost: 1 },
          ...{ onSave: log('save'), onRemove: log('remove') },
        },
      },
    ),
  'damaged-unreadable': () =>
    panel(
      { at: 'loading' },
      {
        sync: { is: 'failed', waiting: 0, code: 'storageDamaged', message: 'x' },
        oldData: { is: 'unreadable', onBeginAnew: log('begin anew') },
      },
    ),
  crashed: () => (
    <Crashed
      details={
        'Quorum 1.0.0\n\nTypeError: Cannot read properties of undefined (reading ‘stageId’)\n    at DecisionCard (chrome-extension://abcdefgh/chunks/panel.js:1:20481)\n\nat DecisionCard\nat PersonMoment\nat Panel'
      }
      onReload={async () => log('reload')()}
    />
  ),
  unresolved: () =>
    panel(at(known(jo, [talentDeal])), {
      unresolved: [
        {
          nonce: 'a',
          name: 'opportunity.setStage@1',
          status: 'conflict',
          because: 'Bo Chen moved it to “Pipeline” ten minutes ago.',
          at: '',
        },
        {
          nonce: 'b',
          name: 'opportunity.addMember@1',
          status: 'rejected',
          because: 'Bo Chen deleted Talent Management.',
          at: '',
        },
      ],
    }),
  ...accountStates,
  ...groupStates,
  outbox: () => panel(at(known(jo, [talentDeal])), { outbox: own }),
  'outbox-empty': () => panel(at(known(jo, [talentDeal])), { outbox: [] }),
  ...decisionStates,
  ...effectStates,
  ...unresolvedStates,
  ...historyStates,
  ...finderStates(panel),
  ...accessStates,
  ...peopleStates,
  ...listStates,
  'first-run': () => <FirstRun server="http://127.0.0.1:8787" onAgree={log('agree')} />,
  'first-run-problem': () => (
    <FirstRun
      server="https://quorum.acme.example"
      problem={{ code: 'unreachable', message: '' }}
      onAgree={log('agree')}
    />
  ),
  'first-sites': () => firstSites(),
  'first-sites-denied': () => firstSites({ code: 'permissionDenied', message: '' }),
  'tour-person': () => panel({ at: 'nothing', site: null }, { tour: touring('person') }),
  'tour-site-off': () => panel({ at: 'siteOff', host: null }, { tour: touring('person') }),
  'tour-attach': () =>
    panel(at(known(jo, [talentDeal])), {
      tour: touring('attach'),
      undoable: { label: 'Jo Lindqvist attached' },
    }),
  'tour-end': () => panel({ at: 'nothing', site: null }, { tour: touring('end') }),
  ...optionStates,
};
