/** Every state of the panel, the first run and the options, with invented data: also the awkward ones. */

import type { ReactNode } from 'react';
import { ChooseSites, type ChooseSitesProps } from '#components/choose-sites.tsx';
import { Crashed } from '#components/crashed.tsx';
import { FirstRun } from '#components/first-run.tsx';
import { Panel, type PanelProps } from '#components/panel.tsx';
import { ErasePerson } from '#components/privacy/erase-person.tsx';
import type { TourStep } from '#lib/browser/settings.ts';
import type { MentionView } from '#lib/contract/privacy.ts';
import type { Contact } from '#lib/model/records/contact.ts';
import type { OwnEdit } from '#lib/panel/outbox.ts';
import type { PersonOffice } from '#lib/panel/person-office.ts';
import type { Moment, PersonView } from '#lib/panel/view.ts';
import { accessStates } from './access.tsx';
import { accountStates } from './accounts.tsx';
import { decisionStates } from './decisions.tsx';
import { finderStates } from './finder.tsx';
import { groupStates } from './groups.tsx';
import { historyStates } from './history.tsx';
import { listStates } from './lists.tsx';
import { mailStates } from './mails.tsx';
import { officeWith } from './office.ts';
import { optionStates } from './options.tsx';
import { peopleStates } from './people.tsx';
import { unresolvedStates } from './unresolved.tsx';
import {
  account,
  acme,
  analytics,
  contact,
  deals,
  decision,
  idle,
  jo,
  kim,
  known,
  knownAccount,
  learningDeal,
  li,
  mara,
  member,
  now,
  operations,
  operationsDeal,
  sam,
  solutions,
  stranger,
  talent,
  talentDeal,
} from './world.ts';

const log =
  (name: string) =>
  async (...args: unknown[]) =>
    console.info(name, ...args);

const panel = (moment: Moment, more: Partial<PanelProps> = {}) => (
  <Panel
    moment={moment}
    sync={{ is: 'synced', at: Date.now() - 120_000 }}
    user={{ name: 'Ana Lima', team: 'sales' }}
    server="https://quorum.acme.example"
    solutions={solutions}
    acts={{ ...idle, attach: log('attach'), detach: log('detach'), addPerson: log('addPerson') }}
    unresolved={[]}
    onEnableSite={log('enable')}
    onReadPage={log('read')}
    onSignIn={log('sign in')}
    onOpenOptions={log('options')}
    onRetrySync={log('retry')}
    onDismissUnresolved={log('dismiss')}
    {...more}
  />
);

const at = (person: PersonView, unread: string[] = []): Moment => ({
  at: 'person',
  url: 'https://www.linkedin.com/in/somebody',
  unread,
  person,
});

const long = `${'Maximiliane Eleonore von und zu Hohenstein-Wittgenstein '.repeat(6)}`.slice(
  0,
  300,
);
const arabic = contact({
  id: 'arabic',
  name: 'فاطمة الزهراء بنت عبد الرحمن',
  title: 'مديرة الموارد البشرية',
});
const hebrew = contact({ id: 'hebrew', name: 'נועה בן־דוד', title: 'VP People' });

const crowd: Contact[] = Array.from({ length: 25 }, (_, at) =>
  contact({
    id: `crowd-${at}`,
    name: `${['Ana', 'Bo', 'Chen', 'Dara', 'Emil'][at % 5]} ${['Novak', 'Osei', 'Petit', 'Quist', 'Ruiz'][(at * 3) % 5]} ${at + 1}`,
    title: 'Recruiter',
  }),
);
const crowded = decision(
  {
    ...talent,
    id: 'crowd',
    profile: [
      ...talent.profile.slice(0, 3),
      ...talent.profile
        .slice(3)
        .map((seat) => (seat.role === 'user' ? { ...seat, count: 20 } : seat)),
    ],
  },
  crowd.map((person, at) =>
    member(
      'crowd-deal',
      person.id,
      at < 3 ? ['champion'] : at < 5 ? ['influencer'] : at === 5 ? [] : ['user'],
    ),
  ),
  {},
  crowd,
);
const awkward = decision(
  {
    ...talent,
    id: 'awkward',
    name: 'Ein Angebot mit einem wirklich sehr langen Namen, das in keine Zeile passt 🎓',
  },
  [
    member('awkward-deal', 'arabic', ['champion']),
    member('awkward-deal', 'hebrew', ['decision_maker']),
    member('awkward-deal', 'long', ['user']),
  ],
  {
    amount: 1_234_567_890,
    currency: 'JPY',
    closeDate: '2027-12-31',
    stageSince: '2024-01-01T00:00:00.000Z',
  },
  [arabic, hebrew, contact({ id: 'long', name: long })],
);
const sixty = Array.from({ length: 60 }, (_, at) => {
  const solution = {
    ...(at % 2 ? talent : operations),
    id: `solution-${at}`,
    name: `${at % 2 ? 'Talent' : 'Operations'} ${at + 1}`,
  };
  return decision(
    solution,
    [member(`solution-${at}-deal`, at === 7 ? 'jo' : 'kim', ['decision_maker'])],
    {
      stageId: ['detected', 'engaged', 'prioritized', 'qualified'][at % 4] ?? 'engaged',
    },
  );
});
const full = decision(
  talent,
  [
    member('talent-deal', 'mara', ['champion']),
    member('talent-deal', 'kim', ['decision_maker', 'economic_buyer']),
    member('talent-deal', 'li', ['user']),
    member('talent-deal', 'sam', ['user']),
    member('talent-deal', 'jo', ['ratifier']),
  ],
  { stageId: 'pipeline', amount: 120_000, currency: 'EUR' },
  undefined,
  [mara, kim, li, sam, jo].map(({ id }) => ({
    id: `t-${id}`,
    accountId: 'acme',
    team: 'sales',
    channel: 'meeting',
    at: new Date(now - 86_400_000 * 4).toISOString(),
    solutionIds: [],
    contactIds: [id],
  })),
);
const potential = decision(talent, [
  ...talentDeal.group.members,
  member('talent-deal', 'jo', ['ratifier'], { status: 'potential' }),
]);

const joNew = stranger({
  name: 'Jo Park',
  title: 'Head of Procurement',
  company: 'ACME',
  linkedin: 'jo-park',
});
const ines = stranger(
  {
    name: 'Inês Carvalho',
    headline: 'People & Culture at Globex | Speaker',
    company: 'Globex',
    emails: [],
  },
  [],
  { is: 'new' },
  { is: 'new' },
);
const mailOnly = stranger({ emails: ['purchasing@acme.example'] });

const minutes = (ago: number) => new Date(Date.now() - ago * 60_000).toISOString();
const own: OwnEdit[] = [
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

const named: MentionView = {
  ...{ kind: 'note', id: 'n1', field: 'text', text: 'Jo Park wants numbers.' },
  account: { id: 'acme', name: 'ACME' },
};
const erasing = (office: PersonOffice) => (
  <main>
    <h1 className="px-4 py-3 text-name font-semibold">Jo Park</h1>
    <ErasePerson contactId="jo" name="Jo Park" office={office} onDone={() => {}} />
  </main>
);

export const states: Record<string, () => ReactNode> = {
  'person-known': () => panel(at(known(jo))),
  'person-known-elsewhere-none': () => panel(at(known(jo, [talentDeal, learningDeal]))),
  'person-seated-everywhere': () => panel(at(known(kim, [talentDeal, operationsDeal]))),
  'person-potential': () => panel(at(known(jo, [potential]))),
  'person-attached-undo': () =>
    panel(at(known(jo, [operationsDeal])), {
      undoable: { label: 'Jo Park attached to HR Operations as Ratifier' },
    }),
  'person-quorum': () => panel(at(known(kim, [full]))),
  'person-new': () => panel(at(joNew)),
  'person-new-account': () => panel(at(ines, ['title'])),
  'person-excluded': () =>
    panel(at({ ...joNew, places: [], account: { is: 'new' }, withheld: 'excluded' })),
  'people-excluded': () =>
    panel({
      ...{ at: 'people', url: 'https://page.example/', unread: [], decisions: [] },
      people: [{ ...joNew, places: [], account: { is: 'new' }, withheld: 'excluded' }, known(kim)],
    }),
  'person-erase': () => erasing(officeWith([named])),
  'person-erase-not-you': () => erasing(officeWith([], false)),
  'person-only-name': () =>
    panel(
      at(stranger({ name: 'Noor Haddad' }, [], { is: 'new' }, { is: 'new' }), ['company', 'title']),
    ),
  'person-only-mail': () => panel(at(mailOnly)),
  'person-no-decisions': () =>
    panel(at(stranger({ name: 'Jo Park', title: 'Head of Procurement', company: 'ACME' }, []))),
  'person-maybe': () =>
    panel(
      at(
        stranger({ name: 'J. Park', title: 'Procurement Lead', company: 'ACME' }, deals, {
          is: 'maybe',
          contacts: [jo],
          because: 'name',
        }),
      ),
    ),
  'person-maybe-several': () =>
    panel(
      at(
        stranger({ name: 'J. Park', company: 'ACME' }, deals, {
          is: 'maybe',
          contacts: [jo, contact({ id: 'jp2', name: 'Jin Park', title: 'Payroll Specialist' })],
          because: 'name',
        }),
      ),
    ),
  'person-left': () => {
    const view = known(jo, [operationsDeal], true);
    return panel(
      at({
        ...view,
        seen: { ...view.seen, company: 'Globex' },
        seenAccount: { name: 'Globex', domains: ['globex.example'] },
      }),
    );
  },
  'person-which-account': () =>
    panel(
      at(
        stranger(
          { name: 'Jo Park', title: 'Head of Procurement', company: 'ACME' },
          [],
          { is: 'new' },
          {
            is: 'ambiguous',
            by: 'domain:acme.example',
            accounts: [
              acme,
              account({ id: 'acme-fr', name: 'ACME France', domains: ['acme.example', 'acme.fr'] }),
            ],
          },
        ),
      ),
      { onChooseAccount: log('choose account') },
    ),
  'person-25-members': () => panel(at(known(jo, [crowded]))),
  'person-awkward': () =>
    panel(
      at(
        stranger(
          { name: long, headline: long, company: long.slice(0, 120) },
          [awkward],
          { is: 'new' },
          knownAccount({ ...acme, name: long.slice(0, 120) }),
        ),
      ),
    ),
  'person-rtl': () => panel(at(known(arabic, [awkward]))),
  'person-empty-profile': () =>
    panel(at(known(jo, [decision(analytics, [member('analytics-deal', 'mara', ['champion'])])]))),
  'person-60-decisions': () => panel(at(known(jo, sixty))),
  account: () =>
    panel({
      at: 'account',
      url: 'https://www.linkedin.com/company/acme',
      unread: [],
      seen: { name: 'ACME', domains: ['acme.example'] },
      account: knownAccount(),
      decisions: deals,
      people: [known(mara), joNew, known(sam)],
    }),
  'account-new': () =>
    panel({
      at: 'account',
      url: 'https://globex.example',
      unread: [],
      seen: { name: 'Globex', domains: ['globex.example'] },
      account: { is: 'new' },
      decisions: [],
      people: [ines],
    }),
  'account-empty': () =>
    panel({
      at: 'account',
      url: 'https://acme.example',
      unread: [],
      seen: { name: 'ACME', domains: ['acme.example'] },
      account: knownAccount(),
      decisions: [],
      people: [],
    }),
  'account-60-decisions': () =>
    panel({
      at: 'account',
      url: 'https://acme.example',
      unread: [],
      seen: { name: 'ACME', domains: ['acme.example'] },
      account: knownAccount(),
      decisions: sixty,
      people: [],
    }),
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
      onReload={log('reload')}
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
