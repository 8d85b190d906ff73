// @vitest-environment node
/**
 * No route of the API tells anything of a restricted account to somebody who may not see it: the routes are those of
 * the built document, so that a new one is tried here or the test fails.
 */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { kindNames, rulesOf, workspaceScope } from '#lib/model/kinds.ts';
import { everything, type Sight, sightOf } from '#server/access/sight.ts';
import { createKey } from '#server/keys.ts';
import { writeRecords } from '#server/records.ts';
import { beginning } from '#server/search/place.ts';
import { rowsFrom } from '#server/search/rows.ts';
import type { Write } from '#server/stored.ts';
import { account, contact, versions, type Wire, type Workspace, wire } from './wire.ts';

let net: Wire;
let here: Workspace;
const at = '2026-11-20T09:00:00.000Z';
const on = { accountId: 'zebra-account', opportunityId: 'zebra-deal' };
const company = { id: 'zebra-account', name: 'Zebra Works', domains: ['zebra-works.example'] };
const person = {
  ...{ id: 'zebra-person', accountId: 'zebra-account', name: 'Zebra Quinn', title: 'zebra tamer' },
  ...{ emails: ['quinn@zebra-works.example'], linkedin: 'zebra-quinn' },
};
/** One of each kind that stands at an account; every text in them says whose it is. */
const secrets: Record<string, object> = {
  account: company,
  contact: person,
  opportunity: {
    ...{ id: 'zebra-deal', accountId: 'zebra-account', solutionId: 'talent', stageId: 'qualified' },
    ...{ nextSteps: 'zebra next', notes: 'zebra notes', ownerId: 'ben', amount: 4711 },
  },
  member: {
    ...{ ...on, id: 'zebra-member', contactId: 'zebra-person', status: 'confirmed' },
    roles: ['champion'],
  },
  touch: {
    ...{ id: 'zebra-touch', accountId: 'zebra-account', team: 'sales', channel: 'call', at },
    ...{ title: 'zebra call', contactIds: ['zebra-person'] },
  },
  transition: {
    ...{ ...on, id: 'zebra-move', solutionId: 'talent', to: 'qualified', at, by: 'ana' },
    ...{ before: {}, after: { amount: 4711 }, reason: 'zebra reason' },
  },
  interest: {
    ...{ id: 'zebra-interest', accountId: 'zebra-account', contactId: 'zebra-person' },
    ...{ solutionId: 'talent', level: 'strong', at },
  },
  seatPlan: {
    ...on,
    id: 'zebra-seat',
    seatId: 'zebra-chair',
    note: 'zebra seat',
    assigneeId: 'ben',
  },
  playStep: { ...on, id: 'zebra-step', title: 'zebra step', team: 'sales' },
  note: { ...on, id: 'zebra-note', text: 'Ask Open Otter about the zebra', by: 'ana', at },
  merge: {
    ...{ id: 'zebra-merge', accountId: 'zebra-account', kind: 'contact', keptId: 'zebra-person' },
    ...{ mergedId: 'zebra-twin', moved: {}, by: 'ana', at },
    parts: [{ kind: 'contact', from: { ...person, id: 'zebra-twin' }, to: person }],
  },
  signpost: { id: 'zebra-twin', accountId: 'zebra-account', kind: 'contact', toId: 'zebra-person' },
};

beforeAll(async () => {
  net = await wire();
  here = await net.workspace();
  await here.join('ada', 'admin');
  await here.join('mia', 'marketing');
  const ana = here.client('ana');
  await ana.push(
    account('otter', { domains: ['otter.example'] }),
    contact('open', 'otter', { name: 'Open Otter' }),
  );
  await here.commit(async (tx, version) => {
    const writer = { ws: here.ws, version, client: 'seed', by: 'ana', mutation: 'seed' };
    const writes = Object.entries(secrets).map(([kind, data]): Write => {
      const after = rulesOf(kind as Write['kind']).schema.parse(data);
      return { kind: kind as Write['kind'], id: after.id, before: undefined, after };
    });
    await writeRecords(tx, writes, writer);
  });
  const said = await ask('ada', 'PUT /v1/accounts/{id}/access', {
    path: '/v1/accounts/zebra-account/access',
    body: { restricted: true, users: ['ana'] },
  });
  expect(said).toContain('"restricted":true');
});
afterAll(() => net.close());

interface Ask {
  path: string;
  body?: object;
}

/** What is asked of each route to get at the account, by everything it could be named with. */
const asks: Record<string, Ask[]> = {
  'POST /v1/push': [
    {
      path: '/v1/push',
      body: {
        ...{ ...versions, client: 'thief-client' },
        mutations: [
          ['contact.edit@1', { contactId: 'zebra-person', fields: { title: 'x' } }],
          [
            'contact.create@1',
            {
              accountId: 'otter',
              contact: { ...person, id: 'n', accountId: 'otter', name: 'N', title: 'n' },
            },
          ],
          ['account.merge@1', { keptId: 'otter', mergedId: 'zebra-account', mergeId: 'm' }],
          [
            'account.unmerge@1',
            { keptId: 'zebra-account', mergedId: 'zebra-twin', mergeId: 'zebra-merge' },
          ],
        ].map(([name, args], index) => ({
          ...{ id: index + 1, nonce: `thief-nonce-${index}`, name, args, base: 0, at },
        })),
      },
    },
  ],
  'POST /v1/pull': [0, 1].map((cursor) => ({
    path: '/v1/pull',
    body: {
      ...{ ...versions, client: 'thief-puller', epoch: null, after: 0 },
      scopes: { [workspaceScope]: 0, otter: 0, 'zebra-account': cursor },
      filling: { scopes: ['zebra-account'], touchesSince: '2030-01-01T00:00:00.000Z' },
    },
  })),
  'POST /v1/lookup': [
    {
      path: '/v1/lookup',
      body: {
        keys: [
          ...['domain:zebra-works.example', 'email:quinn@zebra-works.example'],
          ...['linkedin:in:zebra-quinn', 'name:zebra works', 'name:zebra'],
        ],
      },
    },
  ],
  'GET /v1/me': [{ path: '/v1/me' }],
  'GET /v1/search': ['zebra', 'quinn', 'talent zebra'].map((q) => ({ path: `/v1/search?q=${q}` })),
  'GET /v1/mine': [{ path: '/v1/mine' }],
  'GET /v1/history': [
    ...Object.entries(secrets).map(([kind, record]) => ({
      path: `/v1/history?kind=${kind}&id=${(record as { id: string }).id}`,
    })),
    { path: '/v1/history?kind=opportunity&id=zebra-deal&around=true' },
  ],
  'GET /v1/accounts/{id}/access': [{ path: '/v1/accounts/zebra-account/access' }],
  'PUT /v1/accounts/{id}/access': [
    { path: '/v1/accounts/zebra-account/access', body: { restricted: false, users: [] } },
  ],
  'POST /v1/signals': [
    {
      path: '/v1/signals',
      body: { signals: [{ id: 's', at, channel: 'web', person: { email: person.emails[0] } }] },
    },
  ],
  'GET /v1/accounts': [{ path: '/v1/accounts?domain=zebra-works.example' }],
  'GET /v1/opportunities': [
    { path: '/v1/opportunities?account=zebra-account' },
    { path: '/v1/opportunities?account=otter' },
  ],
  'GET /v1/accounts/{id}/journey': [
    { path: '/v1/accounts/zebra-account/journey' },
    { path: '/v1/accounts/otter/journey?opportunity=zebra-deal' },
  ],
  'GET /v1/accounts/{id}/like': [
    { path: '/v1/accounts/zebra-account/like' },
    { path: '/v1/accounts/otter/like' },
  ],
  'GET /v1/figures': [{ path: '/v1/figures' }, { path: '/v1/figures?account=zebra-account' }],
  'GET /v1/contacts/{id}/export': [
    { path: '/v1/contacts/zebra-person/export' },
    { path: '/v1/contacts/open/export' },
  ],
  'DELETE /v1/contacts/{id}': [{ path: '/v1/contacts/zebra-person' }],
  'GET /v1/assets': [{ path: '/v1/assets' }],
  'PUT /v1/assets/{id}': [
    { path: '/v1/assets/a', body: { name: 'a', keys: ['a'], solutions: [] } },
  ],
  'DELETE /v1/assets/{id}': [{ path: '/v1/assets/a' }],
  'POST /v1/import': [
    {
      kind: 'accounts',
      values: { name: 'Other', domains: 'zebra-works.example' },
    },
    { kind: 'accounts', values: { id: 'zebra-account', name: 'Zebra Works' } },
    { kind: 'contacts', values: { id: 'zebra-person', name: 'Q', account: 'Otter' } },
    { kind: 'contacts', values: { name: 'Q', linkedin: 'zebra-quinn', account: 'Otter' } },
    { kind: 'contacts', values: { name: 'Q', emails: 'new@zebra-works.example' } },
    {
      kind: 'opportunities',
      values: { id: 'zebra-deal', solution: 'Talent', domain: 'otter.example' },
    },
    { kind: 'members', values: { opportunityId: 'zebra-deal', contactId: 'zebra-person' } },
  ].map(({ kind, values }) => ({
    path: '/v1/import',
    body: { kind, dryRun: true, rows: [{ values }] },
  })),
  'GET /v1/export/{kind}': ['accounts', 'contacts', 'opportunities', 'members'].map((kind) => ({
    path: `/v1/export/${kind}?format=json`,
  })),
};

/** The answer without what was asked with: a refusal may say back what it refuses. */
async function ask(user: string, route: string, { path, body }: Ask): Promise<string> {
  const answer = await net.server.request(path, {
    method: route.split(' ')[0] ?? 'GET',
    headers: {
      authorization: `Bearer ${await net.issuer.token(here.subject(user))}`,
      'content-type': 'application/json',
    },
    ...(body && { body: JSON.stringify(body) }),
  });
  const text = await answer.text();
  if (answer.status >= 500) expect.fail(`${path}: ${text}`);
  const sent = [...decodeURIComponent(path).split(/[/?&=]/), ...stringsIn(body)];
  return sent
    .filter((part) => /zebra/i.test(part))
    .sort((a, b) => b.length - a.length)
    .reduce((rest, part) => rest.replaceAll(part, '…'), text);
}

const stringsIn = (value: unknown): string[] =>
  typeof value === 'string'
    ? [value]
    : typeof value === 'object' && value !== null
      ? Object.entries(value).flatMap(([key, inner]) => [key, ...stringsIn(inner)])
      : [];

const telling = /zebra|quinn|4711/i;

test('[A1] every route of the API is tried here, and every kind of record', async () => {
  const { paths } = (await (await net.server.request('/openapi.json')).json()) as {
    paths: Record<string, object>;
  };
  const built = Object.entries(paths).flatMap(([path, methods]) =>
    Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`),
  );
  expect(Object.keys(asks).sort()).toEqual(built.sort());
  const mounted = net.server.app.routes.flatMap(({ method, path }) =>
    path.startsWith('/v1/') && method !== 'ALL'
      ? [`${method} ${path.replace(/:(\w+)/g, '{$1}')}`]
      : [],
  );
  // The stream of pokes carries the workspace's version alone, the other where to sign in.
  const undocumented = [...new Set(mounted)].filter((route) => !built.includes(route));
  expect(undocumented).toEqual(['GET /v1/server', 'GET /v1/events']);
  const atAccounts = kindNames.filter((kind) => {
    const { accountId, id } = (secrets[kind] ?? {}) as { accountId?: string; id?: string };
    return (accountId ?? id) !== undefined;
  });
  expect(Object.keys(secrets).sort()).toEqual(atAccounts.sort());
  const workspaces = ['asset', 'exclusion', 'pack', 'solution', 'stage', 'user'];
  expect([...atAccounts, ...workspaces].sort()).toEqual([...kindNames].sort());
});

test.each(Object.keys(asks))(
  '[A1] %s tells nothing of an account that is closed to the asker',
  async (route) => {
    const seen: string[] = [];
    for (const one of asks[route] ?? []) {
      for (const user of ['ben', 'mia']) {
        const told = await ask(user, route, one);
        expect(told, `${user} asked ${one.path}`).not.toMatch(telling);
      }
      if (route.startsWith('GET ')) seen.push(await ask('ada', route, one));
    }
    // What could be read is read by an admin: the test is not blind.
    const reads = /search|history|accounts|opportunities|figures|export/;
    if (route.startsWith('GET ') && reads.test(route) && !/\/(access|like)$/.test(route))
      expect(seen.join('\n')).toMatch(telling);
  },
);

test('[A1] an erasure of somebody at a closed account finds nobody, and takes nobody away', async () => {
  expect(await here.record('contact', 'zebra-person')).toMatchObject({ name: 'Zebra Quinn' });
});

test('[A1] a search does not even pass over what is closed, so that no cursor tells of it', async () => {
  const at = beginning('zebra');
  const of = (sight: Sight) => rowsFrom(net.db, sight, at).then(({ rows }) => rows.length);
  const ben = await sightOf(net.db, { ws: here.ws, userId: 'ben', team: 'sales' });
  expect(await of(ben)).toBe(0);
  expect(await of(everything(here.ws))).toBeGreaterThan(0);
});

test('[A1] [A8] an API key, which an admin made, reads and exports everything', async () => {
  const secret = await createKey(net.db, { ws: here.ws, name: 'crm', scopes: ['read'] });
  const read = async (path: string) =>
    (await net.server.request(path, { headers: { authorization: `Bearer ${secret}` } })).text();
  expect(await read('/v1/accounts?domain=zebra-works.example')).toContain('Zebra Works');
  expect(await read('/v1/export/contacts?format=json')).toContain('Zebra Quinn');
});
