import { afterAll, beforeAll, expect, test } from 'vitest';
import { call } from '#lib/model/mutation.ts';
import { createAccount } from '#lib/model/mutations/account.ts';
import { createContact } from '#lib/model/mutations/contact.ts';
import { Account } from '#lib/model/records/account.ts';
import { Contact } from '#lib/model/records/contact.ts';
import { mergeCall } from '#lib/panel/merge-acts.ts';
import { createMergeBeyond } from '#lib/panel/merge-beyond.ts';
import { mergePreview } from '#lib/panel/merge-preview.ts';
import { mergeable } from '#lib/panel/merges.ts';
import { type Client, type World, world } from '#test/support/world.ts';

let here: World;
let ana: Client;
let ben: Client;
beforeAll(async () => {
  here = await world();
  [ana, ben] = [await here.client('ana'), await here.client('ben')];
  const account = (id: string, over: object) =>
    call(createAccount, { account: Account.parse({ id, ...over }) });
  const person = { id: 'jo', accountId: 'seen', name: 'Jo', emails: ['jo@umbra.example'] };
  await ana.sync();
  await ana.calls([
    account('seen', { name: 'Umbra', placeholder: true }),
    account('whole', { name: 'Umbra Systems', domains: ['umbra.example'] }),
    account('hidden', { name: 'Umbra Hidden', domains: ['umbra-hidden.example'] }),
    call(createContact, { accountId: 'seen', contact: Contact.parse(person) }),
  ]);
  await ana.sync();
  await here.server.db
    .insertInto('restricted')
    .values({ ws: 'demo', scope: 'hidden', by_user: 'ada' })
    .execute();
  await here.server.db.updateTable('workspaces').set({ access: 1 }).execute();
  await ben.store.follow(['seen']);
  await ben.sync();
});
afterAll(() => here.close());

const beyond = ({ store, api, sync }: Client) =>
  createMergeBeyond({ store, api, nudge: () => void sync() });

test('a company that only the server has is found with its reasons, fetched, previewed and merged', async () => {
  expect(await mergeable(ben.store.db, 'account', 'seen')).toEqual([]);
  const { find, fetch } = beyond(ben);
  expect(await find('seen', '')).toEqual({
    is: 'found',
    accounts: [
      {
        ...{ id: 'whole', name: 'Umbra Systems', line: 'umbra.example', placeholder: false },
        because: [{ fact: 'peopleDomain', domain: 'umbra.example' }, { fact: 'namePart' }],
      },
    ],
  });
  expect(await find('seen', 'halcyon')).toMatchObject({
    accounts: [{ id: 'halcyon', because: [] }],
  });
  expect(await mergePreview(ben.store, 'account', 'whole', 'seen')).toBeNull();
  expect(await fetch('whole')).toMatchObject({ name: 'Umbra Systems' });
  expect(await mergePreview(ben.store, 'account', 'whole', 'seen')).toMatchObject({
    moves: [{ kind: 'contact', count: 1 }],
  });
  const merge = { kind: 'account', keptId: 'whole', mergedId: 'seen', id: 'm' } as const;
  await ben.calls([mergeCall({ ...merge, accountId: 'whole' })]);
  await ben.sync();
  expect(await ben.see('contact', 'jo')).toMatchObject({ accountId: 'whole' });
});

test('[A1] one that is closed is neither found nor fetched, and a server that is away is said', async () => {
  const { find, fetch } = beyond(ben);
  expect(await find('whole', 'umbra hidden')).toEqual({ is: 'found', accounts: [] });
  expect(await fetch('hidden')).toBeNull();
  ben.network.down = true;
  expect(await find('whole', '')).toEqual({ is: 'away' });
  ben.network.down = false;
});
