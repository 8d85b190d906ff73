/** What the server did not take, made once more: each such edit can be taken back at the panel's foot. */
import { expect, onTestFinished, test } from 'vitest';
import type { Call } from '#lib/model/mutation.ts';
import { mutations } from '#lib/model/mutations/index.ts';
import { Member } from '#lib/model/records/member.ts';
import { Touch } from '#lib/model/records/touch.ts';
import { createActs } from '#lib/panel/acts.ts';
import { createUndo } from '#lib/panel/undo.ts';
import { Store } from '#lib/store/store.ts';
import { add, attach, fill, page, told } from '#test/store/cache.ts';
import { now } from './pages.ts';

const at = new Date(now).toISOString();
const place = { opportunityId: 'deal', contactId: 'dana' };
const step = (id: string, order = 0): Call => ({
  name: 'play.addStep@1',
  args: { opportunityId: 'deal', step: { id, title: id, team: 'sales', state: 'open', order } },
});
const note: Call = {
  name: 'note.add@1',
  args: { noteId: 'n1', opportunityId: 'deal', text: 'Call her.', at },
};
const other: Call = {
  name: 'account.create@1',
  args: { account: { id: 'other', name: 'Other', domains: ['other.example'] } },
};
const seat = { id: 's1', role: 'user', count: 3, weight: 1, personas: [] };
const paper = { id: 'paper', name: 'Paper', keys: [], solutionIds: ['talent'] };
const tags = { tags: ['Warm'] };
const pair = { keptId: 'acme', mergedId: 'other', mergeId: 'm1' };

/** The arguments of each, and what was done before. */
const edits: Record<string, [args: object, before?: Call[]]> = {
  'account.create@1': [other.args as object],
  'account.edit@1': [
    { accountId: 'acme', fields: { name: 'Acme' }, domains: { add: ['a.example'], remove: [] } },
  ],
  'account.merge@1': [pair, [other]],
  'account.tag@1': [{ accountIds: ['acme'], ...tags }],
  'account.untag@1': [
    { accountIds: ['acme'], ...tags },
    [{ name: 'account.tag@1', args: { accountIds: ['acme'], ...tags } }],
  ],
  'contact.create@1': [add('kim').args as object],
  'contact.edit@1': [{ contactId: 'dana', fields: { title: 'CEO', location: 'Bonn' } }],
  'contact.edit@2': [
    { contactId: 'dana', fields: { name: 'D.' }, emails: { add: ['d@acme.example'], remove: [] } },
  ],
  'contact.left@1': [{ contactId: 'dana', left: at }],
  'contact.merge@1': [
    { ...pair, keptId: 'dana', mergedId: 'kim', accountId: 'acme' },
    [add('kim')],
  ],
  'contact.move@1': [
    {
      ...{ contactId: 'dana', accountId: 'other', left: at },
      contact: { id: 'dana-2', accountId: 'other', name: 'Dana', emails: [], sources: {} },
    },
    [other],
  ],
  'contact.tag@1': [{ contactIds: ['dana'], ...tags }],
  'contact.untag@1': [
    { contactIds: ['dana'], ...tags },
    [{ name: 'contact.tag@1', args: { contactIds: ['dana'], ...tags } }],
  ],
  'opportunity.create@1': [
    {
      accountId: 'acme',
      opportunity: { id: 'deal-2', accountId: 'acme', solutionId: 'talent', stageId: 'target' },
    },
  ],
  'opportunity.setStage@2': [
    { ...place, stageId: 'pipeline', fromStageId: 'qualified', transitionId: 't1' },
  ],
  'opportunity.setAmount@1': [{ ...place, transitionId: 't1', amount: 5000, currency: 'EUR' }],
  'opportunity.setCloseDate@1': [{ ...place, transitionId: 't1', closeDate: '2027-01-31' }],
  'opportunity.addMember@1': [{ ...place, roles: ['user'], status: 'confirmed' }],
  'opportunity.removeMember@1': [place, [attach('dana', 'champion')]],
  'opportunity.acceptSuggestion@1': [{ ...place, role: 'ratifier' }],
  'opportunity.declineSuggestion@1': [{ ...place, role: 'ratifier' }],
  'opportunity.editNextSteps@1': [{ opportunityId: 'deal', base: '', text: 'Call her.' }],
  'member.edit@1': [{ ...place, fields: { stance: 'mentor' } }, [attach('dana', 'champion')]],
  'touch.log@1': [
    {
      ...{ accountId: 'acme', contactIds: ['dana'] },
      touch: { id: 'touch-2', team: 'sales', channel: 'call', at, solutionIds: ['talent'] },
    },
  ],
  'touch.route@1': [{ touchId: 'touch-1', opportunityId: 'deal' }],
  'interest.set@1': [{ contactId: 'dana', solutionId: 'talent', level: 'strong', evidence: [] }],
  'seat.plan@1': [
    { opportunityId: 'deal', seatId: 's2', fields: { note: 'Ask Kim' } },
    [
      {
        name: 'seat.plan@1',
        args: { opportunityId: 'deal', seatId: 's2', fields: { note: 'Ask', due: '2027-01-31' } },
      },
    ],
  ],
  'play.addStep@1': [step('a').args as object],
  'play.editStep@1': [{ stepId: 'a', fields: { title: 'Write' } }, [step('a')]],
  'play.removeStep@1': [{ stepId: 'a' }, [step('a')]],
  'play.orderSteps@1': [{ opportunityId: 'deal', stepIds: ['b', 'a'] }, [step('a'), step('b', 1)]],
  'play.apply@1': [
    { opportunityId: 'deal', solutionId: 'talent', day: '2026-11-01' },
    [
      {
        name: 'solution.edit@1',
        args: {
          solutionId: 'talent',
          play: [{ id: 'p1', title: 'Call', team: 'sales', dueInDays: 3 }],
        },
      },
    ],
  ],
  'note.add@1': [note.args as object],
  'note.edit@1': [{ noteId: 'n1', base: 'Call her.', text: 'Call him.' }, [note]],
  'note.remove@1': [{ noteId: 'n1' }, [note]],
  'solution.create@1': [{ id: 'payroll', name: 'Payroll', profile: [seat] }],
  'solution.edit@1': [{ solutionId: 'talent', name: 'Talents', profile: [seat] }],
  'solution.hide@1': [{ solutionId: 'talent', hidden: true }],
  'stage.create@1': [
    {
      ...{ id: 'proposal', kind: 'open', label: 'Proposal', next: ['won'] },
      ...{ after: 'qualified', leadsFrom: ['qualified'] },
    },
  ],
  'stage.edit@1': [{ stageId: 'engaged', fields: { label: 'Warm' } }],
  'stage.order@1': [
    {
      stageIds: [
        ...['detected', 'target', 'engaged', 'prioritized', 'qualified'],
        ...['pipeline', 'won', 'lost'],
      ],
    },
  ],
  'asset.create@1': [{ asset: paper }],
  'asset.edit@1': [
    { assetId: 'paper', fields: { name: 'Paper 2' } },
    [{ name: 'asset.create@1', args: { asset: paper } }],
  ],
  'asset.remove@1': [{ assetId: 'paper' }, [{ name: 'asset.create@1', args: { asset: paper } }]],
  'exclusion.add@1': [
    { exclusion: { id: 'x', what: 'person', hashes: ['a'.repeat(64)], by: 'ada', at } },
  ],
};

/** They take something back themselves, or what they took away is not kept anywhere. */
const without = [
  ...['account.remove@1', 'contact.remove@1', 'opportunity.remove@1', 'touch.remove@1'],
  ...['account.unmerge@1', 'contact.unmerge@1', 'contact.unmove@1', 'touch.unroute@1'],
  ...['stage.remove@1', 'stage.retire@1', 'exclusion.remove@1', 'pack.set@1', 'pack.remove@1'],
  // Made once more it is the newer one.
  'opportunity.setStage@1',
];

test('each edit there is, made once more, can be taken back, or is known to have no way back', () => {
  expect([...Object.keys(edits), ...without].sort()).toEqual([...mutations.keys()].sort());
});

let caches = 0;

/** What stays: who wrote it when, the currency of an amount, a suggestion that was answered. */
const stays = [
  ...['sources', 'stageSince', 'version', 'earlier', 'since', 'editedAt', 'editedBy'],
  ...['currency', 'suggested'],
];

/** What everybody sees of all records. */
async function seen({ db }: Store) {
  const rows = await db.records.toArray();
  return rows
    .filter(({ kind, view }) => view && kind !== 'transition')
    .map(({ kind, view }) => {
      const fields = Object.entries({ kind, ...view });
      return Object.fromEntries(
        fields.filter(([field, value]) => !stays.includes(field) && value !== false),
      );
    });
}

test.each(Object.entries(edits))(
  '[C10] %s is made once more and taken back again',
  async (name, [args, before = []]) => {
    const store = await new Store({
      name: `redo-${++caches}`,
      userId: 'ada',
      team: 'admin',
    }).open();
    onTestFinished(() => store.close());
    await fill(store);
    const suggested = [{ role: 'ratifier', likelihood: 0.7, because: [] }];
    const member = Member.parse({
      id: 'deal.dana',
      accountId: 'acme',
      ...place,
      status: 'potential',
      roles: [],
      suggested,
    });
    const touch = Touch.parse({
      ...{
        id: 'touch-1',
        accountId: 'acme',
        contactIds: [],
        team: 'marketing',
        channel: 'web',
        at,
      },
      ...{ solutionIds: [], unrouted: 'noSolution' },
    });
    const puts = [told('touch', touch, 5)];
    if (name.endsWith('Suggestion@1')) puts.push(told('member', member, 5));
    await store.apply(page({ puts, cursors: { acme: 5 } }));
    await store.edit(before);
    const undo = createUndo();
    const acts = createActs({
      store,
      undo,
      nudge: () => {},
      userId: 'ada',
      team: 'admin',
      now: () => now,
    });
    const result = { id: 1, nonce: 'refused-1', status: 'rejected' as const, code: 'invalid' };
    await store.db.unresolved.put({ id: 1, nonce: 'refused-1', name, args, base: 0, at, result });
    const was = await seen(store);
    await acts.keepMine('refused-1');
    if (!mutations.get(name)?.serverOnly) expect(await seen(store)).not.toEqual(was);
    expect(undo.getState().done).toHaveLength(1);
    await acts.undo();
    if (name !== 'solution.create@1') expect(await seen(store)).toEqual(was);
    // A solution is never taken out again, only out of sight.
    else
      expect(await seen(store)).toContainEqual(
        expect.objectContaining({ id: 'payroll', hidden: true }),
      );
  },
);
