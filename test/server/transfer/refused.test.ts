// @vitest-environment node
/** Who may import and export, and what is no import: refused with a reason, and nothing written. */
import { describe, expect, test } from 'vitest';
import { entryOf } from '#lib/model/exclusions.ts';
import { domainKey, emailKey } from '#lib/model/keys.ts';
import { kinds } from '#lib/model/kinds.ts';
import { importLimit } from '#lib/model/transfer/limits.ts';
import { createKey } from '#server/keys.ts';
import { writeRecord } from '#server/records.ts';
import { takeVersion } from '#server/version.ts';
import { transferring } from '#test/support/transfer.ts';

const { server, now, post, send, one, exported, tokenOf } = await transferring();

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
