import { afterAll, beforeAll, expect, test } from 'vitest';
import { changeContact, contactLeft } from '#lib/model/mutations/contact-edit.ts';
import { moveContact, unmoveContact } from '#lib/model/mutations/contact-move.ts';
import { tagContacts, untagContacts } from '#lib/model/mutations/tags.ts';
import { Contact } from '#lib/model/records/contact.ts';
import { type Client, type World, world } from '#test/support/world.ts';

let here: World;
let ana: Client;
let ben: Client;
const [contactId, other] = ['priya-raman', 'grace-lindqvist'];

beforeAll(async () => {
  here = await world();
  [ana, ben] = [await here.client('ana'), await here.client('ben')];
  for (const one of [ana, ben]) {
    await one.store.follow(['globex']);
    await one.settle();
  }
});
afterAll(() => here.close());

async function shared() {
  for (const one of [ana, ben, ana]) await one.sync();
  expect(await ana.unresolved()).toEqual([]);
}

test('[G8] tags made by two offline meet, and taking one off takes no other', async () => {
  const contactIds = [contactId, other];
  await ana.edit(tagContacts, { contactIds, tags: ['Webinar', 'Board'] });
  await ben.edit(tagContacts, { contactIds: [contactId], tags: ['Event', 'webinar'] });
  await ana.edit(untagContacts, { contactIds: [contactId], tags: ['BOARD'] });
  await shared();
  expect((await ben.see('contact', contactId))?.tags).toEqual(['Webinar', 'Event']);
  expect((await ana.see('contact', other))?.tags).toEqual(['Webinar', 'Board']);
});

test('[G8] addresses added by two offline meet', async () => {
  const add = (email: string) => ({ contactId, fields: {}, emails: { add: [email], remove: [] } });
  await ana.edit(changeContact, add('one@acme.example'));
  await ben.edit(changeContact, add('two@acme.example'));
  await shared();
  expect((await ana.see('contact', contactId))?.emails).toEqual(
    expect.arrayContaining(['one@acme.example', 'two@acme.example']),
  );
});

test('an edit to an address that another person has is refused, and loses nothing', async () => {
  const taken = await ana.see('contact', other);
  await ana.edit(changeContact, {
    ...{ contactId, fields: { title: 'Mine' } },
    emails: { add: taken?.emails ?? [], remove: [] },
  });
  await ana.sync();
  const [refused] = await ana.unresolved();
  expect(refused).toMatchObject({ result: { code: 'identityTaken' } });
  await ana.store.dismiss(refused?.nonce ?? '');
  expect(await ana.see('contact', contactId)).not.toMatchObject({ title: 'Mine' });
});

test('that somebody left is told to all, and taken back', async () => {
  const left = '2026-11-03T12:00:00.000Z';
  await ana.edit(contactLeft, { contactId, left });
  await shared();
  expect(await ben.see('contact', contactId)).toMatchObject({
    left,
    sources: { left: { by: 'ana' } },
  });
  await ben.edit(contactLeft, { contactId, left: null });
  await shared();
  expect(await ana.see('contact', contactId)).not.toHaveProperty('left');
});

test('[G9] a person who changed employers: the keys belong to who they are now, moved by two at once they are moved once', async () => {
  const before = await ana.see('contact', contactId);
  if (!before?.linkedin) return expect.fail();
  const left = '2026-11-20T12:00:00.000Z';
  const now = (id: string) =>
    Contact.parse({ id, accountId: 'globex', name: before.name, linkedin: before.linkedin });
  const moved = (id: string) => ({ contactId, accountId: 'globex', contact: now(id), left });
  await ana.edit(moveContact, moved('moved-a'));
  await ben.edit(moveContact, moved('moved-b'));
  await shared();
  await ben.sync();
  for (const one of [ana, ben]) {
    expect(await one.see('contact', contactId)).toMatchObject({ accountId: 'acme', left });
    expect(await one.see('contact', contactId)).not.toHaveProperty('linkedin');
    expect(await one.see('contact', 'moved-a')).toMatchObject({
      ...{ accountId: 'globex', linkedin: before.linkedin, formerId: contactId },
    });
    expect(await one.see('contact', 'moved-b')).toBeUndefined();
  }

  const back = (id: string) => ({
    ...{ contactId, movedId: id, created: id, left: null, keys: before },
  });
  // Ben's became Ana's: taking his back takes nobody away.
  await ben.edit(unmoveContact, back('moved-b'));
  await shared();
  expect(await ana.see('contact', 'moved-a')).toBeDefined();
  await ana.edit(unmoveContact, back('moved-a'));
  await shared();
  expect(await ben.see('contact', 'moved-a')).toBeUndefined();
  expect(await ben.see('contact', contactId)).toMatchObject({ linkedin: before.linkedin });
  expect(await ben.see('contact', contactId)).not.toHaveProperty('left');
});
