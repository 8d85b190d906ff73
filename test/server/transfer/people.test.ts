// @vitest-environment node
/** Accounts, contacts and tags from a file: what is empty is filled, what is there stays. */
import { describe, expect, test } from 'vitest';
import { transferring } from '#test/support/transfer.ts';

const { now, send, one, record, version } = await transferring();

describe('accounts', () => {
  test('a dry run says what would happen, and nothing has', async () => {
    const before = await version();
    const answer = await send(
      'accounts',
      [
        {
          name: 'Halden AG',
          domains: 'https://www.halden.example/de; halden.example',
          owner: 'ben@northwind.example',
        },
        { name: 'ACME', domains: 'acme.example' },
        { name: 'X', domains: 'not a domain' },
        { domains: 'gmail.com' },
      ],
      true,
    );
    expect(answer.applied).toBe(false);
    expect(answer.totals).toEqual({ create: 1, update: 0, unchanged: 1, error: 2 });
    expect(answer.lines.map(({ errors }) => errors.map(({ because }) => because))).toEqual([
      [],
      [],
      ['“domains” holds no domain: “not a domain”.'],
      ['“name” is needed and empty.'],
    ]);
    expect(await version()).toBe(before);
  });

  test('with an error in one row none is written', async () => {
    const before = await version();
    const answer = await send('accounts', [{ name: 'Good' }, { name: 'Bad', target: 'perhaps' }]);
    expect(answer).toMatchObject({ applied: false, totals: { create: 1, error: 1 } });
    expect(await version()).toBe(before);
  });

  test('what is empty is filled, with its provenance; what is there stays', async () => {
    const made = await one('accounts', { name: 'Fjord Bank', domains: 'fjord.example' });
    expect(made.status).toBe('create');
    const again = await one('accounts', {
      name: 'Fjord Bank plc',
      domains: 'fjord.example, fjord-group.example',
      linkedin: 'https://www.linkedin.com/company/Fjord-Bank/about/',
      target: 'ja',
      owner: 'nobody@elsewhere.example',
    });
    expect(again).toMatchObject({
      status: 'update',
      id: made.id,
      changed: ['domains', 'linkedin', 'target'],
      notes: [{ code: 'ownerUnknown' }],
    });
    expect(await record('account', made.id)).toMatchObject({
      name: 'Fjord Bank',
      domains: ['fjord.example', 'fjord-group.example'],
      linkedin: 'fjord-bank',
      target: true,
      sources: {
        name: { from: 'import', by: 'import.crm', at: now.toISOString() },
        linkedin: { from: 'import' },
      },
    });
    expect(await one('accounts', { name: 'FJORD BANK' })).toMatchObject({ status: 'unchanged' });
  });

  test('two rows of one company make one account, and a domain of two is an error', async () => {
    const { lines, totals } = await send('accounts', [
      { name: 'Twin', domains: 'twin.example' },
      { name: 'Twin Ltd', domains: 'twin.example', linkedin: 'twin' },
    ]);
    expect(totals).toEqual({ create: 1, update: 1, unchanged: 0, error: 0 });
    expect(lines[1]?.id).toBe(lines[0]?.id);
    expect(
      await one('accounts', { name: 'Y', domains: 'twin.example; acme.example' }),
    ).toMatchObject({
      status: 'error',
      errors: [{ column: 'domains', code: 'twoRecords' }],
    });
  });
});

describe('contacts', () => {
  test('somebody known by e-mail gets only what is empty, and is not moved', async () => {
    await send('contacts', [
      { name: 'Lea Vogel', emails: 'LEA@fjord2.example', title: 'CFO', account: 'Fjord Two' },
    ]);
    const again = await one('contacts', {
      name: 'L. Vogel',
      emails: 'lea@fjord2.example',
      title: 'Intern',
      location: 'Oslo',
      account: 'ACME',
    });
    expect(again).toMatchObject({
      status: 'update',
      changed: ['location'],
      notes: [{ code: 'elsewhere', column: 'account' }],
    });
    expect(await record('contact', again.id)).toMatchObject({
      name: 'Lea Vogel',
      title: 'CFO',
      location: 'Oslo',
      sources: { location: { from: 'import' } },
    });
  });

  test('the account comes by domain, name or e-mail, and is made once where it is not there', async () => {
    const { lines } = await send('contacts', [
      { firstName: '伟', lastName: '王', emails: 'wang@newco.example', account: 'NewCo' },
      { firstName: 'Ida', lastName: 'Berg', emails: 'ida@newco.example' },
      { name: 'Berg, Kim', account: 'Only A Name' },
    ]);
    const [wang, ida, kim] = await Promise.all(lines.map(({ id }) => record('contact', id)));
    expect([wang?.name, ida?.name, kim?.name]).toEqual(['王伟', 'Ida Berg', 'Kim Berg']);
    expect(wang?.accountId).toBe(ida?.accountId);
    expect(await record('account', wang?.accountId)).toMatchObject({
      name: 'NewCo',
      domains: ['newco.example'],
      placeholder: false,
    });
    expect(await record('account', kim?.accountId)).toMatchObject({ placeholder: true });
    expect(lines.map(({ notes }) => notes.map(({ code }) => code))).toEqual([
      ['newAccount'],
      [],
      ['newAccount'],
    ]);
    expect(await one('contacts', { name: 'Kim Berg', account: 'Only a name' })).toMatchObject({
      status: 'unchanged',
      id: kim?.id,
    });
  });

  test.each([
    [{ name: 'N', emails: 'a@gmail.com' }, 'account', 'missing'],
    [{ name: 'N', emails: 'nope', account: 'ACME' }, 'emails', 'badEmail'],
    [{ account: 'ACME' }, 'name', 'missing'],
    [
      { name: 'N', linkedin: 'https://www.linkedin.com/sales/lead/1', account: 'ACME' },
      'linkedin',
      'badLinkedin',
    ],
    [{ name: 'N', account: 'ACME', left: '3/4/2026' }, 'left', 'ambiguousDay'],
    [{ name: 'N'.repeat(400), account: 'ACME' }, 'name', 'tooLong'],
  ])('%j is refused by line', async (values, column, code) => {
    const line = await one('contacts', values);
    expect(line).toMatchObject({ status: 'error', applied: false, errors: [{ column, code }] });
  });
});

describe('tags', () => {
  const company = { name: 'Tagged', domains: 'tagged.example' };
  const person = { name: 'Tia Tag', emails: 'tia@tagged.example' };

  test('are added to those on record, which stay as they are spelt, and a dry run says so', async () => {
    const made = await one('accounts', {
      ...company,
      tags: 'Webinar 2026; R&D, Berlin;; webinar 2026',
    });
    expect(await record('account', made.id)).toMatchObject({
      tags: ['Webinar 2026', 'R&D, Berlin'],
      sources: { tags: { from: 'import' } },
    });
    const more = { ...company, tags: 'WEBINÁR 2026; \\;-)' };
    expect(await one('accounts', more, true)).toMatchObject({
      status: 'update',
      changed: ['tags'],
    });
    await one('accounts', more);
    expect((await record('account', made.id)).tags).toEqual(['Webinar 2026', 'R&D, Berlin', ';-)']);
    expect(await one('accounts', more)).toMatchObject({ status: 'unchanged' });
    expect(await one('accounts', company)).toMatchObject({ status: 'unchanged' });

    const { id } = await one('contacts', { ...person, tags: 'VIP' });
    await one('contacts', { ...person, tags: 'Reference\nvip' });
    expect((await record('contact', id)).tags).toEqual(['VIP', 'Reference']);
  });

  test.each([
    ['accounts', { ...company, tags: 'x'.repeat(61) }, 'tooLong'],
    [
      'contacts',
      { ...person, tags: Array.from({ length: 51 }, (_, at) => `t${at}`).join(';') },
      'tooMany',
    ],
    [
      'contacts',
      { ...person, tags: Array.from({ length: 49 }, (_, at) => `t${at}`).join(';') },
      'tooMany',
    ],
  ] as const)(
    'of %s that are too long or too many are refused by line',
    async (kind, values, code) => {
      expect(await one(kind, values)).toMatchObject({
        status: 'error',
        errors: [{ column: 'tags', code }],
      });
    },
  );

  test('more addresses than a person may have are refused by line, those on record counted', async () => {
    const { id } = await one('contacts', person);
    const more = (count: number) =>
      Array.from({ length: count }, (_, at) => `tia${at}@tagged.example`).join('; ');
    expect(await one('contacts', { id: id ?? '', emails: more(20) })).toMatchObject({
      status: 'error',
      errors: [{ column: 'emails', code: 'tooMany' }],
    });
    expect(await one('contacts', { id: id ?? '', emails: more(19) })).toMatchObject({
      status: 'update',
      changed: ['emails'],
    });
  });
});
