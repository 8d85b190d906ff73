import { beforeEach, expect, test } from 'vitest';
import { createActs } from '#lib/panel/acts.ts';
import { decisionDetail } from '#lib/panel/decision.ts';
import { createUndo } from '#lib/panel/undo.ts';
import type { Store } from '#lib/store/store.ts';
import { cache, deal, page, talent, told } from '#test/store/cache.ts';
import { now } from './pages.ts';

let store: Store;
let acts: ReturnType<typeof createActs>;
const detail = async () =>
  (await decisionDetail(store.db, 'deal', now)) ?? expect.fail('The decision is gone.');
const play = async () => (await detail()).decision.play;
const titles = async () => (await play()).map(({ title }) => title);

beforeEach(async () => {
  store = await cache();
  const step = { team: 'marketing' as const, dueInDays: 10 };
  const steps = [
    { ...step, id: 'a', title: 'Invite' },
    { ...step, id: 'b', title: 'Ask' },
  ];
  await store.apply(page({ puts: [told('solution', { ...talent, play: steps }, 5)] }));
  const undo = createUndo();
  acts = createActs({ store, undo, nudge: () => {}, userId: 'ana', team: 'sales', now: () => now });
});

test('each act on a play is taken back by undo', async () => {
  await acts.applyPlay(deal);
  expect(await titles()).toEqual(['Invite', 'Ask']);
  await acts.addStep('deal', 'Own');
  expect((await play())[2]).toMatchObject({ team: 'sales', ownerId: 'ana', state: 'open' });
  const [invite, ask, own] = await play();
  if (!invite || !ask || !own) return expect.fail('A step is missing.');
  await acts.orderSteps('deal', [own.id, invite.id, ask.id]);
  expect(await titles()).toEqual(['Own', 'Invite', 'Ask']);
  await acts.undo();
  await acts.setStepState(invite, 'dropped');
  expect((await play())[0]).toMatchObject({ state: 'dropped', endedAt: expect.any(String) });
  await acts.undo();
  await acts.editStep(invite, { title: 'Invite all', team: 'sales', ownerId: 'ana', due: null });
  expect((await play())[0]).not.toHaveProperty('due');
  await acts.undo();
  await acts.removeStep(ask);
  expect(await titles()).toEqual(['Invite', 'Own']);
  await acts.undo();
  expect(await play()).toEqual([invite, ask, own]);
  await acts.undo();
  await acts.undo();
  expect(await play()).toEqual([]);
});

test('each act on notes and next steps is taken back by undo, and takes back no colleague’s words', async () => {
  await acts.addNote('deal', 'First');
  await acts.addNote('deal', 'Second');
  const [note] = (await detail()).notes;
  if (!note) return expect.fail('There is no note.');
  await acts.editNote(note, note.text, `${note.text}\nmine`);
  await acts.editNote(note, `${note.text}\nmine`, `Ahead\n${note.text}\nmine`);
  await acts.undo();
  expect((await detail()).notes.map(({ text }) => text)).toContain(`${note.text}\nmine`);
  await acts.undo();
  await acts.removeNote(note);
  expect((await detail()).notes).toHaveLength(1);
  await acts.undo();
  expect((await detail()).notes.map(({ text }) => text).sort()).toEqual(['First', 'Second']);
  await acts.editNextSteps(deal, '', 'Call');
  expect((await detail()).decision.opportunity.nextSteps).toBe('Call');
  await acts.undo();
  expect((await detail()).decision.opportunity).not.toHaveProperty('nextSteps');
  await acts.undo();
  await acts.undo();
  expect((await detail()).notes).toEqual([]);
});
