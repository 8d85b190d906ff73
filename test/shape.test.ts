// @vitest-environment node
/** Notices what was forgotten: entries missing from a registry, words and rights that must never appear. */
import { existsSync, globSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { sql } from 'kysely';
import ts from 'typescript';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import * as detection from '#lib/model/detection.ts';
import { kindNames, rulesOf } from '#lib/model/kinds.ts';
import type { Mutation } from '#lib/model/mutation.ts';
import { mutations } from '#lib/model/mutations/index.ts';
import { defaultStages } from '#lib/model/records/stage.ts';
import { rowNotes, rowProblems } from '#lib/model/transfer/cells.ts';
import { columns, rowKinds } from '#lib/model/transfer/columns.ts';
import { sentence } from '#lib/model/transfer/sentences.ts';
import * as vocabulary from '#lib/model/vocabulary.ts';
import { extensionId } from '#server/config.ts';
import { demoRecords } from '#server/demo/story.ts';
import { createKey } from '#server/keys.ts';
import { type TestServer, testServer } from '#test/support/server.ts';

const schemaOf = (schema: z.ZodType) => z.toJSONSchema(schema, { unrepresentable: 'any' });
const Shape = z.object({ properties: z.record(z.string(), z.unknown()) });
const fieldsOf = (schema: z.ZodType) => Object.keys(Shape.parse(schemaOf(schema)).properties);

describe('the registry of kinds', () => {
  test('has an entry for each kind of record, and a record for each entry', () => {
    const records = globSync('lib/model/records/*.ts').map((path) => basename(path, '.ts'));
    const files = kindNames.map((kind) =>
      kind.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`),
    );
    expect(files.sort()).toEqual(records.sort());
  });

  test.each(kindNames)('%s has an id, and guards only fields it has', (kind) => {
    const { schema, guarded } = rulesOf(kind);
    const fields = fieldsOf(schema);
    expect(fields).toContain('id');
    for (const field of guarded) expect(fields).toContain(field);
  });

  test('every record of the demo travels in a scope and is found by keys of its own', () => {
    for (const { kind, data } of demoRecords(Date.now())) {
      const { schema, scope, identity, index } = rulesOf(kind);
      expect(schema.parse(data)).toEqual(data);
      expect(scope(data)).toMatch(/^[\w.-]+$/);
      for (const key of [...identity(data), ...index(data)]) expect(key).toMatch(/^[a-z]+:\S/);
    }
  });
});

describe('the registry of mutations', () => {
  const files = import.meta.glob<Record<string, unknown>>('../lib/model/mutations/*.ts', {
    eager: true,
  });
  const isMutation = (value: unknown): value is Mutation =>
    typeof value === 'object' && value !== null && 'run' in value && 'reads' in value;
  const written = Object.values(files).flatMap((file) => Object.values(file).filter(isMutation));

  test('has every mutation there is', () => {
    expect(written.length).toBeGreaterThan(10);
    expect([...new Set(written.map(({ name }) => name))].sort()).toEqual(
      [...mutations.keys()].sort(),
    );
  });

  test.each([...mutations])(
    '[M2] %s has a version, and names only arguments and kinds there are',
    (name, mutation) => {
      expect(name).toMatch(/^[a-z]+\.[a-z][A-Za-z]*@[1-9]\d*$/);
      expect(mutation.name).toBe(name);
      const fields = fieldsOf(mutation.args);
      for (const [argument, kind] of Object.entries(mutation.refs)) {
        expect(fields).toContain(argument);
        expect(kindNames).toContain(kind);
      }
    },
  );
});

describe('the words that never appear', () => {
  const never = /\b(mqls?|mqas?|sqls?|lead (score|source)s?|sourced by|first touch|attribution)\b/;
  const asWords = (text: string) =>
    text
      .replace(/([a-z\d])([A-Z])/g, '$1 $2')
      .replace(/[^A-Za-z\d]+/g, ' ')
      .toLowerCase();
  /** Every key and every text in something, however deep. */
  const texts = (value: unknown): string[] =>
    typeof value === 'string'
      ? [value]
      : typeof value === 'object' && value !== null
        ? Object.entries(value).flatMap(([key, inner]) => [key, ...texts(inner)])
        : [];
  const found = (value: unknown) => texts(value).filter((text) => never.test(asWords(text)));

  let server: TestServer;
  beforeAll(async () => {
    server = await testServer();
  });
  afterAll(() => server.close());

  test('are recognised however they are written', () => {
    for (const text of [
      'MQL',
      'leadScore',
      'lead_source',
      'Sourced by marketing',
      'firstTouch',
      'is-sql',
    ])
      expect(found({ deep: [{ [text]: 1 }] })).toEqual([text]);
    expect(found(['a SQLite file', 'the lead', 'touches', 'first', 'resource'])).toEqual([]);
  });

  const wire = Object.values(
    import.meta.glob<Record<string, unknown>>('../lib/contract/*.ts', { eager: true }),
  );

  test('are in no table and no column of the database', async () => {
    const { rows } = await sql<Record<string, string>>`
      select table_name, column_name from information_schema.columns where table_schema = 'public'`.execute(
      server.db,
    );
    expect(rows.length).toBeGreaterThan(60);
    expect(found(rows)).toEqual([]);
  });

  test('are in no export, and in nothing that an import or a refusal says', async () => {
    const secret = await createKey(server.db, { ws: 'demo', name: 'crm', scopes: ['read'] });
    for (const kind of rowKinds)
      for (const format of ['csv', 'json']) {
        const answer = await server.request(`/v1/export/${kind}?format=${format}`, {
          headers: { authorization: `Bearer ${secret}` },
        });
        const text = await answer.text();
        expect(text.length).toBeGreaterThan(200);
        expect(found(format === 'json' ? JSON.parse(text) : text.split(/[,\r\n]+/))).toEqual([]);
      }
    const said = [...rowProblems, ...rowNotes].map((code) =>
      sentence({ column: 'name', code, value: '' }),
    );
    expect(found([said, columns, demoRecords(Date.now())])).toEqual([]);
  });

  test('are in no schema: records, arguments, detections, the wire, the vocabularies', () => {
    const isSchema = (value: unknown): value is z.ZodType => value instanceof z.ZodType;
    const schemas = [
      ...kindNames.map((kind) => rulesOf(kind).schema),
      ...[...mutations.values()].map(({ args }) => args),
      ...[detection, vocabulary, ...wire].flatMap((file) => Object.values(file)),
    ].filter(isSchema);
    expect(schemas.length).toBeGreaterThan(80);
    for (const schema of schemas) expect(found(schemaOf(schema))).toEqual([]);
    expect(found([[...mutations.keys()], kindNames])).toEqual([]);
  });

  test('are not in the API document, which has every route', async () => {
    const document = await (await server.request('/openapi.json')).json();
    const { paths } = z.object({ paths: z.record(z.string(), z.unknown()) }).parse(document);
    for (const path of ['/v1/push', '/v1/pull', '/v1/lookup', '/v1/me'])
      expect(Object.keys(paths)).toContain(path);
    expect(found(document)).toEqual([]);
  });

  test.each(globSync('public/_locales/*/messages.json'))('are not in %s', (path) => {
    const messages: unknown = JSON.parse(readFileSync(path, 'utf8'));
    expect(texts(messages).length).toBeGreaterThan(100);
    expect(found(messages)).toEqual([]);
  });
});

test('every numbered rule of SYNC.md begins the name of a test, and no test names one that is not there', () => {
  const numbers = (text: string) => text.match(/\[[A-Z]\d+\]/g) ?? [];
  const page = readFileSync('SYNC.md', 'utf8');
  const rules = [...page.matchAll(/^- \*\*(\[[A-Z]\d+\])\*\* /gm)].map(([, rule]) => rule ?? '');
  expect(rules.length).toBeGreaterThan(50);
  expect(rules).toEqual([...new Set(rules)]);
  const named = globSync('test/**/*.test.{ts,tsx}').flatMap((path) =>
    (readFileSync(path, 'utf8').match(/(?<=['"`])(?:\[[A-Z]\d+\] )+/g) ?? []).flatMap(numbers),
  );
  expect(rules.filter((rule) => !named.includes(rule))).toEqual([]);
  // Neither here nor on the page itself.
  expect([...named, ...numbers(page)].filter((rule) => !rules.includes(rule))).toEqual([]);
});

test.each([
  ['role', vocabulary.BuyingRole.options],
  ['team', vocabulary.Team.options],
  ['part', detection.ThreadPerson.shape.part.options],
  ['stage', defaultStages.map(({ id }) => id)],
])('every %s has a word in the catalogue', (prefix, values) => {
  const messages = Object.keys(
    JSON.parse(readFileSync('public/_locales/en/messages.json', 'utf8')),
  );
  expect(messages).toEqual(expect.arrayContaining(values.map((value) => `${prefix}_${value}`)));
});

const built = '.output/chrome-mv3/manifest.json';
describe.skipIf(!existsSync(built))('the built manifest (skipped where nothing is built)', () => {
  const manifest: Record<string, unknown> = existsSync(built)
    ? JSON.parse(readFileSync(built, 'utf8'))
    : {};

  test('asks for no tab, no site and nothing on the page', () => {
    expect(manifest.permissions).not.toContain('tabs');
    expect(JSON.stringify(manifest)).not.toContain('<all_urls>');
    for (const right of [
      'host_permissions',
      'content_scripts',
      'web_accessible_resources',
      'externally_connectable',
      'declarative_net_request',
    ])
      expect(manifest).not.toHaveProperty(right);
  });

  test('asks at installation for what it names here, and for no more', () => {
    expect([...z.array(z.string()).parse(manifest.permissions)].sort()).toEqual([
      'activeTab',
      'alarms',
      'identity',
      'scripting',
      'sidePanel',
      'storage',
      'unlimitedStorage',
    ]);
  });

  test('has the key that gives the extension the id the issuer expects', async () => {
    const key = Buffer.from(z.string().parse(manifest.key), 'base64');
    const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', key)).slice(0, 16);
    const id = Buffer.from(hash)
      .toString('hex')
      .replace(/./g, (digit) => String.fromCharCode(97 + Number.parseInt(digit, 16)));
    expect(id).toBe(extensionId);
  });
});

test('no look says left or right: it has to turn with the language', () => {
  const sided =
    /(?<![\w-])-?(?:(?:(?:scroll-)?[mp][lr]|left|right|border-[lr]|rounded-(?:[tb]?[lr]))(?:-(?:\d|px|full|auto|small|medium|large|[[(])|(?=["' ]))|(?:text|float|clear)-(?:left|right))/;
  const classes = (source: string) =>
    (source.match(/(["'`])(?:(?!\1)[^\n])*\1/g) ?? []).filter((text) => /-/.test(text));
  const files = globSync('{components,entrypoints}/**/*.tsx');
  expect(files.length).toBeGreaterThan(100);
  const found = files.flatMap((path) =>
    classes(readFileSync(path, 'utf8')).filter((text) => sided.test(text)),
  );
  expect(found).toEqual([]);
  for (const text of [
    'flex ml-2',
    '-left-1/2 top-1',
    'border-l flex-1',
    'text-right',
    'rounded-tl-small',
  ])
    expect(text).toMatch(sided);
  for (const text of ['ms-2 pe-1', './left-badge.tsx', 'border-line', 'rounded-large', 'start-0'])
    expect(text).not.toMatch(sided);
});

test('only lib/browser and the entrypoints call the browser’s own API', () => {
  const elsewhere = globSync('{lib,components,server}/**/*.{ts,tsx}').filter(
    (path) => !path.startsWith('lib/browser/'),
  );
  expect(elsewhere.length).toBeGreaterThan(150);
  expect(elsewhere.flatMap((path) => browserCalls(path, readFileSync(path, 'utf8')))).toEqual([]);
  expect(
    browserCalls('x.ts', "import { browser } from 'wxt/browser'; globalThis.chrome.tabs"),
  ).toEqual(['x.ts: wxt/browser', 'x.ts: globalThis.chrome']);
});

/** `browser.…`, `chrome.…` and imports of WXT's wrappers of them; types alone are fine. */
function browserCalls(path: string, source: string): string[] {
  const calls: string[] = [];
  const look = (node: ts.Node): void => {
    if (
      ts.isPropertyAccessExpression(node) &&
      /^((globalThis|self|window)\.)?(browser|chrome)$/.test(node.expression.getText())
    )
      calls.push(`${path}: ${node.expression.getText()}`);
    if (
      ts.isImportDeclaration(node) &&
      !node.importClause?.isTypeOnly &&
      /^['"]wxt\//.test(node.moduleSpecifier.getText())
    )
      calls.push(`${path}: ${node.moduleSpecifier.getText().slice(1, -1)}`);
    ts.forEachChild(node, look);
  };
  look(ts.createSourceFile(path, source, ts.ScriptTarget.Latest, true));
  return calls;
}
