/** The options page and what an admin finds on it, with invented data: also the awkward ones. */
import type { ReactNode } from 'react';
import { Workspace, type WorkspaceProps } from '#components/options/workspace.tsx';
import { Options, type OptionsProps } from '#components/options.tsx';
import type { Asset } from '#lib/model/records/asset.ts';
import { defaultStages } from '#lib/model/records/stage.ts';
import type { AdminView } from '#lib/panel/use-admin.ts';
import type { AdminActs } from '#lib/panel/use-admin-acts.ts';
import { daysAgo, now, solutions, talent } from './world.ts';

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
};

const asset = (id: string, name: string, solutionIds: string[], keys: string[] = []): Asset => ({
  id,
  name,
  keys,
  solutionIds,
});

export const adminView: AdminView = {
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
    now={now}
    onUndo={log('undo')}
    onDismissProblem={log('dismiss problem')}
    onDismissUnresolved={log('dismiss')}
    onRetrySync={log('retry')}
    onSignIn={log('sign in')}
    {...more}
  />
);

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

export const optionStates: Record<string, () => ReactNode> = {
  options: () => options(),
  'options-waiting': () => options({ waiting: 3 }),
  'options-signed-out': () => options({ user: undefined, language: undefined }),
  'options-admin': () => admin({ last: { what: 'changed', name: 'Talent Management', back: [] } }),
  'options-admin-open': () => (
    <Opened names={['Talent Management', 'Prioritized', '已优先', 'Hiring in 2027']}>
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
    admin({ view: { solutions: [], stages: [], assets: [], retiring: new Set() } }),
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
  'options-read-only': () =>
    options({ sites: [], workspace: workspace({ team: 'sales', last: undefined }) }),
};

/** The page with these lines opened, as by a click. */
function Opened({ names, children }: { names: readonly string[]; children: ReactNode }) {
  const open = (page: HTMLElement | null) => {
    for (const button of page?.querySelectorAll<HTMLElement>('button[aria-expanded=false]') ?? [])
      if (names.some((name) => button.textContent?.startsWith(name))) button.click();
  };
  return <div ref={open}>{children}</div>;
}
