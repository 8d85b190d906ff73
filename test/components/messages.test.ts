import { readdirSync, readFileSync } from 'node:fs';
import ts from 'typescript';
import { afterEach, describe, expect, test } from 'vitest';
import { editLabel } from '#components/labels.ts';
import {
  languageTag,
  locale,
  localeNames,
  onLocale,
  preferredLocale,
  setLocale,
  t,
} from '#lib/browser/i18n.ts';
import { mutations } from '#lib/model/mutations/index.ts';

interface Message {
  message: string;
  placeholders?: Record<string, { content: string }>;
}
const catalogue = (name: string): Record<string, Message> =>
  JSON.parse(
    readFileSync(new URL(`../../public/_locales/${name}/messages.json`, import.meta.url), 'utf8'),
  );
const english = catalogue('en');
const named = (text: string) => [...new Set(text.match(/\$[a-z0-9_]+\$/g) ?? [])].sort();

afterEach(() => setLocale('en'));

describe.each(localeNames)('the catalogue %s', (name) => {
  const messages = catalogue(name);
  test('has the same keys as the English one', () => {
    expect(Object.keys(messages).sort()).toEqual(Object.keys(english).sort());
  });
  test('uses the same placeholders in every message and form, and declares them', () => {
    for (const [key, { message, placeholders = {} }] of Object.entries(messages)) {
      const declared = Object.keys(placeholders).map((one) => `$${one}$`);
      expect(named(message), key).toEqual(named(english[key]?.message ?? ''));
      expect([...declared].sort(), key).toEqual(named(message));
      expect(message.trim() === '' && key !== 'comma', key).toBe(false);
    }
  });
  test('has as many forms as the language has plurals', () => {
    const { tag } = { en: { tag: 'en' }, zh_CN: { tag: 'zh-CN' } }[name];
    const forms = new Intl.PluralRules(tag).resolvedOptions().pluralCategories.length;
    for (const [key, { message }] of Object.entries(messages))
      expect([1, forms], key).toContain(message.split(' | ').length);
  });
  test('has no word of the forbidden vocabulary', () => {
    const forbidden =
      /\b(MQL|MQA|SQL|lead score|lead source|sourced by|first touch|attribution)\b/i;
    for (const [key, { message }] of Object.entries(messages))
      expect(message, key).not.toMatch(forbidden);
  });
});

test('the Chinese catalogue has Chinese punctuation, one way of saying “you”, and one sign for what goes on', () => {
  for (const [key, { message }] of Object.entries(catalogue('zh_CN'))) {
    expect(message, key).not.toMatch(/\p{Script=Han}[,:;?!(]|[,:;?!)]\p{Script=Han}/u);
    expect(message, key).not.toMatch(/你|……/);
  }
});

test('every edit that can be made has words of its own', () => {
  expect(mutations.size).toBeGreaterThan(40);
  for (const name of mutations.keys()) expect(editLabel(name), name).not.toBe(t('edit_other'));
});

test('values, plurals and numbers are put in as the language does', async () => {
  expect(t('daysInStage', { count: 1 })).toBe('1 day');
  expect(t('daysInStage', { count: 1056 })).toBe('1,056 days');
  expect(t('decisionsAt', { account: '$figure$ & Co' })).toBe('Decisions at $figure$ & Co');
  await setLocale('zh_CN');
  expect(t('daysInStage', { count: 1 })).toBe('1 天');
  expect(t('decisionsAt', { account: 'ACME' })).toBe('ACME 的决策');
});

test('a right-to-left name is isolated from the sentence around it', () => {
  expect(t('isThis', { name: 'נועה' })).toBe('Is this \u2068נועה\u2069?');
});

test('whoever listens hears of a change of language', async () => {
  const heard: string[] = [];
  const stop = onLocale(() => heard.push(locale()));
  await setLocale('zh_CN');
  stop();
  await setLocale('en');
  expect(heard).toEqual(['zh_CN']);
});

test('the language follows the reader’s wishes in their order', () => {
  expect(preferredLocale(['de-CH', 'zh-TW', 'en'])).toBe('zh_CN');
  expect(preferredLocale(['en-GB', 'zh'])).toBe('en');
  expect(preferredLocale(['de'])).toBe('en');
  expect(languageTag(['de', 'en-GB'])).toBe('en-GB');
  expect(languageTag(['enm'])).toBe('en');
});

describe('no text stands in the code itself', () => {
  const root = new URL('../../', import.meta.url);
  const files = ['components', 'entrypoints', 'lib/panel', 'lib/sync', 'lib/browser'].flatMap(
    (folder) =>
      readdirSync(new URL(folder, root), { recursive: true, encoding: 'utf8' })
        .filter((file) => /\.tsx?$/.test(file))
        .map((file) => `${folder}/${file}`),
  );
  const visible = new Set([
    'aria-label',
    'title',
    'placeholder',
    'alt',
    'label',
    'hint',
    'problem',
    'aria-description',
    'aria-valuetext',
  ]);
  test('there is code to look at', () => {
    expect(files).toContain('components/panel.tsx');
    expect(files).toContain('entrypoints/sidepanel/app.tsx');
    expect(files).toContain('lib/panel/acts.ts');
  });
  test.each(files)('%s', (file) => {
    const text = readFileSync(new URL(file, root), 'utf8');
    expect(literals(text, visible)).toEqual([]);
  });
  test('the check sees literals in text, in attributes and in expressions', () => {
    const sample = '<p title="Hello" className="x">World {busy ? "Yes" : t("no")} · {" "}</p>';
    expect(literals(sample, visible)).toEqual(['Hello', 'World', 'Yes']);
  });
  test('the check sees what is given as props and in objects', () => {
    const sample =
      'const all = { title: "Hello", label: t("no"), id: "x", hint: on ? "Yes" : "" };';
    expect(literals(sample, visible)).toEqual(['Hello', 'Yes']);
  });
});

/** Words that would be seen or heard as they stand: text of elements, of visible attributes, and strings in either's expressions. */
function literals(source: string, visible: ReadonlySet<string>): string[] {
  const found: string[] = [];
  const worded = (text: string) => /\p{L}/u.test(text);
  const strings = (node: ts.Node) => {
    // What is called or compared takes its strings as data: t('key'), part === 'from'.
    if (ts.isCallExpression(node) || ts.isJsxElement(node) || ts.isJsxSelfClosingElement(node))
      return;
    if (ts.isBinaryExpression(node) && /[=<>]/.test(node.operatorToken.getText())) return;
    if (ts.isStringLiteralLike(node) && worded(node.text)) found.push(node.text.trim());
    ts.forEachChild(node, strings);
  };
  const visit = (node: ts.Node) => {
    if (ts.isJsxText(node) && worded(node.text)) found.push(node.text.trim());
    if (ts.isJsxAttribute(node) && visible.has(node.name.getText()) && node.initializer)
      strings(node.initializer);
    if (ts.isPropertyAssignment(node) && visible.has(node.name.getText())) {
      // Here keys of the catalogue and codes stand as well, each one word as code writes them.
      const before = found.length;
      strings(node.initializer);
      const texts = found.splice(before).filter((text) => !/^[a-z]+([A-Z_]\w*)?$/.test(text));
      found.push(...texts);
    }
    if (ts.isJsxExpression(node) && !ts.isJsxAttribute(node.parent) && node.expression)
      strings(node.expression);
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile('x.tsx', source, ts.ScriptTarget.Latest, true, ts.ScriptKind.TSX));
  return found;
}
