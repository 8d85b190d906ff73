// @vitest-environment node
import { afterAll, beforeAll, expect, test } from 'vitest';
import { HistoryAnswer } from '#lib/contract/history.ts';
import { call } from '#lib/model/mutation.ts';
import { addMember, removeMember } from '#lib/model/mutations/member.ts';
import { addNote, removeNote } from '#lib/model/mutations/note.ts';
import { setAmount } from '#lib/model/mutations/stage-move.ts';
import { Contact } from '#lib/model/records/contact.ts';
import type { BuyingRole } from '#lib/model/vocabulary.ts';
import { writeRecord } from '#server/records.ts';
import { account, contact, decision, problem, type Wire, wire } from './wire.ts';

let net: Wire;
beforeAll(async () => {
  net = await wire();
});
afterAll(() => net.close());

const dana = Contact.parse({ id: 'dana', accountId: 'acme', name: 'dana' });
const stored = { kind: 'contact' as const, id: 'dana', version: 2, deleted: false, guards: {} };

const edit = (title: string) => ({
  name: 'contact.edit@1',
  args: { contactId: 'dana', fields: { title } },
});

test('a signed-in user reads who changed what of a record, newest first, page by page, and of no other workspace', async () => {
  const [here, there] = [await net.workspace(), await net.workspace()];
  await here.client('ana').push(account('acme'), contact('dana', 'acme'), edit('VP'));
  await here.client('ben').push(edit('SVP'));
  const ask = async (subject: string, query: string) =>
    net.server.request(`/v1/history?${query}`, {
      headers: { authorization: `Bearer ${await net.issuer.token(subject)}` },
    });
  const read = async (subject: string, query: string) =>
    HistoryAnswer.parse(await (await ask(subject, query)).json());

  const all = await read(here.subject('ana'), 'kind=contact&id=dana');
  expect(all).toMatchObject({
    next: null,
    entries: [
      {
        ...{ kind: 'contact', id: 'dana', field: 'title', before: 'VP', after: 'SVP' },
        by: { id: 'ben', name: 'ben' },
      },
      { field: 'title', before: null, after: 'VP', by: { id: 'ana' } },
      { field: '*', before: null, after: { name: 'dana' } },
    ],
  });
  const first = await read(here.subject('ben'), 'kind=contact&id=dana&limit=2');
  const rest = await read(here.subject('ben'), `kind=contact&id=dana&cursor=${first.next}`);
  expect([...first.entries, ...rest.entries]).toEqual(all.entries);

  expect((await read(there.subject('ana'), 'kind=contact&id=dana')).entries).toEqual([]);
  expect(await problem(await ask(here.subject('ana'), 'kind=secret&id=dana'))).toMatchObject({
    code: 'badRequest',
  });
  expect((await net.server.request('/v1/history?kind=contact&id=dana')).status).toBe(401);
});

test('of a decision it tells also of its members, steps and notes, removed ones too, and of no other decision', async () => {
  const here = await net.workspace();
  const ana = here.client('ana');
  const place = (opportunityId: string) => ({ opportunityId, contactId: 'dana' });
  const champion = { roles: ['champion'] as BuyingRole[], status: 'confirmed' as const };
  await ana.push(account('acme'), contact('dana', 'acme'), decision('deal', 'acme'));
  await ana.push(decision('other', 'acme'), call(addMember, { ...place('other'), ...champion }));
  const at = '2026-11-22T12:00:00.000Z';
  await ana.push(
    call(addMember, { ...place('deal'), ...champion }),
    call(addNote, { noteId: 'note', opportunityId: 'deal', text: 'Call her.', at }),
    call(removeMember, place('deal')),
    call(removeNote, { noteId: 'note' }),
    call(setAmount, { opportunityId: 'deal', transitionId: 't', amount: 5000 }),
  );
  await here.commit(async (tx, version) => {
    const before = { ...stored, scope: 'acme', data: dana };
    const after = { ...dana, title: 'Buyer' };
    const writer = { ws: here.ws, version, client: 's', by: 'signal.forms', mutation: 'signal' };
    await writeRecord(tx, { kind: 'contact', id: 'dana', before, after }, writer, 0);
  });
  const ask = async (query: string) => {
    const headers = { authorization: `Bearer ${await net.issuer.token(here.subject('ben'))}` };
    const answer = await net.server.request(`/v1/history?${query}`, { headers });
    return HistoryAnswer.parse(await answer.json()).entries;
  };
  const told = (await ask('kind=opportunity&id=deal&around=true')).map(
    ({ kind, field, before }) =>
      `${kind} ${field} ${before === null ? 'from nothing' : 'from more'}`,
  );
  expect(told).toEqual([
    'opportunity amount from nothing',
    'note * from more',
    'member * from more',
    'note * from nothing',
    'member * from nothing',
    'opportunity * from nothing',
  ]);
  expect(await ask('kind=opportunity&id=deal')).toHaveLength(2);
  expect((await ask('kind=contact&id=dana'))[0]).toMatchObject({
    ...{ field: 'title', after: 'Buyer', sender: 'signal.forms' },
  });
});
