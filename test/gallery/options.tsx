/** The options page and what an admin finds on it, with invented data: also the awkward ones. */
import type { ReactNode } from 'react';
import type { Diagnosing } from '#components/options/diagnostics.tsx';
import { OwnData } from '#components/options/own-data.tsx';
import { Transfer } from '#components/options/transfer.tsx';
import { Workspace, type WorkspaceProps } from '#components/options/workspace.tsx';
import { Options, type OptionsProps } from '#components/options.tsx';
import { SignedOutError, UnreachableError } from '#lib/api/errors.ts';
import type { ImportLine } from '#lib/contract/transfer.ts';
import type { Asset } from '#lib/model/records/asset.ts';
import { defaultStages } from '#lib/model/records/stage.ts';
import { FileRefusedError } from '#lib/model/transfer/decode.ts';
import { readTable } from '#lib/model/transfer/table.ts';
import { type Checked, report } from '#lib/panel/diagnostics.ts';
import { shortDrafts } from '#lib/panel/drafts.ts';
import type { AdminView } from '#lib/panel/use-admin.ts';
import type { AdminActs } from '#lib/panel/use-admin-acts.ts';
import type { ImportActs, ImportState, ReadFile } from '#lib/panel/use-import.ts';
import { idleOffice } from './office.ts';
import { daysAgo, idle, now, solutions, talent } from './world.ts';

const log =
  (name: string) =>
  async (...args: unknown[]) =>
    console.info(name, ...args);

const done = async (): Promise<boolean> => true;
export const idleAdmin: AdminActs = {
  addSolution: done,
  editSolution: done,
  hideSolution: done,
  addStage: done,
  editStage: done,
  moveStage: done,
  retireStage: done,
  addAsset: done,
  editAsset: done,
  removeAsset: done,
  addExclusion: done,
  removeExclusion: done,
};

const idleImport: ImportActs = {
  setKind: log('kind'),
  choose: log('choose'),
  readAs: log('read as'),
  take: log('take'),
  check: log('check'),
  apply: log('apply'),
  back: log('back'),
  restart: log('restart'),
};

const asset = (id: string, name: string, solutionIds: string[], keys: string[] = []): Asset => ({
  id,
  name,
  keys,
  solutionIds,
});

/** Nothing on the do-not-record list. */
const nobodyListed = { exclusions: [], users: [], salt: 'salt-of-the-gallery' };

export const adminView: AdminView = {
  ...nobodyListed,
  solutions: [
    {
      ...talent,
      version: 3,
      since: daysAgo(12),
      earlier: [
        { version: 1, seats: [], until: daysAgo(400) },
        {
          version: 2,
          seats: talent.profile.slice(0, 2),
          since: daysAgo(400),
          until: daysAgo(12),
        },
      ],
    },
    ...solutions.slice(1),
    { id: 'payroll', name: 'Payroll', profile: [], hidden: true },
  ],
  stages: [...defaultStages],
  assets: [
    asset('paper', 'Hiring in 2027', ['talent'], ['whitepaper-hiring-27']),
    asset('webinar', 'People data webinar', ['analytics', 'operations']),
    asset('about', 'About us', []),
  ],
  retiring: new Set(),
};

export const workspace = (more: Partial<WorkspaceProps> = {}) => (
  <Workspace
    view={adminView}
    team="admin"
    acts={idleAdmin}
    sync={{ is: 'synced', at: Date.now() - 120_000 }}
    server="https://quorum.acme.example"
    unresolved={[]}
    again={{ acts: idle, drafts: shortDrafts() }}
    now={now}
    onUndo={log('undo')}
    onDismissProblem={log('dismiss problem')}
    onDismissUnresolved={log('dismiss')}
    onRetrySync={log('retry')}
    onSignIn={log('sign in')}
    {...more}
  />
);

const diagnosing = (checked: Partial<Checked> = {}): Diagnosing => {
  const all: Checked = {
    server: { is: 'ok', ms: 34 },
    clockAhead: 300,
    signIn: { is: 'ok' },
    ...checked,
  };
  return {
    check: async () => all,
    report: async () =>
      JSON.stringify(
        report({
          about: {
            extension: '0.1.0',
            browser: 'Mozilla/5.0 (X11; Linux x86_64) Chrome/141.0.0.0',
            storage: { used: 48_120_332, quota: 298_000_000_000, persistent: true },
          },
          language: 'en',
          server: 'https://quorum.acme.example',
          team: 'sales',
          sync: { is: 'failed', code: 'unreachable' },
          sites: [
            { name: 'LinkedIn', host: 'linkedin.com', on: true },
            { host: 'webmail.acme.example', on: true, own: true },
          ],
          counts: {
            records: { account: 120, contact: 2310, member: 640 },
            scopes: { complete: 119, closed: 0, filling: 1 },
            ...{ waiting: 3, unresolved: 1, journal: 41, aside: 0 },
          },
          checked: all,
          now,
        }),
        null,
        2,
      ),
  };
};

const options = (more: Partial<OptionsProps> = {}) => (
  <Options
    server="https://quorum.acme.example"
    onSaveServer={log('server')}
    user={{ name: 'Ana Lima', team: 'sales', email: 'ana@acme.example' }}
    waiting={0}
    onSignIn={log('sign in')}
    onSignOut={log('sign out')}
    sites={[
      { name: 'LinkedIn', host: 'linkedin.com', on: true },
      { name: 'Gmail', host: 'mail.google.com', on: false },
      { name: 'Outlook', host: 'outlook.office.com', on: false },
      { host: 'webmail.acme.example', on: true, own: true },
    ]}
    onToggleSite={log('toggle')}
    onAddSite={log('add site')}
    onRemoveSite={log('remove site')}
    language="auto"
    onLanguage={log('language')}
    shortcuts={{ panelKey: 'Ctrl+Shift+Y', address: 'chrome://extensions/shortcuts' }}
    onTour={log('tour')}
    diagnosing={diagnosing()}
    {...more}
  />
);

const admin = (more: Partial<WorkspaceProps> = {}) =>
  options({
    user: { name: 'Ada Osei', team: 'admin', email: 'ada@acme.example' },
    sites: [],
    workspace: workspace(more),
  });

const long = 'Ein Angebot mit einem wirklich sehr langen Namen, das in keine Zeile passt '.repeat(
  3,
);

const csv = (text: string) => new TextEncoder().encode(text);
const people =
  'Full name;Email;Second mail;Company;Notes;Joined\nDana Whitfield;dana@acme.example;;ACME;tbd;2024\n';

/** One step of an import within the page, as an admin sees it. */
const transfer = (state: ImportState) =>
  options({
    sites: [],
    workspace: workspace({
      view: {
        ...nobodyListed,
        ...{ solutions: [], stages: [...defaultStages], assets: [], retiring: new Set() },
      },
      transfer: <Transfer state={state} acts={idleImport} onExport={async () => 'a.csv'} />,
    }),
  });

const readFile: ReadFile = {
  kind: 'contacts',
  name: 'people-of-a-fair-with-a-long-name-in-november-2026.csv',
  bytes: csv(people),
  encoding: 'windows-1252',
  table: readTable(people),
  mapping: ['name', 'emails', 'emails', 'account', null, null],
};
const line = (at: number, more: Partial<ImportLine> = {}): ImportLine => ({
  line: at,
  status: 'create',
  changed: [],
  errors: [],
  notes: [],
  ...more,
});
const because = '';
const checked = (lines: ImportLine[], more: { busy?: boolean; problem?: unknown } = {}) => {
  const count = (status: ImportLine['status']) =>
    lines.filter((one) => one.status === status).length;
  const totals = {
    create: count('create'),
    update: count('update'),
    unchanged: count('unchanged'),
    error: count('error'),
  };
  const answer = { applied: false, totals, lines };
  return transfer({ is: 'checked', file: readFile, answer, busy: false, ...more });
};
const faulty = [
  line(2),
  line(3, {
    status: 'error',
    errors: [
      { column: 'emails', code: 'badEmail', value: 'dana@', because },
      { column: 'account', code: 'missing', value: '', because },
    ],
  }),
  line(4, {
    notes: [{ column: 'account', code: 'newAccount', value: 'Fjord Bank', because }],
  }),
  line(5, { status: 'update', changed: ['title'] }),
  line(6, { status: 'unchanged' }),
];

const ada = {
  id: 'ada',
  name: 'Ada Novak',
  email: 'ada@northwind.example',
  team: 'admin',
} as const;
const exclusions: AdminView['exclusions'] = [
  {
    ...{ id: 'one', what: 'person', hashes: ['0'.repeat(64)], by: 'ada', at: daysAgo(3) },
    reason: '2026-11',
  },
  { id: 'two', what: 'company', hashes: ['1'.repeat(64)], by: 'ada', at: daysAgo(400) },
];

export const optionStates: Record<string, () => ReactNode> = {
  options: () => options(),
  'options-waiting': () => options({ waiting: 3 }),
  'options-unread': () =>
    options({ waiting: 'unread', problem: { code: 'storageDamaged', message: 'x' } }),
  'options-signed-out': () => options({ user: undefined, language: undefined }),
  'options-checked': () => (
    <Opened names={['Check now', '立即检查', 'Make the report', '生成报告']}>{options()}</Opened>
  ),
  'options-check-failed': () => (
    <Opened names={['Check now', '立即检查']}>
      {options({
        shortcuts: { panelKey: '', address: 'chrome://extensions/shortcuts' },
        diagnosing: diagnosing({
          clockAhead: -372_000,
          signIn: { is: 'failed', error: new SignedOutError('x') },
        }),
      })}
    </Opened>
  ),
  'options-admin': () => admin({ last: { what: 'changed', name: 'Talent Management', back: [] } }),
  'options-admin-open': () => (
    <Opened names={['Talent Management', 'Prioritized', '优先跟进', 'Hiring in 2027']}>
      {admin({
        last: {
          what: 'changed',
          name: 'Talent Management',
          back: [{ name: 'solution.edit@1', args: {} }],
        },
      })}
    </Opened>
  ),
  'options-admin-empty': () =>
    admin({
      view: { ...nobodyListed, solutions: [], stages: [], assets: [], retiring: new Set() },
    }),
  'options-privacy': () =>
    admin({
      view: { ...adminView, exclusions, users: [ada] },
      ownData: <OwnData office={idleOffice} find={async () => []} />,
    }),
  'options-privacy-reader': () =>
    options({
      workspace: workspace({ team: 'sales', view: { ...adminView, exclusions, users: [ada] } }),
    }),
  'options-admin-loading': () => admin({ view: undefined, sync: { is: 'syncing', waiting: 0 } }),
  'options-admin-refused': () =>
    admin({
      view: { ...adminView, retiring: new Set(['detected']) },
      sync: { is: 'offline', waiting: 2 },
      problem: { code: 'invalid', message: 'From “Target” no end could be reached any more.' },
      last: { what: 'retiring', name: 'Detected', back: [] },
      unresolved: [
        {
          nonce: 'a',
          name: 'stage.retire@1',
          status: 'rejected',
          because: 'A stage of kind “won” must stay.',
          at: '',
        },
      ],
    }),
  'options-admin-many': () =>
    admin({
      view: {
        ...adminView,
        solutions: [
          { ...talent, name: long },
          { ...talent, id: 'rtl', name: 'إدارة المواهب' },
        ],
        assets: Array.from({ length: 120 }, (_, at) =>
          asset(`asset-${at}`, at === 1 ? long : `Webinar ${at + 1}`, ['talent']),
        ),
      },
    }),
  'options-marketing': () =>
    options({ sites: [], workspace: workspace({ team: 'marketing', last: undefined }) }),
  'transfer-choosing': () => transfer({ is: 'choosing', kind: 'contacts' }),
  'transfer-refused': () =>
    transfer({
      is: 'choosing',
      kind: 'contacts',
      refused: {
        name: 'имена.csv',
        bytes: csv(''),
        error: new FileRefusedError('encodingUnknown'),
      },
    }),
  'transfer-mapping': () => transfer({ is: 'mapping', file: readFile, busy: false }),
  'transfer-mapping-twice': () =>
    transfer({
      is: 'mapping',
      file: { ...readFile, mapping: ['name', 'emails', null, 'account', 'title', 'title'] },
      busy: false,
      problem: new UnreachableError('The server does not answer.'),
    }),
  'transfer-checked': () => checked(faulty),
  'transfer-importing': () => checked([line(2), line(3)], { busy: true }),
  'transfer-nothing': () => checked([line(2, { status: 'unchanged' })]),
  'transfer-done': () =>
    transfer({
      is: 'done',
      kind: 'contacts',
      answer: {
        applied: true,
        totals: { create: 212, update: 14, unchanged: 1030, error: 0 },
        lines: [],
      },
    }),
  'options-read-only': () =>
    options({ sites: [], workspace: workspace({ team: 'sales', last: undefined }) }),
};

/** The page with these lines opened, as by a click. */
function Opened({ names, children }: { names: readonly string[]; children: ReactNode }) {
  const open = (page: HTMLElement | null) => {
    for (const button of page?.querySelectorAll<HTMLElement>('button:not([aria-expanded=true])') ??
      [])
      if (names.some((name) => button.textContent?.startsWith(name))) button.click();
  };
  return <div ref={open}>{children}</div>;
}
