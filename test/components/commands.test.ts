// @vitest-environment happy-dom
/** Every act of the panel is reached by a command, and none of them by Enter alone. */
import { beforeEach, describe, expect, test, vi } from 'vitest';
import type { Here } from '#components/finder/command.ts';
import { commandsFor } from '#components/finder/commands.ts';
import { icons, kindOf } from '#components/finder/kinds.ts';
import { personKey } from '#lib/panel/batch.ts';
import { writtenIn } from '#lib/panel/rewriting/rewrite.ts';
import type { UnresolvedView } from '#lib/panel/sync-view.ts';
import { seatsOn } from '#lib/panel/thread.ts';
import { createTicks } from '#lib/panel/ticks.ts';
import type { Acts, Moment, PersonView, ThreadPersonView } from '#lib/panel/view.ts';
import { accountMoment, accountOf } from '#test/gallery/accounts.tsx';
import { notes, opened, steps } from '#test/gallery/decisions.tsx';
import { aList, atAcme, mixed } from '#test/gallery/lists.tsx';
import { officeWith } from '#test/gallery/office.ts';
import { mergedBefore } from '#test/gallery/people.tsx';
import {
  contact,
  deals,
  jo,
  known,
  mara,
  member,
  solutions,
  stranger,
  talentDeal,
} from '#test/gallery/world.ts';
import { person, spies } from './show.tsx';

/** The act itself, or the form that does it: a new act does not compile before it is decided. */
const reachedBy: Record<keyof Acts, 'at once' | `${string}:` | 'ticked.tag'> = {
  attach: 'at once',
  attachMany: 'at once',
  detach: 'at once',
  addPerson: 'at once',
  addAccount: 'at once',
  addDecision: 'at once',
  setStage: 'at once',
  acceptRole: 'at once',
  declineRole: 'at once',
  routeTouch: 'at once',
  setStepState: 'at once',
  removeStep: 'at once',
  orderSteps: 'at once',
  applyPlay: 'at once',
  removeNote: 'at once',
  setLeft: 'at once',
  setInactive: 'at once',
  moveOn: 'at once',
  keepMine: 'at once',
  undoEdit: 'at once',
  undo: 'at once',
  merge: 'merge:',
  takeApart: 'apart:',
  tagPeople: 'ticked.tag',
  tagMany: 'tag:',
  tagAccount: 'tag:',
  changeContact: 'edit:',
  changeAccount: 'edit:',
  setTerms: 'terms:',
  editMember: 'member:',
  planSeat: 'seat:',
  logTouch: 'log:',
  sayInterest: 'interest:',
  addStep: 'newStep:',
  editStep: 'step:',
  addNote: 'newNote:',
  editNote: 'note:',
  editNextSteps: 'next:',
  discard: 'discard:',
  rewrite: 'rewrite:',
};

const gone = contact({ ...mara, id: 'gone', name: 'Ida Falk', left: '2026-10-01T00:00:00.000Z' });
const someone = stranger({ name: 'Dana Cole', title: 'Legal Counsel', company: 'ACME' });
const left: PersonView = { ...known(gone, deals, true), merges: mergedBefore };
const onMail = (view: PersonView): ThreadPersonView => ({
  ...view,
  seen: { ...view.seen, part: 'to' },
});
const company = accountMoment({ ...accountOf(), merges: mergedBefore });
const fresh: Moment = {
  ...{ at: 'account', url: 'https://globex.example', unread: [], people: [], decisions: [] },
  ...{ seen: { name: 'Globex', domains: ['globex.example'] }, account: { is: 'new' } },
};
const thread: Moment = {
  ...{ at: 'thread', url: 'https://mail.example', unread: [], composing: false, colleagues: [] },
  people: [onMail(someone), onMail(stranger({ name: 'Eva Lund', company: 'ACME' }))],
  decisions: atAcme.map((view) => ({ ...view, ...seatsOn(view.decision, new Set()) })),
};
const inside = opened({
  play: steps,
  notes,
  people: [jo, gone],
  members: [
    member('talent-deal', 'jo', [], { status: 'potential' }),
    member('talent-deal', 'gone', ['user']),
  ],
});

let acts: ReturnType<typeof spies>;
let ticks: ReturnType<typeof createTicks>;
const openForm = vi.fn<(form: string) => void>();
const others = {
  ...{ openDecision: vi.fn(), onFront: vi.fn(), tell: vi.fn(), onEnableSite: vi.fn() },
  ...{ onReadPage: vi.fn(), onOpenOutbox: vi.fn(), onLanguage: vi.fn(), onOpenOptions: vi.fn() },
  ...{ onRetrySync: vi.fn(), onSignIn: vi.fn(), onDismissUnresolved: vi.fn(), back: vi.fn() },
};
beforeEach(() => {
  vi.clearAllMocks();
  acts = spies();
  ticks = createTicks();
});

const here = (moment: Moment, more: Partial<Here> = {}): Here => ({
  ...others,
  ...{ acts, ticks, openForm, moment, sync: { is: 'signedOut', waiting: 1 } },
  solutions,
  office: officeWith([]),
  pageReport: async () => null,
  ...more,
});
const call = { name: 'note.edit@1', args: { noteId: 'n', base: 'a', text: 'b' } };
const conflict: UnresolvedView = {
  ...{ nonce: 'a', name: call.name, status: 'conflict', because: '', at: '' },
  rewrite: { call, fields: writtenIn(call), users: [], stages: [] },
};
const scenes: Record<string, () => Here> = {
  'a page that shows nobody': () => here({ at: 'nothing', site: null }),
  'a site that is off': () => here({ at: 'siteOff', host: 'mail.example' }),
  'somebody new': () => here(person(someone)),
  'somebody known': () => here(person(known(jo)), { undoable: { label: 'Jo Park' } }),
  'somebody gone, and seen elsewhere': () => here(person(left)),
  'a company': () => here(company),
  'a new company': () => here(fresh),
  'a list with some ticked': () => {
    ticks.getState().only(mixed.map(({ seen }) => personKey(seen)));
    return here(aList(mixed, atAcme));
  },
  'a mail': () => here(thread),
  'an opened decision': () =>
    here(person(known(jo, [talentDeal])), { opened: inside, user: { id: 'ana' } }),
  'edits not taken': () => here({ at: 'nothing', site: null }, { unresolved: [conflict] }),
  'the own edits': () =>
    here(
      { at: 'nothing', site: null },
      {
        outbox: [
          { nonce: 'w', name: 'note.add@1', at: '', state: 'waiting', builtOn: 0 },
          { nonce: 'd', name: 'note.add@1', at: '', state: 'applied', undo: 'open', builtOn: 0 },
        ],
      },
    ),
};
const called = () =>
  Object.entries(acts).flatMap(([act, spy]) => (spy.mock.calls.length > 0 ? [act] : []));

test('every act has a command that does it, or opens the form that does', async () => {
  const done = new Set<string>();
  for (const scene of Object.values(scenes))
    for (const { run } of commandsFor(scene())) await run();
  for (const act of called()) done.add(act);
  const forms = openForm.mock.calls.map(([form]) => form);
  const missing = Object.entries(reachedBy).filter(([act, way]) =>
    way === 'at once' ? !done.has(act) : !forms.some((form) => form.startsWith(way)),
  );
  expect(missing).toEqual([]);
});

describe.each(Object.entries(scenes))('before %s', (_, scene) => {
  test('no command that is said to show something changes anything', async () => {
    const shown = commandsFor(scene()).filter(({ changes }) => !changes);
    expect(shown).not.toEqual([]);
    for (const { run } of shown) await run();
    expect(called()).toEqual([]);
  });

  test('each command has a name and an id of its own', () => {
    const commands = commandsFor(scene());
    expect(new Set(commands.map(({ id }) => id)).size).toBe(commands.length);
    for (const { label } of commands) expect(label).not.toMatch(/^$|\$/);
  });

  test('each command has the icon of what it does', () => {
    for (const command of commandsFor(scene()))
      expect(Object.keys(icons), command.id).toContain(kindOf(command));
  });
});

test('nothing is done about whoever must not be recorded', () => {
  const withheld = 'excluded' as const;
  const kept: PersonView = { ...someone, places: [], account: { is: 'new' }, withheld };
  const changing = (moment: Moment) =>
    commandsFor(here(moment)).flatMap(({ id, changes }) =>
      changes && !id.startsWith('language') ? [id] : [],
    );
  expect(changing(person(kept))).toEqual([]);
  expect(changing({ ...fresh, withheld } as Moment)).toEqual([]);
  expect(changing(aList([kept], atAcme))).toEqual([]);
});

test('somebody who may not erase, or whose office is closed, is not offered it; a note of another is not removed', () => {
  const ids = (at: Here) => commandsFor(at).map(({ id }) => id);
  expect(ids(here(person(known(jo)), { office: undefined }))).not.toContain('erase:jo');
  expect(ids(here(person(known(jo))))).toContain('erase:jo');
  const mine = { opened: inside, user: { id: 'ana' } };
  expect(
    ids(here(person(known(jo)), mine)).filter((id) => id.startsWith('remove note')),
  ).toHaveLength(1);
  expect(
    ids(here(person(known(jo)), { ...mine, user: { id: 'cleo' } })).some((id) =>
      id.startsWith('remove note'),
    ),
  ).toBe(false);
});

test('a command says what it does to coverage, and nothing where that stays', () => {
  const effect = (at: Here, id: string) =>
    commandsFor(at)
      .find((one) => one.id === id)
      ?.effect?.replaceAll('\u00a0', ' ');
  const wentAway = { ...mara, left: '2026-10-01T00:00:00.000Z' };
  expect(effect(here(person(known(jo))), 'attach talent-deal')).toBe('Known 64% → 79%');
  expect(effect(here(person(known(mara))), 'detach talent-deal')).toMatch(/^Known 64% → 36%/);
  expect(effect(here(person(known(wentAway))), 'inactive')).toMatch(
    /^Talent Management: Known 64% → 36%.* · Learning: Known 50% → 0%/,
  );
  const at = here(person(known(jo)), { opened: inside });
  expect(effect(at, 'accept talent-deal.jo ratifier')).toBe('Known 7% → 21%');
  expect(effect(at, 'inactive talent-deal.gone')).toBe('Known 7% → 0%');
  expect(effect(at, 'decline talent-deal.jo ratifier')).toBeUndefined();
});
