import { afterAll, beforeAll, expect, test } from 'vitest';
import { createContact } from '#lib/model/mutations/contact.ts';
import { Contact } from '#lib/model/records/contact.ts';
import { accountDetail } from '#lib/panel/account.ts';
import { Accounts } from '#lib/panel/accounts.ts';
import { all, one } from '#lib/store/queries.ts';
import { sender } from '#test/support/signals.ts';
import { type Client, type World, world } from '#test/support/world.ts';

let here: World;
let ana: Client;
let automation: Awaited<ReturnType<typeof sender>>;
beforeAll(async () => {
  here = await world();
  ana = await here.client('ana');
  automation = await sender(here.server);
});
afterAll(() => here.close());

const email = 'rosa.lindt@acme.example';
const visit = (id: string, over: object = {}) => ({
  ...{ id, at: new Date(Date.now() - 3_600_000).toISOString(), channel: 'web', title: id },
  ...{ visitor: 'cookie-rosa', ...over },
});
const titles = async (contactId: string) =>
  (await all(ana.store.db, 'touch'))
    .filter(({ contactIds }) => contactIds.includes(contactId))
    .map(({ title }) => title)
    .sort();

test('[G5] a person added by hand under the e-mail a visitor gave is that visitor, with all visits before', async () => {
  // Filled before the signals come: nobody here knows yet what they made of the visitor.
  await ana.settle();
  await automation.tell(visit('At home', { account: { domain: 'acme.example' } }));
  await automation.tell(visit('From nowhere'));
  await automation.tell(visit('The form', { person: { email } }));
  const contact = Contact.parse({
    ...{ id: 'rosa', accountId: 'acme', name: 'Rosa Lindt', emails: [email] },
  });
  await ana.edit(createContact, { contact, accountId: 'acme' });
  await ana.sync();

  const rosa = (await all(ana.store.db, 'contact')).filter(({ emails }) => emails.includes(email));
  expect(rosa).toHaveLength(1);
  expect(await titles(rosa[0]?.id ?? '')).toEqual(['At home', 'From nowhere', 'The form']);
  expect(await ana.unresolved()).toEqual([]);
});

test('a person added by hand first is who the visitor turns out to be', async () => {
  const own = { visitor: 'cookie-otto' };
  const contact = Contact.parse({
    ...{ id: 'otto', accountId: 'acme', name: 'Otto Falk', emails: ['otto.falk@acme.example'] },
  });
  await automation.tell(visit('Before', { ...own, account: { domain: 'acme.example' } }));
  await ana.edit(createContact, { contact, accountId: 'acme' });
  await ana.sync();
  expect(await titles('otto')).toEqual([]);
  await automation.tell(visit('After', { ...own, person: { email: 'Otto.Falk@ACME.example' } }));
  await ana.sync();
  expect(await titles('otto')).toEqual(['After', 'Before']);
  const acme = (await one(ana.store.db, 'account', 'acme')) ?? expect.fail('no ACME');
  const { journey } = await accountDetail(new Accounts(ana.store.db, Date.now()), acme);
  expect(journey.map((entry) => entry.kind === 'touch' && entry.touch.title)).toContain('Before');
});
