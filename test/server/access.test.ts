// @vitest-environment node
/** Restricted accounts on the wire: what those hear who may not see one, and what those who may. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { AccessAnswer } from '#lib/contract/access.ts';
import { HistoryAnswer } from '#lib/contract/history.ts';
import { LookupAnswer } from '#lib/contract/sync.ts';
import type { Call } from '#lib/model/mutation.ts';
import { runAdmin } from '#server/admin/commands.ts';
import { askServer, listenAdmin } from '#server/admin/socket.ts';
import { createPokes } from '#server/events.ts';
import { createLogger } from '#server/log.ts';
import { LockedRecords, writeRecord } from '#server/records.ts';
import { account, contact, decision, problem, type Wire, type Workspace, wire } from './wire.ts';

let net: Wire;
beforeAll(async () => {
  net = await wire();
});
afterAll(() => net.close());

const as = async (here: Workspace, user: string, path: string, method = 'GET', body?: object) =>
  net.server.request(path, {
    method,
    headers: {
      authorization: `Bearer ${await net.issuer.token(here.subject(user))}`,
      'content-type': 'application/json',
    },
    ...(body && { body: JSON.stringify(body) }),
  });
const access = (here: Workspace, id: string, users: string[] | null) =>
  as(here, 'ada', `/v1/accounts/${id}/access`, 'PUT', {
    restricted: users !== null,
    users: users ?? [],
  });
const retitle = (contactId: string, title: string): Call => ({
  name: 'contact.edit@1',
  args: { contactId, fields: { title } },
});
const toStage = (opportunityId: string, stageId: string): Call => ({
  name: 'opportunity.setStage@1',
  args: { opportunityId, stageId, fromStageId: 'qualified' },
});

/** ACME with Dana and a decision, Globex with Max; `ada` is an admin. */
async function begun() {
  const here = await net.workspace();
  await here.join('ada', 'admin');
  const ana = here.client('ana');
  await ana.push(
    account('acme', { name: 'Acme', domains: ['acme.example'] }),
    account('globex', { domains: ['globex.example'] }),
    contact('dana', 'acme', { name: 'Dana', emails: ['dana@acme.example'] }),
    contact('max', 'globex'),
    decision('deal', 'acme'),
  );
  return { here, ana, ben: here.client('ben') };
}

describe('a pull', () => {
  test('[A1] [A2] tells in its snapshot that an account is closed, and nothing else of it, each time it is asked', async () => {
    const { here, ana, ben } = await begun();
    const first = await ben.pull({ acme: 0, globex: 0 });
    expect(first).toMatchObject({ revoked: [], puts: expect.arrayContaining([]) });
    expect((await access(here, 'acme', ['ana'])).status).toBe(200);
    await ana.push(retitle('dana', 'Head of People'), contact('kim', 'acme'));

    for (let turn = 0; turn < 2; turn++) {
      const filling = { scopes: ['acme'], touchesSince: '2026-01-01T00:00:00.000Z' };
      const told = await ben.pull({ ...first.cursors }, { epoch: first.epoch, filling });
      expect(told).toMatchObject({ revoked: ['acme'], puts: [], deletes: [], exits: [] });
      expect(told.cursors).toEqual({ globex: await here.version() });
      expect(told.partial).toEqual({});
    }
    const still = await ana.pull(first.cursors, { epoch: first.epoch });
    expect(still).toMatchObject({ revoked: [] });
    expect(still.puts.map(({ id }) => id)).toEqual(['dana', 'kim']);
    expect((await here.client('ada').pull({ acme: 0 })).revoked).toEqual([]);
  });

  test('[A2] fills an account anew from the start once it is granted again, and goes on where nothing was missed', async () => {
    const { here, ben } = await begun();
    const first = await ben.pull({ acme: 0 });
    await access(here, 'acme', []);
    await access(here, 'acme', ['ben']);
    expect((await ben.pull({ acme: 0 })).puts.map(({ id }) => id)).toContain('dana');
    // It had not heard of the loss in between.
    expect(await ben.pull(first.cursors)).toMatchObject({ revoked: [], puts: [] });
    await access(here, 'acme', null);
    expect((await here.client('ben').pull({ acme: 0 })).puts.map(({ id }) => id)).toContain('deal');
  });

  test('[A9] what goes to a closed account is an exit where it was', async () => {
    const { here, ana, ben } = await begun();
    await access(here, 'acme', ['ana']);
    const before = await ben.pull({ globex: 0 });
    await ana.push({
      name: 'account.edit@1',
      args: { accountId: 'globex', fields: { name: 'Globex' } },
    });
    await here.commit(async (tx, version) => {
      const records = new LockedRecords();
      await records.lock(tx, here.ws, [['contact', 'max']]);
      const row = records.row('contact', 'max');
      const after = { ...row?.data, accountId: 'acme' } as never;
      const writer = { ws: here.ws, version, client: 'seed', by: 'ana', mutation: 'seed' };
      await writeRecord(tx, { kind: 'contact', id: 'max', before: row, after }, writer, 0);
    });
    const told = await ben.pull(before.cursors);
    expect(told.exits).toMatchObject([{ kind: 'contact', id: 'max', scope: 'globex' }]);
    expect(told.puts.map(({ id }) => id)).toEqual(['globex']);
  });
});

describe('a push', () => {
  test('[A3] at a closed account is refused with a plain sentence, whatever it speaks of, and changes nothing', async () => {
    const { here, ben } = await begun();
    await access(here, 'acme', ['ana']);
    const before = await here.version();
    const results = await ben.push(
      retitle('dana', 'CEO'),
      decision('deal-2', 'acme'),
      contact('eve', 'acme'),
      { name: 'account.remove@1', args: { accountId: 'acme' } },
      { name: 'account.merge@1', args: { keptId: 'globex', mergedId: 'acme', mergeId: 'm' } },
      contact('fay', 'globex'),
    );
    expect(results.slice(0, 5).map(({ code }) => code)).toEqual(Array(5).fill('notOpen'));
    expect(results[0]?.because).toBe(
      'This account is not open to you. An admin says who may see it.',
    );
    // It never blocks what is behind it.
    expect(results[5]).toMatchObject({ status: 'applied' });
    expect(await here.version()).toBe(before + 1);
    expect(await here.record('contact', 'dana')).not.toHaveProperty('title');
    // What never was is told apart from it by nobody who has no id of it.
    expect(await ben.push(retitle('nobody', 'CEO'))).toMatchObject([{ code: 'gone' }]);
  });

  test('[A4] making somebody a second time who is at a closed account is refused, and the address stays theirs alone', async () => {
    const { here, ana, ben } = await begun();
    await access(here, 'acme', ['ana']);
    const results = await ben.push(
      account('acme-2', { domains: ['acme.example'] }),
      contact('dana-2', 'globex', { emails: ['dana@acme.example'] }),
      {
        name: 'account.edit@1',
        args: {
          accountId: 'globex',
          fields: {},
          domains: { add: ['acme.example'], remove: [] },
        },
      },
    );
    expect(results.map(({ code }) => code)).toEqual(['notOpen', 'notOpen', 'notOpen']);
    expect(JSON.stringify(results)).not.toContain('"acme"');
    expect(await here.record('account', 'acme-2')).toBeUndefined();
    expect((await ana.pull({ acme: 0 })).puts.map(({ id }) => id)).toContain('dana');
  });

  test('[A6] a conflict at an account closed since tells no value, however it is asked for again', async () => {
    const { here, ana, ben } = await begun();
    const seen = await here.version();
    await ana.push(toStage('deal', 'pipeline'));
    const late = ben.next(toStage('deal', 'lost'), { base: seen });
    const answer = await (await ben.send(late)).json();
    expect(JSON.stringify(answer)).toContain('pipeline');
    await access(here, 'acme', ['ana']);
    const [again] = ((await (await ben.send(late)).json()) as { results: unknown[] }).results;
    expect(again).toMatchObject({ status: 'rejected', code: 'notOpen' });
    const pulled = await ben.pull({ workspace: 0 });
    expect(pulled.results).toEqual([again]);
    const twin = here.client('ben');
    const elsewhere = await (await twin.send({ ...late, id: 1 })).json();
    for (const told of [again, pulled.results, elsewhere])
      expect(JSON.stringify(told)).not.toContain('pipeline');
    // Whoever may see it hears it as it was.
    await access(here, 'acme', ['ben']);
    expect((await ben.pull({ workspace: 0 })).results).toMatchObject([{ status: 'conflict' }]);
  });

  test('[A5] an edit that was looked at before an account was closed is looked at anew', async () => {
    const { here, ben } = await begun();
    const pushing = Promise.all(
      Array.from({ length: 8 }, (_, index) =>
        here.client('ben').push(retitle('dana', `Title ${index}`)),
      ),
    );
    await access(here, 'acme', ['ana']);
    await pushing;
    const { access: closedAt } = await net.db
      .selectFrom('workspaces')
      .select('access')
      .where('ws', '=', here.ws)
      .executeTakeFirstOrThrow();
    const row = await net.db
      .selectFrom('records')
      .select('version')
      .where('ws', '=', here.ws)
      .where('id', '=', 'dana')
      .executeTakeFirstOrThrow();
    expect(row.version).toBeLessThan(closedAt);
    expect(await ben.push(retitle('dana', 'Late'))).toMatchObject([{ code: 'notOpen' }]);
  });

  test('[A7] accounts that not the same people see are not merged; parted again, both are seen alike', async () => {
    const { here, ana } = await begun();
    const merge = { keptId: 'globex', mergedId: 'acme', mergeId: 'm1' };
    await access(here, 'acme', ['ana']);
    const ada = here.client('ada');
    for (const writer of [ana, ada])
      expect(await writer.push({ name: 'account.merge@1', args: merge })).toMatchObject([
        { code: 'notAllowed', because: expect.stringContaining('Not the same people') },
      ]);
    await access(here, 'globex', ['ana']);
    expect(await ana.push({ name: 'account.merge@1', args: merge })).toMatchObject([
      { status: 'applied' },
    ]);
    await access(here, 'globex', ['ben']);
    const ben = here.client('ben');
    expect(await ben.push({ name: 'account.unmerge@1', args: merge })).toMatchObject([
      { status: 'applied' },
    ]);
    expect((await ben.pull({ acme: 0 })).puts.map(({ id }) => id)).toContain('dana');
    expect((await ana.pull({ acme: 0, globex: 0 })).revoked.sort()).toEqual(['acme', 'globex']);
  });
});

test('[A4] a lookup tells of a closed account only that an exact key is on record', async () => {
  const { here, ben } = await begun();
  const keys = [
    'domain:acme.example',
    'email:dana@acme.example',
    'name:acme',
    'email:no@x.example',
  ];
  const ask = async (user: string) =>
    LookupAnswer.parse(await (await here.client(user).ask('/v1/lookup', { keys })).json());
  expect(await ask('ben')).toMatchObject({ closed: [], matches: { length: 3 } });
  await access(here, 'acme', []);
  expect(await ask('ben')).toEqual({ matches: [], closed: keys.slice(0, 2) });
  expect(await ask('ada')).toMatchObject({ closed: [], matches: { length: 3 } });
  expect((await ben.pull({ acme: 0 })).puts).toEqual([]);
});

describe('who may see an account', () => {
  test('[A5] is said by admins alone, read by whoever sees it, and the same again changes nothing', async () => {
    const { here } = await begun();
    const path = '/v1/accounts/acme/access';
    const wish = { restricted: true, users: ['ana'] };
    expect((await problem(await as(here, 'ben', path, 'PUT', wish))).code).toBe('forbidden');
    const before = await here.version();
    const made = AccessAnswer.parse(await (await as(here, 'ada', path, 'PUT', wish)).json());
    expect(made).toEqual({ account: 'acme', ...wish });
    expect(await here.version()).toBe(before + 1);
    await as(here, 'ada', path, 'PUT', wish);
    expect(await here.version()).toBe(before + 1);
    expect(await (await as(here, 'ana', path)).json()).toEqual(made);
    expect((await problem(await as(here, 'ben', path))).code).toBe('notFound');
  });

  test('bad input gets a clear error and changes nothing', async () => {
    const { here } = await begun();
    const before = await here.version();
    const put = (id: string, body: object) =>
      as(here, 'ada', `/v1/accounts/${id}/access`, 'PUT', body).then(problem);
    expect(await put('nowhere', { restricted: true, users: [] })).toMatchObject({
      code: 'notFound',
    });
    expect(await put('workspace', { restricted: true, users: [] })).toMatchObject({
      code: 'notFound',
    });
    expect(await put('acme', { restricted: true, users: ['nobody'] })).toMatchObject({
      code: 'badRequest',
      detail: expect.stringContaining('nobody'),
    });
    expect(await put('acme', { restricted: 'yes', users: [] })).toMatchObject({
      code: 'badRequest',
    });
    expect(await here.version()).toBe(before);
  });

  test('[H1] [A1] stands in the account’s history, with who and when, for those who may see it', async () => {
    const { here } = await begun();
    const told = async (user: string) => {
      const answer = await as(here, user, '/v1/history?kind=account&id=acme');
      return HistoryAnswer.parse(await answer.json()).entries;
    };
    const open = { restricted: false, users: [] };
    const anas = { restricted: true, users: ['ana'] };
    await access(here, 'acme', ['ana']);
    await access(here, 'acme', ['ana']);
    const [said, made, ...more] = await told('ana');
    expect([made?.field, ...more]).toEqual(['*']);
    expect(said).toMatchObject({ field: 'access', before: open, after: anas });
    expect(said?.by).toEqual({ id: 'ada', name: 'ada' });
    expect(Date.now() - Date.parse(said?.at ?? '')).toBeLessThan(60_000);
    expect(await told('ben')).toEqual([]);

    await runAdmin(net.db, { do: 'open', workspace: here.ws, account: 'acme', users: [] });
    const [last, first] = await told('ben');
    expect(last).toMatchObject({ field: 'access', before: anas, after: open });
    expect(last).not.toHaveProperty('by');
    expect(first).toEqual(said);
    // What is no change is no line.
    expect(await told('ben')).toHaveLength(3);
  });

  test('[H1] of a merged account stands in the history of both, once they are parted', async () => {
    const { here } = await begun();
    const ada = here.client('ada');
    const args = { mergeId: 'm1', keptId: 'acme', mergedId: 'globex' };
    const applied = [{ status: 'applied' }];
    expect(await ada.push({ name: 'account.merge@1', args })).toMatchObject(applied);
    await access(here, 'acme', []);
    expect(await ada.push({ name: 'account.unmerge@1', args })).toMatchObject(applied);
    for (const id of ['acme', 'globex']) {
      const answer = await as(here, 'ada', `/v1/history?kind=account&id=${id}`);
      const { entries } = HistoryAnswer.parse(await answer.json());
      expect(entries.filter(({ field }) => field === 'access')).toHaveLength(1);
    }
  });

  test('is said at the server too, while it runs: open streams are told', async () => {
    const { here, ben } = await begun();
    const folder = mkdtempSync(join(tmpdir(), 'quorum-access-'));
    onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
    const pokes = createPokes();
    const close = await listenAdmin(folder, net.db, createLogger('silent'), pokes);
    onTestFinished(close);
    const heard: number[] = [];
    pokes.listen(here.ws, (version) => heard.push(version), AbortSignal.timeout(60_000));
    const at = { workspace: here.ws, account: 'acme.example' };
    const email = (user: string) => `${user}@${here.ws}.example`;
    const said = await askServer(folder, { do: 'restrict', ...at, users: [] });
    expect(said).toEqual({ lines: ['Only admins see Acme.'] });
    expect(heard).toEqual([await here.version()]);
    expect((await ben.pull({ acme: 0 })).revoked).toEqual(['acme']);

    const run = (command: 'grant' | 'ungrant' | 'open' | 'access', users: string[] = []) =>
      runAdmin(net.db, { do: command, ...at, users });
    expect(await run('grant', [email('ben'), email('ana')])).toEqual({
      lines: ['Admins see Acme, and:', `  ${email('ana')}`, `  ${email('ben')}`],
    });
    expect(await run('ungrant', [email('ben')])).toEqual({
      lines: ['Admins see Acme, and:', `  ${email('ana')}`],
    });
    expect(await run('grant', ['no@where.example'])).toMatchObject({
      error: expect.stringContaining('no user “no@where.example”'),
    });
    expect(await run('grant')).toMatchObject({ error: expect.stringContaining('Say whom') });
    expect(await run('open')).toEqual({ lines: ['Everybody of the workspace sees Acme.'] });
    expect(await run('grant', [email('ben')])).toMatchObject({
      error: 'Everybody sees Acme. Restrict it first.',
    });
    expect(
      await runAdmin(net.db, { do: 'access', workspace: here.ws, account: 'no.example' }),
    ).toMatchObject({ error: expect.stringContaining('no account “no.example”') });
  });
});
