// @vitest-environment node
/** Who may send signals, and what the API document says of one. */
import { describe, expect, test } from 'vitest';
import { receiving, sender } from '#test/support/signals.ts';

const { server, automation } = await receiving();

describe('a key', () => {
  test('is needed, must be good and must have the scope', async () => {
    const post = (authorization?: string) =>
      server.request('/v1/signals', {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...(authorization && { authorization }) },
        body: '{"signals": []}',
      });
    expect((await post()).status).toBe(401);
    expect((await post('Bearer qk_made-up')).status).toBe(401);
    const reader = await sender(server, { scopes: ['read'] });
    expect((await post(`Bearer ${reader.secret}`)).status).toBe(403);
    expect((await post(`Bearer ${automation.secret}`)).status).toBe(200);
  });

  test('is stored as a hash alone and ends when revoked', async () => {
    const { secret, post } = await sender(server, { name: 'short' });
    const rows = await server.db.selectFrom('api_keys').selectAll().execute();
    expect(JSON.stringify(rows)).not.toContain(secret);
    const { revokeKey } = await import('#server/keys.ts');
    const id = secret.slice(0, 11);
    expect(await revokeKey(server.db, 'demo', id)).toBe(true);
    expect(await revokeKey(server.db, 'demo', id)).toBe(false);
    expect((await post('{"signals": []}')).status).toBe(401);
  });
});

test('the API document has the shape of a signal, and none of the words that never appear', async () => {
  const text = await (await server.request('/openapi.json')).text();
  expect(text).toContain('/v1/signals');
  expect(text).toContain('"visitor"');
  expect(text).not.toMatch(
    /\bMQL|\bMQA|\bSQL\b|lead.?score|lead.?source|sourced.?by|first.?touch|attribution/i,
  );
});
