import { afterEach, beforeEach, expect, test } from 'vitest';
import { editNextSteps } from '#lib/model/mutations/next-steps.ts';
import { addNote, editNote, removeNote } from '#lib/model/mutations/note.ts';
import { removeOpportunity } from '#lib/model/mutations/opportunity.ts';
import { applyPlay, editStep, orderSteps, removeStep } from '#lib/model/mutations/play.ts';
import { inPlayOrder, templateStepId } from '#lib/model/play.ts';
import { sameAgain, unresolvedView } from '#lib/panel/decision-conflicts.ts';
import { of } from '#lib/store/queries.ts';
import { type Client, type World, world } from '#test/support/world.ts';

let here: World;
let ana: Client;
let ben: Client;
const opportunityId = 'acme-learning';
const base =
  'Call Grace on Tuesday about the pilot, then send the offer to Samuel.\nAsk who signs.';

beforeEach(async () => {
  here = await world();
  [ana, ben] = [await here.client('ana'), await here.client('ben')];
  await Promise.all([ana.settle(), ben.settle()]);
});
afterEach(() => here.close());

/** Ana’s edits reach the server first, then Ben’s; both see the end. */
async function meet() {
  await ana.sync();
  await ben.sync();
  await ana.sync();
}
async function noted(): Promise<string> {
  const at = '2026-11-20T09:00:00.000Z';
  await ana.edit(addNote, { noteId: 'n1', opportunityId, text: base, at });
  await meet();
  return 'n1';
}
const steps = async (client: Client, id = opportunityId) =>
  inPlayOrder(await of(client.store.db, 'playStep', 'opportunity', id));

test('[G7] two changes of different places of a note, made offline, become one text on both sides', async () => {
  const noteId = await noted();
  ana.network.down = true;
  ben.network.down = true;
  await ana.edit(editNote, { noteId, base, text: base.replace('Tuesday', 'Thursday') });
  const mine = base.replace('Ask who signs.', 'Samuel signs.');
  await ben.edit(editNote, { noteId, base, text: mine });
  await ben.edit(editNote, { noteId, base: mine, text: `${mine}\nGrace is away in May.` });
  ana.network.down = false;
  ben.network.down = false;
  await meet();
  const text =
    'Call Grace on Thursday about the pilot, then send the offer to Samuel.\nSamuel signs.\nGrace is away in May.';
  expect(await ana.see('note', noteId)).toMatchObject({ text, by: 'ana', editedBy: 'ben' });
  expect(await ben.see('note', noteId)).toEqual(await ana.see('note', noteId));
  expect(await ben.unresolved()).toEqual([]);
});

test('[G7] changes of the same place are a conflict that shows both, and keeping mine ends it', async () => {
  const noteId = await noted();
  const mine = base.replace('Tuesday', 'Friday');
  const theirs = base.replace('Tuesday', 'Thursday');
  await ana.edit(editNote, { noteId, base, text: theirs });
  await ben.edit(editNote, { noteId, base, text: mine });
  await meet();
  expect(await ben.see('note', noteId)).toMatchObject({ text: theirs });
  const [kept] = await ben.unresolved();
  if (!kept) return expect.fail('Ben’s text is lost.');
  expect(await unresolvedView(ben.store.db, kept)).toMatchObject({
    status: 'conflict',
    conflicts: [{ field: 'text', mine, theirs, by: 'Ana Ruiz', at: expect.any(String) }],
  });
  await ben.calls([await sameAgain(ben.store.db, kept, () => 'unused')]);
  await ben.store.dismiss(kept.nonce);
  await ben.sync();
  await ana.sync();
  expect(await ana.see('note', noteId)).toMatchObject({ text: mine });
  expect(await ben.unresolved()).toEqual([]);
});

test('[G7] next steps are merged alike, also where both wrote the first', async () => {
  await ana.edit(editNextSteps, { opportunityId, base: '', text: 'Call Grace' });
  await ben.edit(editNextSteps, { opportunityId, base: '', text: 'Send the offer' });
  await meet();
  const nextSteps = 'Call Grace\nSend the offer';
  expect(await ana.see('opportunity', opportunityId)).toMatchObject({ nextSteps });
  expect(await ben.see('opportunity', opportunityId)).toMatchObject({ nextSteps });
  await ana.edit(editNextSteps, { opportunityId, base: nextSteps, text: '' });
  await ben.edit(editNextSteps, { opportunityId, base: nextSteps, text: 'Call Helena' });
  await meet();
  expect(await ben.see('opportunity', opportunityId)).not.toHaveProperty('nextSteps');
  const [kept] = await ben.unresolved();
  if (!kept) return expect.fail('Ben’s text is lost.');
  expect(await unresolvedView(ben.store.db, kept)).toMatchObject({
    conflicts: [{ field: 'nextSteps', mine: 'Call Helena', theirs: '' }],
  });
});

test('[G6] a note removed meanwhile takes no edit, and the text that was written is shown', async () => {
  const noteId = await noted();
  await expect(ben.edit(removeNote, { noteId })).rejects.toMatchObject({ code: 'notAllowed' });
  await ana.edit(removeNote, { noteId });
  await ben.edit(editNote, { noteId, base, text: `${base}\nMore.` });
  await meet();
  expect(await ben.see('note', noteId)).toBeUndefined();
  const [kept] = await ben.unresolved();
  if (!kept) return expect.fail('Ben’s text is lost.');
  expect(await unresolvedView(ben.store.db, kept)).toMatchObject({
    status: 'rejected',
    because: 'The note was removed.',
    wrote: `${base}\nMore.`,
  });
});

test('a note keeps when it was written, which is never later than now', async () => {
  await ana.edit(addNote, {
    ...{ noteId: 'n2', opportunityId, text: 'From tomorrow' },
    at: '2999-01-01T00:00:00.000Z',
  });
  await meet();
  const { at = '' } = (await ben.see('note', 'n2')) ?? {};
  expect(Date.parse(at)).toBeLessThanOrEqual(Date.now());
});

test('[G4] two who lay the same template offline lay it once, and others’ steps keep a new order', async () => {
  const apply = { opportunityId, solutionId: 'learning', day: '2026-12-01' };
  await ana.edit(applyPlay, apply);
  await ben.edit(applyPlay, apply);
  await ben.edit(editStep, {
    stepId: templateStepId(opportunityId, 'learning-s1'),
    fields: { state: 'done' },
  });
  await meet();
  const play = await steps(ana);
  expect(play).toHaveLength(4);
  expect(play[0]).toMatchObject({ state: 'done', due: '2026-12-08', team: 'marketing' });
  expect(play[0]).toHaveProperty('endedAt');
  expect(await steps(ben)).toEqual(play);

  const ids = play.map(({ id }) => id);
  await ana.edit(orderSteps, { opportunityId, stepIds: ids.slice(1, 3).reverse() });
  await meet();
  expect((await steps(ben)).map(({ id }) => id)).toEqual([ids[2], ids[1], ids[0], ids[3]]);
  await ben.edit(editStep, { stepId: ids[0] ?? '', fields: { state: 'open', due: null } });
  expect((await steps(ben))[2]).not.toHaveProperty('endedAt');
  expect((await steps(ben))[2]).not.toHaveProperty('due');
});

test('a decision with steps is not removed; without any it is', async () => {
  const globex = 'meridian-hr-operations';
  await ana.store.follow(['meridian']);
  await ana.sync();
  await ana.edit(applyPlay, {
    ...{ opportunityId: globex, solutionId: 'hr-operations', day: '2026-12-01' },
  });
  await ana.edit(removeOpportunity, { opportunityId: globex });
  await ana.sync();
  expect(await ana.unresolved()).toMatchObject([{ result: { code: 'inUse' } }]);
  expect((await steps(ana, globex)).length).toBeGreaterThan(0);
  for (const { id } of await steps(ana, globex)) await ana.edit(removeStep, { stepId: id });
  await ana.sync();
  expect(await steps(ana, globex)).toEqual([]);
});
