// @vitest-environment node
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ImportAnswer, ImportRequest } from '#lib/contract/transfer.ts';
import { entryOf } from '#lib/model/exclusions.ts';
import { domainKey, emailKey } from '#lib/model/keys.ts';
import type { Kind, Records } from '#lib/model/kinds.ts';
import { kinds } from '#lib/model/kinds.ts';
import type { Values } from '#lib/model/transfer/cells.ts';
import { type RowKind, rowKinds } from '#lib/model/transfer/columns.ts';
import { proposeMapping, valuesOf } from '#lib/model/transfer/headers.ts';
import { importLimit } from '#lib/model/transfer/limits.ts';
import { readTable } from '#lib/model/transfer/table.ts';
import { createdId } from '#lib/model/transition.ts';
import { demoRecords } from '#server/demo/story.ts';
import { createKey } from '#server/keys.ts';
import { writeRecord, writeRecords } from '#server/records.ts';
import type { Tx, Writer } from '#server/stored.ts';
import { importRows } from '#server/transfer/import.ts';
import { takeVersion } from '#server/version.ts';
import { testIssuer } from '#test/support/issuer.ts';
import { countQueries } from '#test/support/queries.ts';
import { type TestServer, testServer } from '#test/support/server.ts';

let server: TestServer;
let issuer: Awaited<ReturnType<typeof testIssuer>>;
let key: string;
const now = new Date('2026-11-22T12:00:00.000Z');

beforeAll(async () => {
  issuer = await testIssuer();
  server = await testServer({ auth: issuer.auth, now: () => now });
  key = await createKey(server.db, { ws: 'demo', name: 'crm', scopes: ['import', 'read'] });
});
afterAll(() => server.close());

const bearer = (secret: string) => ({
  authorization: `Bearer ${secret}`,
  'content-type': 'application/json',
});
const post = (body: unknown, secret = key) =>
  server.request('/v1/import', {
    method: 'POST',
    headers: bearer(secret),
    body: JSON.stringify(body),
  });

async function send(kind: RowKind, rows: Values[], dryRun = false, secret = key) {
  const answer = await post({ kind, dryRun, rows: rows.map((values) => ({ values })) }, secret);
  if (answer.status !== 200) throw new Error(await answer.text());
  return ImportAnswer.parse(await answer.json());
}
async function one(kind: RowKind, values: Values, dryRun = false) {
  const { lines, applied } = await send(kind, [values], dryRun);
  const [line] = lines;
  if (!line) throw new Error('no line');
  return { ...line, applied };
}
async function record<K extends Kind>(kind: K, id = '', ws = 'demo'): Promise<Records[K]> {
  const { data } = await server.db
    .selectFrom('records')
    .select('data')
    .where('ws', '=', ws)
    .where('kind', '=', kind)
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
  return data as unknown as Records[K];
}
const version = async (ws = 'demo') =>
  (
    await server.db
      .selectFrom('workspaces')
      .select('version')
      .where('ws', '=', ws)
      .executeTakeFirstOrThrow()
  ).version;
const exported = (kind: RowKind, query = '', secret = key) =>
  server.request(`/v1/export/${kind}${query}`, { headers: bearer(secret) });
const tokenOf = (user: string) =>
  issuer.token(user, { email: `${user}@northwind.example`, email_verified: true });

describe('who may', () => {
  test.each([
    ['ada', 200],
    ['mia', 200],
    ['ben', 403],
  ])('%s gets %i', async (user, status) => {
    const token = await tokenOf(user);
    expect((await exported('members', '', token)).status).toBe(status);
    const rows = [{ values: { name: 'Who May' } }];
    expect((await post({ kind: 'accounts', dryRun: true, rows }, token)).status).toBe(status);
  });

  test('a key needs the scope of what it does', async () => {
    const reads = await createKey(server.db, { ws: 'demo', name: 'r', scopes: ['read'] });
    const rows = [{ values: { name: 'A' } }];
    expect((await post({ kind: 'accounts', dryRun: true, rows }, reads)).status).toBe(403);
    expect((await exported('accounts', '', reads)).status).toBe(200);
  });
});

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

describe('opportunities and members', () => {
  test('a new decision begins at its stage, with the transition that tells of it', async () => {
    const line = await one('opportunities', {
      account: 'Halle GmbH',
      domain: 'halle.example',
      solution: 'talent management',
      stage: 'Qualified',
      amount: '€ 12.500,50',
      currency: 'eur',
      closeDate: '31.12.2026',
      owner: 'Ben Okafor',
      type: 'Renewal',
    });
    expect(line).toMatchObject({ status: 'create', notes: [{ code: 'newAccount' }] });
    const made = await record('opportunity', line.id);
    expect(made).toMatchObject({
      stageId: 'qualified',
      amount: 12_500.5,
      currency: 'EUR',
      closeDate: '2026-12-31',
      ownerId: 'ben',
      type: 'renewal',
      stageSince: now.toISOString(),
    });
    expect(await record('transition', createdId(made.id))).toMatchObject({
      to: 'qualified',
      by: 'import.crm',
      after: { amount: 12_500.5 },
    });
    const again = await one('opportunities', {
      account: 'Halle',
      solution: 'Talent Management',
      stage: 'Pipeline',
      amount: '1',
      nextSteps: 'Call',
    });
    expect(again).toMatchObject({
      id: made.id,
      changed: ['nextSteps'],
      notes: [{ code: 'stageKept', value: 'Qualified' }],
    });
    expect(await record('opportunity', made.id)).toMatchObject({
      stageId: 'qualified',
      amount: 12_500.5,
    });
  });

  test('a row of the past is a decision of its own beside an open one, once', async () => {
    const past = {
      account: 'ACME',
      solution: 'Talent Management',
      stage: 'Won',
      closeDate: '2024-05-01',
    };
    const made = await one('opportunities', past);
    expect(made).toMatchObject({ status: 'create', notes: [{ code: 'openBeside' }] });
    expect(await one('opportunities', past)).toMatchObject({ status: 'unchanged', id: made.id });
  });

  test.each([
    [{ account: 'ACME', solution: 'Talnt' }, 'solution', 'unknownSolution'],
    [{ account: 'ACME', solution: 'Talent Management', stage: 'Nowhere' }, 'stage', 'unknownStage'],
    [{ solution: 'Talent Management' }, 'account', 'missing'],
    [{ account: 'ACME', solution: 'Talent Management', amount: 'much' }, 'amount', 'badAmount'],
    [{ account: 'ACME' }, 'solution', 'missing'],
  ])('the decision %j is refused by line', async (values, column, code) => {
    expect(await one('opportunities', values)).toMatchObject({
      status: 'error',
      errors: [{ column, code }],
    });
  });

  test('members come by e-mail and role, in either language, and are never put down', async () => {
    await send('contacts', [
      { name: 'Nora Lind', emails: 'nora@halden3.example', account: 'Halden Three' },
      { name: 'Pia Holm', emails: 'pia@halden3.example', account: 'Halden Three' },
    ]);
    await send('opportunities', [{ account: 'Halden Three', solution: 'Learning' }]);
    const at = { account: 'Halden Three', solution: 'Learning' };
    const { lines } = await send('members', [
      { ...at, email: 'nora@halden3.example', roles: '决策者; Champion', stance: 'Supporter' },
      { ...at, email: 'pia@halden3.example' },
    ]);
    expect(await record('member', lines[0]?.id)).toMatchObject({
      status: 'confirmed',
      roles: ['decision_maker', 'champion'],
      stance: 'supporter',
    });
    expect(await record('member', lines[1]?.id)).toMatchObject({ status: 'potential', roles: [] });
    const again = await send('members', [
      {
        ...at,
        email: 'nora@halden3.example',
        roles: 'Ratifier',
        status: 'potential',
        stance: 'opponent',
      },
      { ...at, email: 'pia@halden3.example', roles: 'Evaluator', status: 'confirmed' },
    ]);
    expect(again.lines.map(({ status, notes }) => [status, notes.map(({ code }) => code)])).toEqual(
      [
        ['unchanged', ['statusKept', 'rolesKept']],
        ['update', []],
      ],
    );
    expect(await record('member', lines[1]?.id)).toMatchObject({
      status: 'confirmed',
      roles: ['evaluator'],
    });
  });

  test.each([
    [{ email: 'who@nowhere.example', roles: 'Champion' }, 'email', 'unknownContact'],
    [{ roles: 'Champion' }, 'email', 'missing'],
    [{ email: 'dana.whitfield@acme.example', roles: 'King' }, 'roles', 'unknownWord'],
    [{ email: 'dana.whitfield@acme.example', solution: 'Nothing' }, 'solution', 'unknownSolution'],
  ])('the member %j is refused by line', async (values, column, code) => {
    const at = { account: 'ACME', solution: 'HR Operations' };
    const line = await one('members', { ...at, ...values });
    expect(line.errors).toContainEqual(expect.objectContaining({ column, code }));
  });
});

describe('what is no import at all', () => {
  test.each([
    [
      'too many rows',
      { kind: 'accounts', dryRun: true, rows: Array(importLimit + 1).fill({ values: {} }) },
      400,
    ],
    ['an unknown kind', { kind: 'touches', dryRun: true, rows: [{ values: { name: 'A' } }] }, 400],
    [
      'an unknown column',
      { kind: 'accounts', dryRun: true, rows: [{ values: { score: 'A' } }] },
      400,
    ],
    [
      'a body without end',
      { kind: 'accounts', dryRun: true, rows: [], more: 'x'.repeat(17 * 1_048_576) },
      413,
    ],
  ])('%s is refused', async (_, body, status) => {
    expect((await post(body)).status).toBe(status);
  });

  test('a column of another kind is named', async () => {
    expect(await one('accounts', { name: 'A', amount: '5' })).toMatchObject({
      errors: [{ column: 'amount', code: 'unknownColumn' }],
    });
  });
});

test('all that is exported comes back the same in an empty workspace, from CSV and from JSON', async () => {
  // Tags are free words: what parts them, and what a spreadsheet would run, stands in some.
  const tags = 'R&D\\; Berlin; a, b | c; back\\\\slash; =1+1; 标签；第二';
  await one('accounts', { name: 'ACME', domains: 'acme.example', tags });
  await one('contacts', { name: 'Dana', emails: 'dana.whitfield@acme.example', tags });
  expect(await all('contact', 'demo')).toContainEqual(
    expect.objectContaining({
      tags: ['R&D; Berlin', 'a, b | c', 'back\\slash', '=1+1', '标签', '第二'],
    }),
  );
  for (const format of ['csv', 'json'] as const) {
    const ws = `empty-${format}`;
    await server.db.insertInto('workspaces').values({ ws, name: ws, epoch: 'e' }).execute();
    const users = await server.db
      .selectFrom('users')
      .selectAll()
      .where('ws', '=', 'demo')
      .execute();
    await server.db
      .insertInto('users')
      .values(users.map((user) => ({ ...user, ws, email: user.email })))
      .execute();
    const ground = await server.db
      .selectFrom('records')
      .selectAll()
      .where('ws', '=', 'demo')
      .where('kind', 'in', ['stage', 'solution'])
      .execute();
    await server.db.transaction().execute(async (tx) => {
      const writer = {
        ws,
        version: await takeVersion(tx, ws),
        ...{ client: 't', by: 't', mutation: 't' },
      };
      const writes = ground.map(({ kind, id, data }) => ({
        kind: kind as Kind,
        id,
        before: undefined,
        after: kinds[kind as 'stage'].schema.parse(data),
      }));
      await writeRecords(tx, writes, writer);
    });
    const secret = await createKey(server.db, { ws, name: 'new', scopes: ['import', 'read'] });
    for (const kind of rowKinds) {
      const answer = await exported(kind, `?format=${format}&bom=1`);
      const rows =
        format === 'csv' ? fromCsv(kind, await answer.text()) : fromJson(kind, await answer.json());
      const told = await send(kind, rows, false, secret);
      expect([kind, told.lines.filter(({ status }) => status !== 'create')]).toEqual([kind, []]);
      const again = await send(kind, rows, false, secret);
      expect(again.totals).toMatchObject({ create: 0, update: 0, error: 0 });
    }
    for (const kind of ['account', 'contact', 'opportunity', 'member'] as const)
      expect(await all(kind, ws)).toEqual(await all(kind, 'demo'));
  }
});

const fromCsv = (kind: RowKind, text: string): Values[] => {
  const { headers, rows } = readTable(text.replace(/^\uFEFF/, ''));
  return rows.map(({ cells }) => valuesOf(kind, proposeMapping(kind, headers), cells));
};
const fromJson = (kind: RowKind, rows: Record<string, Values>[]): Values[] => {
  return rows.map((row) => {
    const known = proposeMapping(kind, Object.keys(row)).flatMap((id) => (id ? [id] : []));
    return Object.fromEntries(known.map((id) => [id, row[id]])) as Values;
  });
};

/** The records of a kind without what is told of them: provenance, suggestions, and when the server saw them. */
async function all(kind: Kind, ws: string) {
  const rows = await server.db
    .selectFrom('records')
    .select('data')
    .where('ws', '=', ws)
    .where('kind', '=', kind)
    .where('deleted_at', 'is', null)
    .orderBy('id')
    .execute();
  return rows.map(({ data }) => {
    const { sources, suggested, declined, detectedBy, stageSince, left, ...rest } = data;
    return { ...rest, left: typeof left === 'string' ? left.slice(0, 10) : undefined };
  });
}

test('an export is a file with its kind and day, and guards formulas', async () => {
  await send('accounts', [{ name: '=HYPERLINK("x")', domains: 'formula.example' }]);
  const answer = await exported('accounts', '?format=csv&bom=1');
  expect(answer.headers.get('content-disposition')).toBe(
    'attachment; filename="accounts-2026-11-22.csv"',
  );
  expect(answer.headers.get('content-type')).toBe('text/csv; charset=utf-8');
  const bytes = new Uint8Array(await answer.arrayBuffer());
  expect([...bytes.slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
  expect(new TextDecoder().decode(bytes)).toContain(`"'=HYPERLINK(""x"")"`);
  expect((await exported('touches' as RowKind)).status).toBe(400);
});

test('many records written at once leave what writing them one by one leaves', async () => {
  const writes = demoRecords(+now).map(({ kind, data }) => ({
    kind,
    id: data.id,
    before: undefined,
    after: kinds[kind as 'stage'].schema.parse(data),
  }));
  const left = async (ws: string, write: (tx: Tx, writer: Writer) => Promise<void>) => {
    await server.db.insertInto('workspaces').values({ ws, name: ws, epoch: 'e' }).execute();
    await server.db.transaction().execute(async (tx) => {
      const version = await takeVersion(tx, ws);
      await write(tx, { ws, version, client: 't', by: 't', mutation: 't' });
    });
    const tables = ['records', 'record_keys', 'record_index', 'history'] as const;
    const rows = await Promise.all(
      tables.map((table) => server.db.selectFrom(table).selectAll().where('ws', '=', ws).execute()),
    );
    const plain = rows.map((table) =>
      table.map((row) => JSON.stringify({ ...row, ws: '', at: '' })).sort(),
    );
    for (const table of plain) expect(table.length).toBeGreaterThan(10);
    return plain;
  };
  const byOne = await left('by-one', async (tx, writer) => {
    for (const [seq, write] of writes.entries()) await writeRecord(tx, write, writer, seq);
  });
  expect(await left('at-once', (tx, writer) => writeRecords(tx, writes, writer))).toEqual(byOne);
});

test('a large import comes in as one commit', async () => {
  const many = 2000;
  const rows = Array.from({ length: many }, (_, at) => ({
    name: `Person ${at}`,
    emails: `p${at}@big${at % 100}.example`,
    account: `Big ${at % 100}`,
    title: 'Analyst',
  }));
  const before = await version();
  const { totals } = await send('contacts', rows);
  expect(await version()).toBe(before + 1);
  expect(totals).toMatchObject({ create: many, error: 0 });
  const text = await (await exported('contacts')).text();
  expect(text.split('\r\n').length).toBeGreaterThan(many);
});

/** Puts these keys on the do-not-record list. */
async function exclude(id: string, keys: string[]) {
  const { salt } = await server.db
    .selectFrom('workspaces')
    .select('salt')
    .where('ws', '=', 'demo')
    .executeTakeFirstOrThrow();
  const at = now.toISOString();
  const after = kinds.exclusion.schema.parse({
    id,
    by: 'ada',
    at,
    ...entryOf(salt, 'person', keys),
  });
  await server.db.transaction().execute(async (tx) => {
    const version = await takeVersion(tx, 'demo');
    const writer = { ws: 'demo', client: 'test', by: 'ada', mutation: 'test', version };
    await writeRecord(tx, { kind: 'exclusion', id, before: undefined, after }, writer, 0);
  });
}

test('whoever is on the do-not-record list is refused by line, and nothing of the file is written', async () => {
  await exclude('asked', [emailKey('left.alone@acme.example'), domainKey('shunned.example')]);
  const answer = await send('contacts', [
    { name: 'Let Her', emails: 'left.alone@acme.example' },
    { name: 'By Company', emails: 'x@mail.shunned.example' },
    { name: 'Fine Fellow', emails: 'fine.fellow@acme.example' },
  ]);
  expect(answer.applied).toBe(false);
  expect(answer.lines.map(({ errors }) => errors.map(({ code }) => code))).toEqual([
    ['excluded'],
    ['excluded'],
    [],
  ]);
  const company = await one('accounts', { name: 'Shunned', domains: 'shunned.example' });
  expect(company.errors).toMatchObject([{ column: 'domains', code: 'excluded' }]);

  // Nobody comes in beside the company's e-mails either: by its domain alone, or at its account where that was here before.
  for (const [kind, values] of [
    ['contacts', { name: 'By Domain', emails: 'by.domain@gmail.com', domain: 'shunned.example' }],
    ['opportunities', { domain: 'www.shunned.example', solution: 'Learning' }],
  ] as const)
    expect((await one(kind, values)).errors).toMatchObject([
      { column: 'domain', code: 'excluded' },
    ]);
  const before = await one('accounts', {
    name: 'Was Here',
    domains: 'was-here.example; wh.example',
  });
  await exclude('asked-too', [domainKey('wh.example')]);
  for (const values of [
    { name: 'By Name', emails: 'by.name@gmail.com', account: 'Was Here' },
    { name: 'By Other Domain', emails: 'x@was-here.example' },
    { name: 'By Id', accountId: before.id ?? '' },
  ])
    expect((await one('contacts', values)).errors).toMatchObject([{ code: 'excluded' }]);
});

test('importing changes at any number of rows asks the database as often as at few', async () => {
  const { db, asked } = countQueries(server.db);
  const take = async (count: number, over: Values) => {
    const rows = Array.from({ length: count }, (_, at) => ({
      values: { name: `Row ${at}`, emails: `row${at}@rows${at % 40}.example`, ...over },
    }));
    asked.queries = 0;
    const request = ImportRequest.parse({ kind: 'contacts', dryRun: false, rows });
    const asker = { ws: 'demo', by: 'import.counted' };
    const { totals } = await importRows({ db, poke: () => {} }, asker, request);
    return { ...totals, queries: asked.queries };
  };
  const made = await take(40, {});
  expect(made).toMatchObject({ create: 40 });
  const few = await take(40, { title: 'Analyst' });
  expect(few).toMatchObject({ update: 40 });
  expect(await take(800, { title: 'Analyst' })).toMatchObject({ create: 760, unchanged: 40 });
  const many = await take(800, { location: 'Oslo' });
  expect(many).toMatchObject({ update: 800 });
  expect(few.queries).toBeLessThanOrEqual(25);
  expect(many.queries).toBeLessThanOrEqual(few.queries);
});

test('a host on record comes back as it is, not as the domain above it', async () => {
  const after = kinds.account.schema.parse({
    ...{ id: 'below', name: 'Below Ltd', domains: ['eu.above.example'] },
  });
  await server.db.transaction().execute(async (tx) => {
    const version = await takeVersion(tx, 'demo');
    const writer = { ws: 'demo', client: 't', by: 't', mutation: 't', version };
    await writeRecord(tx, { kind: 'account', id: 'below', before: undefined, after }, writer, 0);
  });
  const [row] = fromCsv('accounts', await (await exported('accounts')).text()).filter(
    ({ id }) => id === 'below',
  );
  expect(await one('accounts', row ?? {})).toMatchObject({ status: 'unchanged', id: 'below' });
});
