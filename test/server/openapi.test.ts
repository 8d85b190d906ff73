// @vitest-environment node
/** The API document, held against the server that it speaks of. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { testIssuer } from '#test/support/issuer.ts';
import { type TestServer, testServer } from '#test/support/server.ts';
import { sender } from '#test/support/signals.ts';

const Content = z.record(z.string(), z.object({ schema: z.record(z.string(), z.unknown()) }));
const Operation = z.object({
  summary: z.string().min(10),
  security: z.array(z.partialRecord(z.enum(['key', 'user']), z.array(z.string()))).min(1),
  parameters: z.array(z.object({ name: z.string(), in: z.enum(['path', 'query']) })).default([]),
  requestBody: z.object({ content: Content, required: z.literal(true) }).optional(),
  responses: z.record(z.string(), z.object({ content: Content.optional() })),
});
const Document = z.object({
  components: z.object({ securitySchemes: z.record(z.string(), z.object({ type: z.string() })) }),
  paths: z.record(z.string(), z.partialRecord(z.enum(['get', 'post', 'put', 'delete']), Operation)),
});

let server: TestServer;
let reader: Awaited<ReturnType<typeof sender>>;
let paths: z.infer<typeof Document>['paths'];
let token: string;
beforeAll(async () => {
  const { auth, ...issuer } = await testIssuer();
  server = await testServer({ auth });
  reader = await sender(server, { scopes: ['signals', 'read', 'import'] });
  token = await issuer.token('ada', { email: 'ada@northwind.example', email_verified: true });
  const document = await (await server.request('/openapi.json')).json();
  paths = Document.parse(document).paths;
});
afterAll(() => server.close());

const operations = () =>
  Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ path, method, operation })),
  );

test('every operation says what it needs, what it answers, and every part of its path', () => {
  expect(operations().length).toBeGreaterThan(20);
  for (const { path, operation } of operations()) {
    const { parameters, responses } = operation;
    const named = parameters.flatMap((one) => (one.in === 'path' ? [one.name] : []));
    expect(named.sort()).toEqual((path.match(/(?<=\{)\w+(?=\})/g) ?? []).sort());
    expect(responses.default?.content).toHaveProperty('application/problem+json');
    expect(Object.keys(responses).filter((code) => /^2/.test(code))).toHaveLength(1);
  }
});

test('whatever needs a key or a user refuses whoever has neither, as it says', async () => {
  for (const { path, method, operation } of operations()) {
    const asked = path.replaceAll(/\{\w+\}/g, 'acme').replace('export/acme', 'export/accounts');
    const send = (authorization?: string) =>
      server.request(asked, {
        method: method.toUpperCase(),
        headers: { 'content-type': 'application/json', ...(authorization && { authorization }) },
        ...(operation.requestBody && { body: '{}' }),
      });
    expect([path, (await send()).status]).toEqual([path, 401]);
    const takes = (what: 'key' | 'user') => operation.security.some((one) => what in one);
    const refused = async (secret: string) => [401].includes((await send(secret)).status);
    expect([path, 'key', await refused(`Bearer ${reader.secret}`)]).toEqual([
      path,
      'key',
      !takes('key'),
    ]);
    if (method !== 'delete')
      expect([path, 'user', await refused(`Bearer ${token}`)]).toEqual([
        path,
        'user',
        !takes('user'),
      ]);
  }
});

test.each([
  ['/v1/accounts', '/v1/accounts?domain=acme.example'],
  ['/v1/opportunities', '/v1/opportunities?account=acme'],
  ['/v1/accounts/{id}/journey', '/v1/accounts/acme/journey?limit=200'],
  ['/v1/accounts/{id}/journey', '/v1/accounts/acme/journey?opportunity=acme-talent&order=desc'],
  ['/v1/figures', '/v1/figures?from=2026-01-01'],
  ['/v1/contacts/{id}/export', '/v1/contacts/nadia-kessler/export'],
  ['/v1/assets', '/v1/assets'],
  ['/v1/export/{kind}', '/v1/export/opportunities?format=json'],
])('%s answers as it says: %s', async (path, asked) => {
  const said = paths[path]?.get?.responses['200']?.content?.['application/json']?.schema;
  const answer = await reader.get(asked);
  expect(answer.status).toBe(200);
  const parsed = z.fromJSONSchema(said as never).safeParse(await answer.json());
  expect(parsed.error?.issues ?? []).toEqual([]);
});

test('POST /v1/signals takes what it says, and refuses what it does not', async () => {
  const { requestBody, responses } = paths['/v1/signals']?.post ?? {};
  const Request = z.fromJSONSchema(requestBody?.content['application/json']?.schema as never);
  const Answer = z.fromJSONSchema(
    responses?.['200']?.content?.['application/json']?.schema as never,
  );
  const one = { id: 'd1', at: '2026-11-20T09:00:00Z', channel: 'web', title: 'Visit' };
  const cases = [
    [{ ...one, person: { email: 'dana@acme.example' }, solutions: ['Learning'] }, true],
    [{ ...one, id: 'd2', at: '2026-11-20', account: { domain: 'acme.example', name: 'A' } }, true],
    [{ ...one, id: 'd3', person: { linkedin: 'https://www.linkedin.com/in/dana/' } }, true],
    [{ ...one, id: 'd4', at: 'soon' }, false],
    [{ ...one, id: 'd5', channel: 'smoke' }, false],
    [{ ...one, id: 'd6', title: 'x'.repeat(100_001) }, false],
  ] as const;
  const answer = await reader.send(...cases.map(([signal]) => signal));
  expect(Answer.safeParse({ results: answer }).success).toBe(true);
  for (const [at, [signal, fits]] of cases.entries()) {
    expect([signal.id, Request.safeParse({ signals: [signal] }).success]).toEqual([
      signal.id,
      fits,
    ]);
    expect([signal.id, answer[at]?.status !== 'rejected']).toEqual([signal.id, fits]);
  }
});
