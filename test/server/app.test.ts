// @vitest-environment node
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Problem } from '#lib/contract/problem.ts';
import { Health, ServerInfo } from '#lib/contract/sync.ts';
import { bodyLimit } from '#lib/contract/version.ts';
import { extensionId } from '#server/config.ts';
import { practicePeople } from '#server/practice/people.ts';
import { origin, type TestServer, testServer } from '#test/support/server.ts';

let server: TestServer;
beforeAll(async () => {
  server = await testServer();
});
afterAll(() => server.close());

async function problem(answer: Response) {
  expect(answer.headers.get('content-type')).toBe('application/problem+json');
  const body = Problem.parse(await answer.json());
  expect(body.status).toBe(answer.status);
  return body;
}

test('health answers once the app can ask its database', async () => {
  const before = Date.now();
  const answer = await server.request('/health');
  expect(answer.status).toBe(200);
  const { at = '' } = Health.parse(await answer.json());
  expect(Date.parse(at)).toBeGreaterThanOrEqual(before);
  expect(Date.parse(at)).toBeLessThanOrEqual(Date.now());
});

test('a server tells anybody where to sign in, from its address alone', async () => {
  const info = ServerInfo.parse(await (await server.request('/v1/server')).json());
  expect(info).toMatchObject({
    issuer: `${origin}/auth`,
    clientId: 'quorum-extension',
    resource: `${origin}/v1`,
  });
});

test('an unknown address is a 404 as problem details', async () => {
  expect(await problem(await server.request('/nothing/here'))).toMatchObject({
    status: 404,
    code: 'notFound',
  });
});

test('a body that is too large is refused, with and without an honest length', async () => {
  const body = 'x'.repeat(bodyLimit + 1);
  const post = { method: 'POST', headers: { 'content-type': 'application/x-www-form-urlencoded' } };
  expect(await problem(await server.request('/login', { ...post, body }))).toMatchObject({
    status: 413,
    code: 'tooLarge',
  });
  const stream = new Blob([body]).stream();
  const streamed = { ...post, body: stream, duplex: 'half' } as RequestInit;
  expect(await problem(await server.request('/login', streamed))).toMatchObject({ status: 413 });
});

test('an unexpected error is a 500 that tells nothing of the inside', async () => {
  const broken = await testServer();
  broken.app.get('/test/broken', () => {
    throw new Error('password=hunter2 at table users');
  });
  const body = await problem(await broken.request('/test/broken'));
  await broken.close();
  expect(body).toMatchObject({ status: 500, code: 'internal' });
  expect(JSON.stringify(body)).not.toContain('hunter2');
});

test('the extension alone may ask from another origin', async () => {
  const preflight = (from: string) =>
    server.request('/v1/server', {
      method: 'OPTIONS',
      headers: {
        origin: from,
        'access-control-request-method': 'GET',
        'access-control-request-headers': 'authorization,last-event-id',
      },
    });
  const own = await preflight(`chrome-extension://${extensionId}`);
  expect(own.headers.get('access-control-allow-origin')).toBe(`chrome-extension://${extensionId}`);
  expect(own.headers.get('access-control-allow-headers')).toContain('authorization');
  expect(own.headers.get('access-control-allow-credentials')).toBeNull();
  for (const other of [
    'https://evil.example',
    'chrome-extension://aaaabbbbccccddddeeeeffffgggghhhh',
  ])
    expect((await preflight(other)).headers.get('access-control-allow-origin')).toBeNull();
});

test('the API document names its addresses', async () => {
  const document = await (await server.request('/openapi.json')).json();
  expect(document).toMatchObject({ openapi: '3.1.0', servers: [{ url: origin }] });
});

test('a stopping server answers everything with 503 and closes the connection', async () => {
  const stopping = await testServer();
  stopping.beginClosing();
  const answer = await stopping.request('/health');
  expect(answer.headers.get('connection')).toBe('close');
  expect(await problem(answer)).toMatchObject({ status: 503, code: 'shuttingDown' });
  await stopping.close();
});

test('the practice team page links every person, and its data names them all', async () => {
  const page = await (await server.request('/practice')).text();
  const data = jsonLd(page);
  expect(data).toMatchObject({
    '@type': 'Organization',
    name: 'ACME',
    url: 'https://acme.example',
  });
  expect(data.employee).toHaveLength(practicePeople.length);
  for (const { slug } of practicePeople) expect(page).toContain(`href="/practice/${slug}"`);
});

test.each(practicePeople)(
  'the practice page of $name says who that is and where from',
  async (person) => {
    const page = await (await server.request(`/practice/${person.slug}`)).text();
    expect(jsonLd(page)).toMatchObject({
      '@type': 'Person',
      name: person.name,
      jobTitle: person.title,
      email: `mailto:${person.email}`,
      sameAs: [`https://www.linkedin.com/in/${person.linkedin}`],
      worksFor: { '@type': 'Organization', url: 'https://acme.example' },
    });
  },
);

function jsonLd(page: string): Record<string, unknown> {
  const text = /<script type="application\/ld\+json">(.*?)<\/script>/s.exec(page)?.[1] ?? '';
  return JSON.parse(text);
}
