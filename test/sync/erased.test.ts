import { sql } from 'kysely';
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import { protocolVersion, schemaVersion } from '#lib/contract/version.ts';
import { listedAs } from '#lib/model/exclusion-keys.ts';
import { entryOf } from '#lib/model/exclusions.ts';
import { createContact } from '#lib/model/mutations/contact.ts';
import { changeContact } from '#lib/model/mutations/contact-edit.ts';
import { addExclusion, removeExclusion } from '#lib/model/mutations/exclusion.ts';
import { setInterest } from '#lib/model/mutations/interest.ts';
import { addMember } from '#lib/model/mutations/member.ts';
import { logTouch } from '#lib/model/mutations/touch.ts';
import { Contact } from '#lib/model/records/contact.ts';
import { sender } from '#test/support/signals.ts';
import { type Client, type World, world } from '#test/support/world.ts';

let here: World;
let count = 0;
beforeAll(async () => {
  here = await world();
});
afterAll(() => here.close());

const person = (name: string, id = `zora-${++count}`) =>
  Contact.parse({
    ...{ id, accountId: 'acme', name, title: `Chief ${name}` },
    emails: [`${id}@acme.example`],
    linkedin: id,
  });

/** Somebody with a membership, an interest, a touch and a changed title, at the server and in two caches. */
async function known(name: string): Promise<{ mia: Client; ben: Client; zora: Contact }> {
  const [mia, ben] = [await here.client('mia'), await here.client('ben')];
  await mia.settle();
  const zora = person(name);
  const contactId = zora.id;
  await mia.edit(createContact, { contact: zora, accountId: 'acme' });
  await mia.edit(addMember, {
    ...{ opportunityId: 'acme-talent', contactId, roles: ['influencer'], status: 'confirmed' },
  });
  await mia.edit(setInterest, {
    ...{ contactId, solutionId: 'talent', level: 'strong', evidence: [] },
  });
  await mia.edit(logTouch, {
    touch: {
      ...{ id: `t-${zora.id}`, team: 'marketing', channel: 'call', solutionIds: ['talent'] },
      at: new Date().toISOString(),
    },
    accountId: 'acme',
    contactIds: [contactId],
  });
  await mia.edit(changeContact, { contactId, fields: { title: `Chairwoman ${name}` } });
  await mia.sync();
  await ben.settle();
  expect(await ben.see('contact', contactId)).toMatchObject({ name });
  return { mia, ben, zora };
}

/** Every row of every table of the server, as text, in which one of these stands. */
async function rowsWith(...texts: string[]): Promise<string[]> {
  const { rows: tables } = await sql<{ name: string }>`
    select table_name as name from information_schema.tables
     where table_schema = 'public' and table_type = 'BASE TABLE'`.execute(here.server.db);
  expect(tables.length).toBeGreaterThan(8);
  const found: string[] = [];
  for (const { name } of tables) {
    const { rows } = await sql<{ text: string }>`
      select t::text as text from ${sql.table(name)} t`.execute(here.server.db);
    for (const { text } of rows)
      if (texts.some((one) => text.includes(one))) found.push(`${name}: ${text}`);
  }
  return found;
}

/** The same of a cache. */
async function kept({ store }: Client, ...texts: string[]): Promise<string[]> {
  const tables = await Promise.all(
    store.db.tables.map(async (table) =>
      (await table.toArray()).map((row) => `${table.name}: ${JSON.stringify(row)}`),
    ),
  );
  return tables.flat().filter((row) => texts.some((text) => row.includes(text)));
}

test('[E1] whoever is erased is in no table of the server and in nobody’s cache, but for bare ids', async () => {
  const { mia, ben, zora } = await known('Zora Quibble');
  const words = ['Quibble', 'quibble', `${zora.id}@`, `in:${zora.id}`];
  expect((await rowsWith(...words)).length).toBeGreaterThan(5);

  const answer = await mia.api.erasePerson(zora.id, { exclude: false });
  expect(answer).toMatchObject({ memberships: 1, interests: 1, touches: 1, mentions: [] });
  await mia.sync();
  await ben.sync();

  expect(await rowsWith(...words)).toEqual([]);
  expect(await kept(ben, ...words)).toEqual([]);
  expect(await kept(mia, ...words)).toEqual([]);
  // Her touch stays on the account's journey, with nobody.
  expect(await ben.see('touch', `t-${zora.id}`)).toMatchObject({ contactIds: [] });
  expect(await ben.see('member', `acme-talent.${zora.id}`)).toBeUndefined();
});

test('[E2] an edit that waited for somebody erased meanwhile is refused, and says nothing of them any more', async () => {
  const { mia, ben, zora } = await known('Ottoline Brask');
  await ben.edit(changeContact, {
    ...{ contactId: zora.id, fields: { title: 'Queen Ottoline Brask' } },
  });
  await mia.api.erasePerson(zora.id, { exclude: false });
  await ben.sync();
  await ben.sync();
  expect(await ben.unresolved()).toMatchObject([{ args: {}, result: { code: 'erased' } }]);
  expect(await kept(ben, 'Brask')).toEqual([]);
  expect(await rowsWith('Brask')).toEqual([]);
});

test('[E1] whoever two people added apart is forgotten under both ids, in the edits of both', async () => {
  const [mia, ben] = [await here.client('mia'), await here.client('ben')];
  await mia.settle();
  await ben.settle();
  const twin = (id: string) => ({
    ...person('Greta Twice', id),
    ...{ emails: ['greta.twice@acme.example'], linkedin: 'greta-twice-acme' },
  });
  await ben.edit(createContact, { contact: twin('twin-b'), accountId: 'acme' });
  await mia.edit(createContact, { contact: twin('twin-m'), accountId: 'acme' });
  await mia.sync();
  await ben.sync();
  await mia.sync();
  expect((await kept(ben, 'Greta')).length).toBeGreaterThan(0);
  await mia.api.erasePerson('twin-m', { exclude: false });
  await mia.sync();
  await ben.sync();
  expect(await kept(ben, 'Greta', 'greta.twice')).toEqual([]);
  expect(await kept(mia, 'Greta', 'greta.twice')).toEqual([]);
  expect(await rowsWith('Greta', 'greta.twice')).toEqual([]);
});

test('[E1] [A2] [C6] erased while the account is closed to them, a person leaves what its user wrote there too', async () => {
  const { mia, ben, zora } = await known('Ilse Hidden');
  const ada = await here.client('ada');
  const contactId = zora.id;
  // Of the same user, on another computer that is away until all is over.
  const away = await here.client('ben');
  await away.settle();
  const retitle = ({ edit }: Client, title: string) =>
    edit(changeContact, { contactId, fields: { title } });
  await retitle(ben, 'Lady Ilse Hidden');
  await ben.sync();
  await retitle(ben, 'Countess Ilse Hidden');
  await retitle(away, 'Queen Ilse Hidden');
  await ada.api.setAccess('acme', { restricted: true, users: ['mia'] });
  onTestFinished(async () => {
    await ada.api.setAccess('acme', { restricted: false, users: [] });
  });
  await ben.sync();
  expect((await kept(ben, 'Hidden')).length).toBeGreaterThan(2);
  expect(await ben.unresolved()).toMatchObject([{ result: { code: 'notOpen' } }]);
  await mia.api.erasePerson(contactId, { exclude: false });
  await ben.sync();

  await away.sync();
  for (const { store } of [ben, away])
    expect(await store.db.records.where('scope').equals('acme').count()).toBe(0);
  expect(await kept(ben, 'Hidden')).toEqual([]);
  expect(await ben.unresolved()).toEqual([]);
  expect(await kept(away, 'Hidden')).toEqual([]);
  // What was answered only now stays until its user has seen it, without what it said.
  await away.sync();
  expect(await away.unresolved()).toMatchObject([{ args: {}, result: { code: 'erased' } }]);
  // Bare ids of whoever was erased, and nothing else of the account.
  const scopes = { acme: 0 };
  const answer = await ben.api.pull({
    ...{
      protocol: protocolVersion,
      schema: schemaVersion,
      client: (await ben.store.meta()).client,
    },
    ...{ epoch: null, scopes, after: 0, continued: false },
  });
  expect(answer).toMatchObject({ revoked: ['acme'], puts: [], exits: [] });
  for (const gone of answer.deletes) expect(gone).toMatchObject({ kind: 'contact', erased: true });
  expect(answer.deletes.map(({ id }) => id)).toContain(contactId);
});

test('only marketing and admins erase, and only who is there', async () => {
  const { ben, zora } = await known('Petra Kept');
  await expect(ben.api.erasePerson(zora.id, { exclude: false })).rejects.toMatchObject({
    code: 'forbidden',
  });
  const mia = await here.client('mia');
  await expect(mia.api.erasePerson('nobody-here', { exclude: false })).rejects.toMatchObject({
    code: 'notFound',
  });
  expect(await ben.see('contact', zora.id)).toMatchObject({ name: 'Petra Kept' });
});

test('[E3] whoever is on the do-not-record list is refused on both sides, by whichever address', async () => {
  const { mia, ben, zora } = await known('Vera Unwanted');
  const answer = await mia.api.erasePerson(zora.id, { exclude: true, reason: 'She asked.' });
  expect(answer.excluded).toBe(true);
  await mia.sync();
  await ben.sync();
  const again = { ...person('Vera Again', `vera-${count}`), linkedin: zora.linkedin };
  await expect(
    ben.edit(createContact, { contact: again, accountId: 'acme' }),
  ).rejects.toMatchObject({ code: 'excluded' });
  // A browser that has not heard of the list yet is refused by the server.
  const late = await here.client('ana');
  await late.settle();
  await late.store.db.records.where('keys').startsWith('excluded:').delete();
  await late.edit(createContact, { contact: again, accountId: 'acme' });
  await late.sync();
  expect(await late.unresolved()).toMatchObject([{ result: { code: 'excluded' } }]);

  const [entry] = await here.server.db
    .selectFrom('records')
    .select(['id', 'data'])
    .where('kind', '=', 'exclusion')
    .execute();
  expect(JSON.stringify(entry)).not.toContain(zora.id);
  await mia.edit(removeExclusion, { exclusionId: entry?.id ?? '' });
  await mia.sync();
  await ben.sync();
  await ben.edit(createContact, { contact: again, accountId: 'acme' });
  await ben.sync();
  expect(await ben.unresolved()).toEqual([]);
});

test('a company on the list brings in nobody, by whatever person', async () => {
  const mia = await here.client('mia');
  await mia.settle();
  const salt = (await mia.store.meta()).salt ?? '';
  expect(salt.length).toBeGreaterThan(8);
  const listed = listedAs('https://www.shunned.example/about');
  if (!listed) throw new Error('This is a company’s address.');
  await mia.edit(addExclusion, {
    exclusion: { id: 'shunned', ...entryOf(salt, listed.what, [listed.key]) },
  });
  await mia.sync();
  const someone = { ...person('Some One', 'some-one'), emails: ['x@hr.shunned.example'] };
  await expect(
    mia.edit(createContact, { contact: someone, accountId: 'acme' }),
  ).rejects.toMatchObject({ code: 'excluded' });
});

test('[E3] a signal of somebody on the list is kept without them where their company is known, else refused', async () => {
  const mia = await here.client('mia');
  await mia.settle();
  const salt = (await mia.store.meta()).salt ?? '';
  const listed = listedAs('silent.one@acme.example');
  if (!listed) throw new Error('This is an address.');
  await mia.edit(addExclusion, {
    exclusion: { id: 'silent', ...entryOf(salt, listed.what, [listed.key]) },
  });
  await mia.sync();
  const { send } = await sender(here.server);
  const signal = (id: string, email: string) => ({
    ...{ id, at: new Date().toISOString(), channel: 'content', title: 'A paper' },
    ...{ solutions: ['Talent Management'], person: { email, name: 'Silent One' } },
  });
  const [quiet, away] = await send(
    signal('silent-1', 'Silent.One@ACME.example'),
    signal('silent-2', 'someone@shunned.example'),
  );
  expect(quiet).toMatchObject({ code: 'anonymous', account: 'acme' });
  expect(quiet).not.toHaveProperty('contact');
  expect(away).toMatchObject({ status: 'rejected', code: 'excluded' });
  expect(await rowsWith('Silent One', 'silent.one@')).toEqual([]);
});
