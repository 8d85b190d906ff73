// @vitest-environment node
/** What is exported, and that it comes back the same. */
import { expect, test } from 'vitest';
import type { Kind } from '#lib/model/kinds.ts';
import { kinds } from '#lib/model/kinds.ts';
import type { Values } from '#lib/model/transfer/cells.ts';
import { type RowKind, rowKinds } from '#lib/model/transfer/columns.ts';
import { proposeMapping, valuesOf } from '#lib/model/transfer/headers.ts';
import { readTable } from '#lib/model/transfer/table.ts';
import { createKey } from '#server/keys.ts';
import { writeRecord, writeRecords } from '#server/records.ts';
import { takeVersion } from '#server/version.ts';
import { transferring } from '#test/support/transfer.ts';

const { server, send, one, exported } = await transferring();

test('all that is exported comes back the same in an empty workspace, from CSV and from JSON', async () => {
  // Tags are free words: what parts them, and what a spreadsheet would run, stands in some.
  const tags = 'R&D\\; Berlin; a, b | c; back\\\\slash; =1+1; 标签；第二';
  await one('accounts', { name: 'ACME', domains: 'acme.example', tags });
  await one('contacts', { name: 'Dana', emails: 'dana.whitfield@acme.example', tags });
  for (const [kind, rows] of Object.entries(filled(tags)))
    expect((await send(kind as RowKind, rows)).lines.flatMap(({ errors }) => errors)).toEqual([]);
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

/** Rows in which every column that can come back has something, and a decision of the past beside an open one. */
function filled(tags: string): Record<RowKind, Values[]> {
  const at = { account: 'Halle GmbH', domain: 'halle.example' };
  const decision = { ...at, solution: 'Talent Management' };
  return {
    accounts: [
      {
        ...{ name: 'Halle GmbH', domains: 'halle.example; halle-werke.example', tags },
        ...{ linkedin: 'halle-gmbh', target: 'yes', owner: 'Ben Okafor' },
      },
      { name: 'Somebody’s company', placeholder: 'yes' },
    ],
    contacts: [
      {
        ...{ ...at, name: 'Nora “Nn” Lind', emails: 'nora@halle.example; n.lind@halle.example' },
        ...{ linkedin: 'nora-lind', salesNavigator: 'ACwAA1', title: 'Head, People', tags },
        ...{ headline: '=SUM(1)', location: 'Halle (Saale)', left: '2026-03-01' },
      },
      { ...at, name: 'Pia Holm', emails: 'pia@halle.example' },
    ],
    opportunities: [
      {
        ...{ ...decision, stage: 'Qualified', type: 'Renewal', team: 'Marketing' },
        ...{ amount: '12500.5', currency: 'EUR', closeDate: '2026-12-31', owner: 'Ben Okafor' },
        ...{ nextSteps: 'Call Nora,\n“soon”', notes: '- fixed price\n- three years' },
      },
      {
        ...{ account: 'ACME', solution: 'Talent Management' },
        ...{ stage: 'Won', closeDate: '2024-05-01' },
      },
    ],
    members: [
      {
        ...{ ...decision, email: 'nora@halle.example', roles: 'Decision maker; Champion' },
        ...{ status: 'confirmed', stance: 'Supporter', external: 'yes' },
      },
      { ...decision, email: 'pia@halle.example' },
    ],
  };
}

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
