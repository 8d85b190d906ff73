/** Another system that sends signals to a test's server, and what is on record after that. */
import { afterAll } from 'vitest';
import { SignalsAnswer } from '#lib/contract/signals.ts';
import type { Kind, Records } from '#lib/model/kinds.ts';
import { createKey, type KeyScope } from '#server/keys.ts';
import { testIssuer } from './issuer.ts';
import { type TestServer, testServer } from './server.ts';

export async function sender(
  server: TestServer,
  { name = 'automation', scopes = ['signals'] as KeyScope[], ws = 'demo' } = {},
) {
  const secret = await createKey(server.db, { ws, name, scopes });
  const post = (body: string, type = 'application/json') =>
    server.request('/v1/signals', {
      method: 'POST',
      headers: { authorization: `Bearer ${secret}`, 'content-type': type },
      body,
    });
  return {
    secret,
    post,
    /** The answers, one for each signal. */
    async send(...signals: unknown[]) {
      const answer = await post(JSON.stringify({ signals }));
      if (answer.status !== 200) throw new Error(await answer.text());
      return SignalsAnswer.parse(await answer.json()).results;
    },
    /** The answer to one signal. */
    async tell(signal: object) {
      const [result] = await this.send(signal);
      if (!result) throw new Error('no answer');
      return result;
    },
    put: (path: string, body: object) =>
      server.request(path, {
        method: 'PUT',
        headers: { authorization: `Bearer ${secret}`, 'content-type': 'application/json' },
        body: JSON.stringify(body),
      }),
    remove: (path: string) =>
      server.request(path, { method: 'DELETE', headers: { authorization: `Bearer ${secret}` } }),
    get: (path: string) => server.request(path, { headers: { authorization: `Bearer ${secret}` } }),
  };
}

/** The records of one kind as they are stored now. */
export async function stored<K extends Kind>(server: TestServer, kind: K): Promise<Records[K][]> {
  const rows = await server.db
    .selectFrom('records')
    .select('data')
    .where('kind', '=', kind)
    .where('deleted_at', 'is', null)
    .orderBy('id')
    .execute();
  return rows.map(({ data }) => data as unknown as Records[K]);
}

/** A server with a system that sends to it, until the test's file ends; `signal` makes one after another, all of one day. */
export async function receiving() {
  const at = '2026-11-20T09:00:00Z';
  const now = new Date('2026-11-22T12:00:00.000Z');
  const server = await testServer({ auth: (await testIssuer()).auth, now: () => now });
  afterAll(() => server.close());
  const kinds = ['touch', 'member', 'opportunity', 'contact', 'account', 'interest'] as const;
  let count = 0;
  return {
    server,
    automation: await sender(server),
    now,
    signal: (over: object = {}) => ({
      ...{ id: `s${++count}`, at, channel: 'content', solutions: ['Talent Management'] },
      title: 'White paper: The recruiting playbook',
      ...over,
    }),
    everything: () => Promise.all(kinds.map((kind) => stored(server, kind))),
    touchOf: async (title: string) =>
      (await stored(server, 'touch')).find((touch) => touch.title === title),
  };
}
