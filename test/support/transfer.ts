/** A server into which lists are imported and from which they are exported, and what is on record there. */
import { afterAll } from 'vitest';
import { ImportAnswer } from '#lib/contract/transfer.ts';
import type { Kind, Records } from '#lib/model/kinds.ts';
import type { Values } from '#lib/model/transfer/cells.ts';
import type { RowKind } from '#lib/model/transfer/columns.ts';
import { createKey } from '#server/keys.ts';
import { testIssuer } from './issuer.ts';
import { testServer } from './server.ts';

/** Until the test's file ends. Unless another is named, what is asked is asked with a key of the demo workspace. */
export async function transferring() {
  const now = new Date('2026-11-22T12:00:00.000Z');
  const issuer = await testIssuer();
  const server = await testServer({ auth: issuer.auth, now: () => now });
  afterAll(() => server.close());
  const key = await createKey(server.db, { ws: 'demo', name: 'crm', scopes: ['import', 'read'] });
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

  return { server, now, key, bearer, post, send, one, record, version, exported, tokenOf };
}
