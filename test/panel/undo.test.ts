/** Every act of the panel and its way back: undone, nothing is left of it but the history. */
import { beforeEach, expect, test } from 'vitest';
import { type Kind, kinds } from '#lib/model/kinds.ts';
import { Account } from '#lib/model/records/account.ts';
import { Contact } from '#lib/model/records/contact.ts';
import { Interest } from '#lib/model/records/interest.ts';
import type { Member } from '#lib/model/records/member.ts';
import { Note } from '#lib/model/records/note.ts';
import { Opportunity } from '#lib/model/records/opportunity.ts';
import { PlayStep } from '#lib/model/records/play-step.ts';
import { SeatPlan, seatPlanId } from '#lib/model/records/seat-plan.ts';
import { Solution } from '#lib/model/records/solution.ts';
import { Touch } from '#lib/model/records/touch.ts';
import { createActs } from '#lib/panel/acts.ts';
import { createUndo } from '#lib/panel/undo.ts';
import type { Acts, PersonView } from '#lib/panel/view.ts';
import { all } from '#lib/store/queries.ts';
import type { Store } from '#lib/store/store.ts';
import { acme, cache, deal, page, talent, told } from '#test/store/cache.ts';
import { now } from './pages.ts';

let store: Store;
let acts: Acts;

const at = '2026-03-01T09:00:00.000Z';
const place = { accountId: 'acme', opportunityId: 'deal' };
const jo = Contact.parse({
  ...{ id: 'jo', accountId: 'acme', name: 'Jo Lin', title: 'Counsel', location: 'Lyon' },
  ...{ emails: ['jo@acme.example'], linkedin: 'jo-lin', tags: ['Legal'], left: at },
});
const member: Member = {
  ...{ id: 'deal.jo', ...place, contactId: 'jo', status: 'potential', roles: ['user'] },
  ...{ stance: 'sceptic', external: true, declined: ['champion'] },
  suggested: [
    { role: 'ratifier', likelihood: 0.7, because: [{ fact: 'title', title: 'Counsel' }] },
  ],
};
const step = PlayStep.parse({
  ...{ id: 'step', ...place, title: 'Call legal', team: 'sales', order: 1, state: 'done' },
  ...{ ownerId: 'ben', due: '2026-04-01' },
});
const note = Note.parse({ id: 'note', ...place, text: 'Budget in May.', at, by: 'ana' });
const touch = Touch.parse({
  ...{ id: 'touch', accountId: 'acme', team: 'marketing', channel: 'web', at, title: 'Pricing' },
  ...{ contactIds: ['jo'], unrouted: 'noSolution', solutionIds: [] },
});
const held = Opportunity.parse({
  ...deal,
  ...{ amount: 100, currency: 'EUR', closeDate: '2026-06-30', stageSince: at, nextSteps: 'Ask.' },
});

beforeEach(async () => {
  store = await cache();
  const talentToo = Solution.parse({
    ...talent,
    play: [{ id: 'p1', title: 'Workshop', team: 'sales', dueInDays: 7 }],
  });
  const learning = Solution.parse({ id: 'learning', name: 'Learning', profile: [] });
  const plan = SeatPlan.parse({
    ...{
      id: seatPlanId('deal', 's2'),
      ...place,
      seatId: 's2',
      note: 'Try legal.',
      due: '2026-05-01',
    },
  });
  const interest = Interest.parse({
    ...{ id: 'jo.talent', accountId: 'acme', contactId: 'jo', solutionId: 'talent' },
    ...{ level: 'shown', by: 'ben', at, evidence: ['touch'] },
  });
  const tagged = Account.parse({ ...acme, tags: ['Key'], linkedin: 'acme' });
  await store.apply(
    page({
      puts: [
        ...[told('solution', talentToo, 5), told('solution', learning, 5)],
        ...[told('account', tagged, 5), told('contact', jo, 5), told('opportunity', held, 5)],
        ...[
          told('member', member, 5),
          told('playStep', step, 5),
          told('playStep', { ...step, id: 'later', order: 2 }, 5),
          told('note', note, 5),
        ],
        ...[told('seatPlan', plan, 5), told('touch', touch, 5), told('interest', interest, 5)],
      ],
      cursors: { acme: 5 },
    }),
  );
  acts = createActs({
    ...{ store, undo: createUndo(), nudge: () => {}, userId: 'ana', team: 'sales' },
    now: () => now,
  });
});

const here: PersonView = {
  ...{ seen: { name: 'Jo Lin', emails: [] }, places: [] },
  match: { is: 'known', contact: jo, by: 'user', elsewhere: false },
  account: { is: 'known', account: acme, by: 'user' },
};
const eve: PersonView = {
  ...{ seen: { name: 'Eve', emails: ['eve@acme.example'] }, match: { is: 'new' }, places: [] },
  account: { is: 'known', account: acme, by: 'user' },
};
const elsewhere = { name: 'Brandt', domains: ['brandt.example'] };

/** What each act does to what has something of everything. Those that act on edits or need the server have tests of their own. */
const doings: Record<
  Exclude<
    keyof Acts,
    'undo' | 'undoEdit' | 'discard' | 'keepMine' | 'rewrite' | 'merge' | 'takeApart'
  >,
  () => Promise<void>
> = {
  attach: () => acts.attach(here, 'deal', ['champion']),
  attachMany: () =>
    acts.attachMany(
      [here, eve].map((person) => ({ person, roles: ['ratifier'] })),
      'deal',
    ),
  detach: () => acts.detach('deal', 'jo'),
  addPerson: () =>
    acts.addPerson(
      { ...eve, account: { is: 'new' }, seenAccount: elsewhere },
      { name: 'Eve Park', company: 'Brandt', title: 'CFO', email: '' },
    ),
  addAccount: () => acts.addAccount(elsewhere),
  addDecision: () => acts.addDecision('acme', 'learning'),
  tagPeople: () => acts.tagPeople([here, eve], ['VIP'], ['legal']),
  tagMany: () => acts.tagMany(['jo', 'dana'], ['VIP'], ['Legal']),
  tagAccount: () => acts.tagAccount('acme', ['VIP'], ['Key']),
  changeContact: () =>
    acts.changeContact(
      'jo',
      { name: 'Jo Marie Lin', title: 'General Counsel', location: null },
      { add: ['jo.lin@acme.example'], remove: ['jo@acme.example'] },
    ),
  changeAccount: () =>
    acts.changeAccount(
      'acme',
      { name: 'ACME Group', target: true },
      { add: ['acme.test'], remove: ['acme.example'] },
    ),
  setLeft: () => acts.setLeft('jo', null),
  setInactive: () => acts.setInactive([member]),
  moveOn: () => acts.moveOn({ ...here, seenAccount: elsewhere }),
  setStage: () => acts.setStage(held, 'pipeline'),
  setTerms: () => acts.setTerms(held, { amount: 5, currency: 'USD', closeDate: null }),
  editMember: () => acts.editMember(member, { roles: ['ratifier'], stance: null }),
  acceptRole: () => acts.acceptRole(member, 'ratifier'),
  declineRole: () => acts.declineRole(member, 'ratifier'),
  planSeat: () => acts.planSeat('deal', 's2', { assigneeId: 'ana', due: null, note: null }),
  logTouch: () =>
    acts.logTouch(held, {
      channel: 'call',
      direction: 'inbound',
      at,
      title: '',
      contactIds: ['jo'],
    }),
  sayInterest: () => acts.sayInterest('jo', 'talent', 'none'),
  routeTouch: () => acts.routeTouch(touch, { solutionId: 'learning' }),
  addStep: () => acts.addStep('deal', 'Send the offer'),
  editStep: () =>
    acts.editStep(step, { title: 'Call', team: 'marketing', ownerId: null, due: null }),
  setStepState: () => acts.setStepState(step, 'open'),
  removeStep: () => acts.removeStep(step),
  orderSteps: () => acts.orderSteps('deal', ['later', 'step']),
  applyPlay: () => acts.applyPlay(held),
  addNote: () => acts.addNote('deal', 'They asked for a price.'),
  editNote: () => acts.editNote(note, note.text, 'Budget in June.'),
  removeNote: () => acts.removeNote(note),
  editNextSteps: () => acts.editNextSteps(held, 'Ask.', 'Ask again.'),
};

/** Who said something last and when, which undoing changes as any other edit does; of a play's steps their sequence counts. */
const stamps: { [kind: string]: string[] } = {
  interest: ['by', 'at'],
  note: ['editedBy', 'editedAt'],
  opportunity: ['stageSince'],
  playStep: ['endedAt', 'order'],
};

/** All records as the panel sees them, but for the transitions, which are history. */
async function records() {
  const rows: { [kind: string]: object[] } = {};
  for (const kind of Object.keys(kinds) as Kind[]) {
    if (kind === 'transition') continue;
    const found: { id: string; order?: number }[] = await all(store.db, kind);
    rows[kind] = found
      .sort((a, b) => (a.order ?? 0) - (b.order ?? 0) || (a.id < b.id ? -1 : 1))
      .map((row) => omit(row, ['sources', ...(stamps[kind] ?? [])]));
  }
  return rows;
}

const omit = (row: object, fields: string[]) =>
  Object.fromEntries(Object.entries(row).filter(([field]) => !fields.includes(field)));

test.for(Object.entries(doings))('%s is undone to the last field', async ([, act]) => {
  const before = await records();
  await act();
  expect(await records()).not.toEqual(before);
  await acts.undo();
  expect(await records()).toEqual(before);
});
