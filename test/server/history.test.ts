// @vitest-environment node
import { afterAll, beforeAll, expect, test } from 'vitest';
import { HistoryAnswer } from '#lib/contract/history.ts';
import { account, contact, problem, type Wire, wire } from './wire.ts';

let net: Wire;
beforeAll(async () => {
  net = await wire();
});
afterAll(() => net.close());

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
      { field: 'title', before: 'VP', after: 'SVP', by: { id: 'ben', name: 'ben' } },
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
