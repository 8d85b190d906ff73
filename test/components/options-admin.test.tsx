// @vitest-environment happy-dom
import { render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, onTestFinished, test, vi } from 'vitest';
import { asProblem } from '#components/acts.tsx';
import { Workspace, type WorkspaceProps } from '#components/options/workspace.tsx';
import { workspaceScope } from '#lib/model/kinds.ts';
import type { Solution } from '#lib/model/records/solution.ts';
import { defaultStages, type Stage } from '#lib/model/records/stage.ts';
import type { Team } from '#lib/model/vocabulary.ts';
import { shortDrafts } from '#lib/panel/drafts.ts';
import { useAdmin, useAdminActs } from '#lib/panel/use-admin.ts';
import { all, one } from '#lib/store/queries.ts';
import { Store } from '#lib/store/store.ts';
import { adminView, idleAdmin } from '#test/gallery/options.tsx';
import { page, talent, told } from '#test/store/cache.ts';
import { spies } from './show.tsx';

const nothing = () => {};
const props = {
  view: adminView,
  team: 'admin',
  acts: idleAdmin,
  sync: { is: 'synced', at: null },
  server: 'https://quorum.example',
  unresolved: [],
  onUndo: async () => {},
  onDismissProblem: nothing,
  onDismissUnresolved: nothing,
  onRetrySync: nothing,
  onSignIn: nothing,
} satisfies WorkspaceProps;

/** The page's part over a real cache, as an entrypoint wires it, with nothing to sync with. */
function Bench({ store, team = 'admin' }: { store: Store; team?: Team }) {
  const view = useAdmin(store);
  const { acts, last, undo, problem, dismissProblem } = useAdminActs(store, nothing);
  return (
    <Workspace
      {...props}
      view={view}
      team={team}
      acts={acts}
      last={last}
      problem={problem === undefined ? undefined : asProblem(problem)}
      onUndo={undo}
      onDismissProblem={dismissProblem}
    />
  );
}

let caches = 0;

async function atWork(team: Team = 'admin') {
  const store = await new Store({ name: `admin-${++caches}`, userId: 'ada', team }).open();
  onTestFinished(() => store.close());
  const puts = [
    ...defaultStages.map((stage) => told('stage', stage, 1)),
    told('solution', talent, 1),
  ];
  await store.apply(page({ puts, cursors: { [workspaceScope]: 1 } }));
  render(<Bench store={store} team={team} />);
  await screen.findByRole('heading', { name: /^Solutions/ });
  return { store, user: userEvent.setup() };
}
const part = (name: RegExp) => within(screen.getByRole('region', { name }));
const stages = async (store: Store): Promise<Stage[]> =>
  (await all(store.db, 'stage')).sort((a, b) => a.order - b.order);
const solution = async (store: Store, name: string): Promise<Solution | undefined> =>
  (await all(store.db, 'solution')).find((one) => one.name === name);

test('a solution is added from a ready profile, and undo hides it again', async () => {
  const { store, user } = await atWork();
  const solutions = part(/^Solutions/);
  await user.click(solutions.getByRole('button', { name: 'Add' }));
  expect(solutions.getByRole('textbox')).toHaveAccessibleDescription('A name is needed.');
  await user.type(solutions.getByRole('textbox', { name: 'Another solution' }), ' Payroll ');
  await user.selectOptions(
    solutions.getByRole('combobox', { name: 'Seats to start with' }),
    'Software for one department',
  );
  await user.click(solutions.getByRole('button', { name: 'Add' }));
  await solutions.findByRole('button', { name: /^Payroll/ });
  expect((await solution(store, 'Payroll'))?.profile).toMatchObject([
    { role: 'champion', byStage: 'engaged' },
    { role: 'decision_maker' },
    { role: 'user', count: 2 },
    { role: 'economic_buyer', personas: ['finance', 'general_management'] },
    { role: 'ratifier' },
  ]);
  expect(solutions.getByRole('textbox')).toHaveValue('');

  await user.click(await screen.findByRole('button', { name: 'Undo' }));
  await solutions.findByRole('button', { name: /^Payroll\s*Hidden/ });
});

test('name and seats are saved together as one more version, and undo brings the seats back', async () => {
  const { store, user } = await atWork();
  const solutions = part(/^Solutions/);
  await user.click(solutions.getByRole('button', { name: /^Talent/ }));
  const save = solutions.getByRole('button', { name: 'Save' });
  expect(save).toBeDisabled();
  const name = solutions.getByRole('textbox', { name: 'Name' });
  await user.clear(name);
  await user.type(name, 'Talent Suite');
  await user.click(solutions.getByRole('button', { name: 'Add a seat' }));
  await user.selectOptions(
    solutions.getByRole('combobox', { name: 'Buying role, seat 3' }),
    'Economic buyer',
  );
  await user.selectOptions(
    solutions.getByRole('combobox', { name: 'Needed by, seat 3' }),
    'Qualified',
  );
  await user.click(solutions.getByRole('button', { name: 'Fitting personas, seat 3: Anyone' }));
  await user.click(await screen.findByRole('menuitemcheckbox', { name: 'Finance' }));
  await user.keyboard('{Escape}');
  const count = solutions.getByRole('spinbutton', { name: 'Number, seat 3' });
  await user.clear(count);
  await user.type(count, '0');
  await user.click(save);
  expect(solutions.getByRole('alert')).toHaveTextContent('from 1 to 50');
  expect(count).toBeInvalid();
  expect(await solution(store, 'Talent Suite')).toBeUndefined();

  await user.clear(count);
  await user.type(count, '2{Enter}');
  await screen.findByText('Talent Suite changed');
  expect(await solution(store, 'Talent Suite')).toMatchObject({
    version: 2,
    profile: [
      { id: 's1' },
      { id: 's2' },
      {
        role: 'economic_buyer',
        count: 2,
        weight: 1,
        byStage: 'qualified',
        personas: ['finance'],
      },
    ],
    earlier: [{ version: 1, seats: [{ id: 's1' }, { id: 's2' }] }],
  });
  await solutions.findByText(/^Version 1, until/);
  await waitFor(() => expect(save).toBeDisabled());

  await user.click(screen.getByRole('button', { name: 'Undo' }));
  await waitFor(async () => expect((await solution(store, 'Talent'))?.profile).toHaveLength(2));
  await waitFor(() => expect(name).toHaveValue('Talent'));
});

test('what somebody else saves meanwhile is said, and one’s own words stay until let go', async () => {
  const { store, user } = await atWork();
  const solutions = part(/^Solutions/);
  await user.click(solutions.getByRole('button', { name: /^Talent/ }));
  const name = solutions.getByRole('textbox', { name: 'Name' });
  await user.type(name, ' 2');
  await store.edit([
    { name: 'solution.edit@1', args: { solutionId: 'talent', name: 'Talent of Bo' } },
  ]);
  await solutions.findByText(/Somebody else changed this meanwhile/);
  expect(name).toHaveValue('Talent 2');
  await user.click(solutions.getByRole('button', { name: 'Take theirs' }));
  expect(name).toHaveValue('Talent of Bo');
});

test('a stage is renamed, and moved with the keyboard without losing the focus', async () => {
  const { store, user } = await atWork();
  const list = part(/^Stages/);
  await user.click(list.getByRole('button', { name: /^Qualified/ }));
  const name = list.getByRole('textbox', { name: 'Name' });
  await user.clear(name);
  await user.type(name, 'Proven{Enter}');
  await list.findByRole('button', { name: /^Proven/ });

  list.getByRole('button', { name: 'Move Proven up' }).focus();
  await user.keyboard('{Enter}');
  await screen.findByText('Proven moved');
  await waitFor(async () =>
    expect((await stages(store)).map(({ label }) => label).slice(2, 6)).toEqual([
      'Engaged',
      'Proven',
      'Prioritized',
      'Pipeline',
    ]),
  );
  await waitFor(() => expect(list.getAllByRole('listitem')[3]).toHaveTextContent(/^Proven/));
  expect(list.getByRole('button', { name: 'Move Proven up' })).toHaveFocus();
  await user.click(screen.getByRole('button', { name: 'Undo' }));
  await waitFor(async () => expect((await stages(store))[4]?.label).toBe('Proven'));
});

test('stages that would strand a decision are refused with the rule’s own sentence', async () => {
  const { store, user } = await atWork();
  const list = part(/^Stages/);
  await user.click(list.getByRole('button', { name: /^Target/ }));
  const leadsTo = list.getByRole('button', { name: /^Leads to: Detected, Engaged/ });
  await user.click(leadsTo);
  for (const item of await screen.findAllByRole('menuitemcheckbox', { checked: true }))
    await user.click(item);
  await user.keyboard('{Escape}');
  await user.click(list.getByRole('button', { name: 'Save' }));
  expect(await screen.findByText(/Nothing was changed/)).toHaveTextContent(
    'From “Target” no end could be reached any more.',
  );
  expect((await one(store.db, 'stage', 'target'))?.next).toContain('won');
  expect(list.getByRole('button', { name: 'Leads to: Leads nowhere' })).toBeVisible();
});

test('a stage is added behind the open ones and joined with all, and undo takes it out', async () => {
  const { store, user } = await atWork();
  const list = part(/^Stages/);
  await user.type(list.getByRole('textbox', { name: 'Another stage' }), 'Contract{Enter}');
  await list.findByRole('button', { name: /^Contract/ });
  const made = (await stages(store))[6];
  expect(made).toMatchObject({ label: 'Contract', kind: 'open', order: 6 });
  expect(made?.next).toContain('won');
  expect((await one(store.db, 'stage', 'target'))?.next).toContain(made?.id);
  await user.click(await screen.findByRole('button', { name: 'Undo' }));
  await waitFor(async () => expect(await stages(store)).toHaveLength(8));
});

test('retiring a stage asks where its decisions go, and says that the server has the last word', async () => {
  const { store, user } = await atWork();
  const list = part(/^Stages/);
  await user.click(list.getByRole('button', { name: /^Qualified/ }));
  await user.click(list.getByRole('button', { name: 'Take out…' }));
  const dialog = within(screen.getByRole('alertdialog', { name: 'Take out Qualified?' }));
  const into = dialog.getByRole('combobox', { name: 'Move its decisions to' });
  expect(into).toHaveValue('prioritized');
  await user.selectOptions(into, 'Pipeline');
  await user.click(dialog.getByRole('button', { name: 'Take out' }));
  await list.findByText('Being taken out');
  expect(await store.pending()).toMatchObject([
    { name: 'stage.retire@1', args: { stageId: 'qualified', moveTo: 'pipeline' } },
  ]);
  expect(screen.getByText('Qualified is taken out once the server agrees')).toBeVisible();
  expect(screen.queryByRole('button', { name: 'Undo' })).not.toBeInTheDocument();
});

test('an entry of the catalogue is added, edited, removed and brought back', async () => {
  const { store, user } = await atWork();
  const list = part(/^Catalogue/);
  await user.type(list.getByRole('textbox', { name: 'Another paper, event or page' }), 'Hiring');
  await user.click(list.getByRole('button', { name: 'Speaks of: no solution' }));
  await user.click(await screen.findByRole('menuitemcheckbox', { name: 'Talent' }));
  await user.keyboard('{Escape}');
  await user.click(list.getByRole('button', { name: 'Add' }));
  await user.click(await list.findByRole('button', { name: /^Hiring\s*Talent/ }));

  await user.type(list.getByRole('textbox', { name: 'Other names' }), 'wp-1{Enter} wp-2 ');
  await user.click(list.getByRole('button', { name: 'Save' }));
  await waitFor(async () =>
    expect(await all(store.db, 'asset')).toMatchObject([
      { name: 'Hiring', keys: ['wp-1', 'wp-2'], solutionIds: ['talent'] },
    ]),
  );
  await waitFor(() => expect(list.getByRole('button', { name: 'Save' })).toBeDisabled());
  await user.click(list.getByRole('button', { name: 'Remove' }));
  await waitFor(async () => expect(await all(store.db, 'asset')).toEqual([]));
  expect(list.getByRole('heading', { name: /^Catalogue/ })).toHaveFocus();
  await user.click(await screen.findByRole('button', { name: 'Undo' }));
  await waitFor(async () =>
    expect(await all(store.db, 'asset')).toMatchObject([{ keys: ['wp-1', 'wp-2'] }]),
  );
});

test('a marketer keeps the catalogue, and reads the rest', async () => {
  const { store, user } = await atWork('marketing');
  expect(
    screen.getByText(/Marketing keeps the catalogue; only admins change the rest/),
  ).toBeVisible();
  const list = part(/^Catalogue/);
  await user.type(list.getByRole('textbox', { name: 'Another paper, event or page' }), 'Hiring');
  await user.click(list.getByRole('button', { name: 'Add' }));
  await waitFor(async () =>
    expect(await all(store.db, 'asset')).toMatchObject([{ name: 'Hiring', solutionIds: [] }]),
  );
  for (const other of [part(/^Solutions/), part(/^Stages/)]) {
    expect(other.queryByRole('textbox')).not.toBeInTheDocument();
    expect(other.queryByRole('button', { name: /^(Add|Save|Remove|Move|Take out)/ })).toBeNull();
  }
});

test('a long catalogue is searched by name, other name and solution', async () => {
  const user = userEvent.setup();
  const assets = Array.from({ length: 60 }, (_, at) => ({
    id: `a${at}`,
    name: `Webinar ${at}`,
    keys: [`event-${at}-berlin`],
    solutionIds: at === 7 ? ['learning'] : [],
  }));
  render(<Workspace {...props} view={{ ...adminView, assets }} />);
  const list = part(/^Catalogue/);
  expect(list.getAllByRole('listitem')).toHaveLength(50);
  await user.click(list.getByRole('button', { name: 'Show 10 more' }));
  expect(list.getAllByRole('listitem')).toHaveLength(60);
  const search = list.getByRole('searchbox', { name: 'Search the catalogue' });
  await user.type(search, 'EVENT-41');
  expect(list.getByRole('status')).toHaveTextContent('1 entry found');
  await user.clear(search);
  await user.type(search, 'learning webinar');
  expect(list.getAllByRole('listitem')).toHaveLength(1);
});

test('whoever is no admin reads all of it, with a plain sentence and nothing to press in vain', async () => {
  const user = userEvent.setup();
  const acts = Object.fromEntries(
    Object.keys(idleAdmin).map((name) => [name, vi.fn()]),
  ) as unknown as typeof idleAdmin;
  render(<Workspace {...props} team="sales" acts={acts} />);
  expect(screen.getByText(/Only admins change it/)).toBeVisible();
  expect(screen.queryByRole('textbox')).not.toBeInTheDocument();
  expect(screen.queryByRole('button', { name: /^(Add|Save|Remove|Move|Take out)/ })).toBeNull();
  await user.click(screen.getByRole('button', { name: /^Talent Management/ }));
  expect(screen.getByText(/weight 1 · by Pipeline/)).toBeVisible();
  expect(screen.getByText(/^Version 3, in use since/)).toBeVisible();
});

test('[C10] [C11] what the server refused stays with its reason until it is discarded, made once more or written anew', async () => {
  const user = userEvent.setup();
  const onDismissUnresolved = vi.fn();
  const acts = spies();
  const because = 'From “Target” no end could be reached any more.';
  render(
    <Workspace
      {...props}
      unresolved={[{ nonce: 'n1', name: 'stage.retire@1', status: 'rejected', because, at: '' }]}
      again={{ acts, drafts: shortDrafts() }}
      redone={{ label: 'Settings changed: Talent', onUndo: acts.undo }}
      onDismissUnresolved={onDismissUnresolved}
    />,
  );
  const needing = within(screen.getByRole('region', { name: 'Edits that need you' }));
  expect(needing.getByText('A change to the stages: not taken by the server')).toBeVisible();
  expect(needing.getByText(because)).toBeVisible();
  await user.click(needing.getByRole('button', { name: 'Try again: A change to the stages' }));
  expect(acts.keepMine).toHaveBeenCalledExactlyOnceWith('n1');
  await user.click(screen.getByRole('button', { name: 'Undo' }));
  expect(acts.undo).toHaveBeenCalledOnce();
  await user.click(needing.getByRole('button', { name: 'Discard: A change to the stages' }));
  expect(onDismissUnresolved).toHaveBeenCalledExactlyOnceWith('n1');
});

test('a solution’s play starts from a ready one, is edited, and undo takes it back', async () => {
  const { store, user } = await atWork();
  const solutions = part(/^Solutions/);
  await user.click(solutions.getByRole('button', { name: /^Talent/ }));
  await user.click(
    solutions.getByRole('button', { name: /^Play of its decisions.*Software for one department/ }),
  );
  await user.click(solutions.getByRole('button', { name: 'Move step 1 down' }));
  await user.click(solutions.getByRole('button', { name: 'Remove step 6' }));
  const days = solutions.getByRole('spinbutton', { name: 'Due after days, step 1' });
  await user.clear(days);
  await user.click(solutions.getByRole('button', { name: 'Save' }));
  expect(solutions.getByRole('alert')).toHaveTextContent('days from 0 to 1,000');
  expect(await solution(store, 'Talent')).not.toHaveProperty('play');
  await user.type(days, '12');
  await user.click(solutions.getByRole('button', { name: 'Save' }));
  await waitFor(async () =>
    expect((await solution(store, 'Talent'))?.play).toMatchObject([
      { title: 'Send a story of a company like theirs', team: 'marketing', dueInDays: 12 },
      { title: 'First talk with the likely champion', stage: 'engaged' },
      ...[{}, {}, {}],
    ]),
  );
  await user.click(await screen.findByRole('button', { name: 'Undo' }));
  await waitFor(async () => expect((await solution(store, 'Talent'))?.play).toEqual([]));
});
