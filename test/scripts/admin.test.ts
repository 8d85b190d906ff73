// @vitest-environment node
import { mkdirSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { AdminCommand } from '#server/admin/commands.ts';
import { adminSocket } from '#server/admin/socket.ts';
import { openDatabase } from '#server/db/database.ts';
import { migratedFolder } from '#test/support/folder.ts';
import { type Program, run } from '#test/support/process.ts';

const parent = mkdtempSync(join(tmpdir(), 'quorum-admin-'));
afterAll(() => rmSync(parent, { recursive: true, force: true }));

const key = ['key', '--workspace', 'demo', '--scope', 'signals,read'];
const admin = async (folder: string, ...args: string[]) => {
  const program = run('scripts/admin.ts', args, { env: { QUORUM_DATA: folder } });
  return { code: await program.ended, output: program.output().trim() };
};

async function serve(folder: string): Promise<{ program: Program; origin: string }> {
  const env = { QUORUM_DATA: folder, QUORUM_DEMO: '1', PORT: '0' };
  const program = run('server/main.ts', [], { env });
  const [, origin = ''] = await program.says(/"origin":"([^"]+)"/);
  return { program, origin };
}

const post = (origin: string, secret: string) =>
  fetch(`${origin}/v1/signals`, {
    method: 'POST',
    headers: { authorization: `Bearer ${secret}`, 'content-type': 'application/json' },
    body: '{"signals": []}',
  });

test('a key is made while the server runs and while it is stopped, and each works', async () => {
  const folder = join(parent, 'data');
  await migratedFolder(folder);
  const { program, origin } = await serve(folder);
  const running = await admin(folder, ...key);
  expect(running).toMatchObject({ code: 0, output: expect.stringMatching(/^qk_[\w-]{43}$/) });
  expect((await post(origin, running.output)).status).toBe(200);
  expect(statSync(adminSocket(folder)).mode & 0o777).toBe(0o600);

  const acme = ['--account', 'acme.example', '--user', 'ana@northwind.example'];
  expect(await admin(folder, 'restrict', ...acme)).toEqual({
    code: 0,
    output: 'Admins see ACME, and:\n  ana@northwind.example',
  });

  const revoked = await admin(folder, 'revoke', '--key', running.output);
  expect(revoked).toMatchObject({ code: 0 });
  expect((await post(origin, running.output)).status).toBe(401);
  program.kill('SIGKILL');
  await program.ended;

  const stopped = await admin(folder, ...key);
  expect(stopped).toMatchObject({ code: 0, output: expect.stringMatching(/^qk_/) });
  const again = await serve(folder);
  expect((await post(again.origin, stopped.output)).status).toBe(200);
  expect((await admin(folder, 'keys')).output.split('\n')).toHaveLength(2);
  again.program.kill('SIGTERM');
  expect(await again.program.ended).toBe(0);
});

test('a path longer than a socket’s may be has its socket elsewhere, and the same commands', async () => {
  const folder = join(parent, 'long-'.repeat(20), 'data');
  mkdirSync(join(folder, '..'), { recursive: true });
  await migratedFolder(folder);
  const { program, origin } = await serve(folder);
  const running = await admin(folder, ...key);
  expect((await post(origin, running.output)).status).toBe(200);
  expect(statSync(adminSocket(folder)).mode & 0o777).toBe(0o600);
  program.kill('SIGKILL');
  await program.ended;
  expect((await admin(folder, 'keys')).output.split('\n')).toHaveLength(1);
});

test('what cannot be done is said in one line', async () => {
  const folder = join(parent, 'plain');
  expect(await admin(folder, ...key)).toMatchObject({
    code: 1,
    output: expect.stringMatching(/^There is no data in .* yet\. Start Quorum first: npm start$/),
  });
  await migratedFolder(folder);
  expect(await admin(folder, 'key', '--workspace', 'nowhere')).toEqual({
    code: 1,
    output: 'There is no workspace “nowhere”. There is none yet.',
  });
  const asked = { workspace: 'demo', scopes: ['read'], name: 'crm', id: '' };
  expect(AdminCommand.safeParse({ ...asked, do: 'key' }).success).toBe(true);
  for (const wrong of [undefined, 'explode'])
    expect(AdminCommand.safeParse({ ...asked, do: wrong }).success).toBe(false);
  for (const args of [
    ['key', '--scope', 'everything'],
    ['key', '--nonsense'],
  ])
    expect(await admin(folder, ...args)).toMatchObject({
      code: 1,
      output: expect.stringContaining('npm run -s admin -- key --workspace demo'),
    });
});

test('a restored database starts a new epoch, and a workspace nobody has gets one clear line', async () => {
  const folder = join(parent, 'restored');
  await migratedFolder(folder);
  const first = await openDatabase({ folder });
  const demo = { ws: 'demo', name: 'Demo', epoch: 'one' };
  await first.db.insertInto('workspaces').values(demo).execute();
  await first.close();
  expect(await admin(folder, 'restored', '--workspace', 'demo')).toMatchObject({ code: 0 });
  const second = await openDatabase({ folder });
  const after = await second.db.selectFrom('workspaces').selectAll().executeTakeFirst();
  await second.close();
  expect(after?.epoch).not.toBe(demo.epoch);
  expect(after?.version).toBeGreaterThan(0);
  expect(await admin(folder, 'restored', '--workspace', 'nobodys')).toMatchObject({
    code: 1,
    output: 'There is no workspace “nobodys”.',
  });
});
