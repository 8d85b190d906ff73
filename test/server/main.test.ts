// @vitest-environment node

import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { Agent, request as httpRequest, type IncomingMessage } from 'node:http';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { z } from 'zod';
import { readConfig } from '#server/config.ts';
import { createLogger } from '#server/log.ts';
import { startServer } from '#server/serve.ts';
import { startErrorLine } from '#server/start-error.ts';
import { migratedFolder } from '#test/support/folder.ts';
import { type Program, run } from '#test/support/process.ts';
import { signIn } from '#test/support/sign-in.ts';

const main = resolve('server/main.ts');
let folder: string;
const started: Program[] = [];
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'quorum-main-'));
  await migratedFolder(join(folder, 'data'));
});
afterEach(async () => {
  for (const program of started.splice(0)) {
    program.kill('SIGKILL');
    await program.ended;
  }
  rmSync(folder, { recursive: true, force: true });
});

const usual = () => ({ PORT: '0', QUORUM_DATA: join(folder, 'data') });
function start(env: Record<string, string> = {}): Program {
  const program = run(main, [], { env: { ...usual(), ...env } });
  started.push(program);
  return program;
}
/** Why a server with these settings would not start, without the seconds that a process takes. */
async function whyNot(env: Record<string, string>): Promise<string> {
  try {
    const config = readConfig(env);
    return await startServer(config, createLogger('silent')).then(
      (server) => server.stop().then(() => 'It started.'),
      (error: unknown) => startErrorLine(error, config) ?? String(error),
    );
  } catch (error) {
    return (error as Error).message;
  }
}
const originOf = async (program: Program) => (await program.says(/"origin":"([^"]+)"/))[1] ?? '';

test('it answers when ready, ends at SIGTERM with 0, and finds its data again, also after it was killed outright', async () => {
  const first = start({ QUORUM_DEMO: '1' });
  const answer = await fetch(`${await originOf(first)}/health`);
  expect(z.object({ status: z.literal('ok') }).parse(await answer.json())).toBeTruthy();
  first.kill('SIGTERM');
  expect(await first.ended).toBe(0);

  const second = start({ QUORUM_DEMO: '1' });
  await originOf(second);
  second.kill('SIGKILL');
  await second.ended;

  const third = start({ QUORUM_DEMO: '1' });
  expect((await fetch(`${await originOf(third)}/health`)).status).toBe(200);
  third.kill('SIGINT');
  expect(await third.ended).toBe(0);
});

test('a request under way is finished before it ends, and nothing new is taken', async () => {
  const program = start();
  const origin = await originOf(program);
  const slow = httpRequest(`${origin}/login`, {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded', 'content-length': '7' },
  });
  const status = new Promise((done) => slow.on('response', ({ statusCode }) => done(statusCode)));
  slow.write('email');
  await fetch(`${origin}/health`); // by now the slow one has arrived as well
  program.kill('SIGTERM');
  await expect.poll(() => fetch(`${origin}/health`).catch(() => 'refused')).toBe('refused');
  slow.end('=x');
  expect(await status).toBe(200);
  expect(await program.ended).toBe(0);
});

test('a live stream ends at once when it stops, and nothing has to be cut', async () => {
  const program = start({ QUORUM_DEMO: '1' });
  const origin = await originOf(program);
  const request = (path: string, init?: RequestInit) => fetch(`${origin}${path}`, init);
  const { access_token } = await signIn({ request, origin }, 'ana@northwind.example');
  // Node's own fetch gives up a connection early; this agent holds it as browsers do.
  const agent = new Agent({ keepAlive: true });
  const headers = { authorization: `Bearer ${access_token}` };
  const [stream] = (await once(
    httpRequest(`${origin}/v1/events`, { agent, headers }).end(),
    'response',
  )) as [IncomingMessage];
  expect(String((await once(stream, 'data'))[0])).toContain('event: poke');
  await once(connect(Number(new URL(origin).port), '127.0.0.1'), 'connect'); // as browsers do, ahead of need

  program.kill('SIGTERM');
  await once(stream.resume(), 'end');
  expect(await program.ended).toBe(0);
  agent.destroy();
  expect(program.output()).not.toContain('cutting connections');
});

test('a port in use, a folder in use and one that is none each get one clear line', async () => {
  const first = start();
  const port = new URL(await originOf(first)).port;
  const file = join(folder, 'file');
  writeFileSync(file, '');
  const garbled = join(folder, 'garbled');
  mkdirSync(garbled);
  writeFileSync(join(garbled, 'lock'), 'no lock at all, but long enough to be read as a header');
  const cases: [Record<string, string>, string][] = [
    [{ PORT: port, QUORUM_DATA: join(folder, 'other') }, `Port ${port} on 127.0.0.1 is in use`],
    [{}, 'is in use by another server'],
    [{ QUORUM_DATA: file }, 'is not a folder'],
    [{ QUORUM_DATA: garbled }, 'cannot be used: file is not a database'],
    [{ PORT: 'many' }, 'PORT: must be a port number'],
    [{ PUBLIC_URL: 'quorum' }, 'PUBLIC_URL: must be an http(s) address'],
    [{ DATABASE_URL: 'postgres://127.0.0.1:1/none' }, 'The PostgreSQL server of DATABASE_URL'],
  ];
  for (const [env, line] of cases) {
    const said = await whyNot({ ...usual(), ...env });
    expect(said).toContain(line);
    expect(said).not.toContain('\n');
  }
  for (const [env, line] of [cases[0], cases[4]] as typeof cases) {
    const failing = start(env);
    expect(await failing.ended, line).toBe(1);
    expect(failing.output()).toMatch(/^Quorum did not start\. [^\n]+\n$/);
    expect(failing.output()).toContain(line);
  }
  expect((await fetch(`${await originOf(first)}/health`)).status).toBe(200);
});

test('no token, cookie, query or body reaches the log', async () => {
  const program = start({ LOG_LEVEL: 'debug' });
  const origin = await originOf(program);
  await fetch(`${origin}/v1/me?code=secret-query`, {
    headers: { authorization: 'Bearer secret-token', cookie: 'quorum=secret-cookie' },
  });
  await fetch(`${origin}/login`, {
    method: 'POST',
    body: new URLSearchParams({ email: 'a@b.example', password: 'secret-word', query: 'sig=x' }),
  });
  await program.says(/"path":"\/login"/);
  expect(program.output()).not.toContain('secret');
});
