import { readdirSync, readFileSync } from 'node:fs';
import { afterEach, describe, expect, test } from 'vitest';
import { problemText, rejectionText } from '#components/labels.ts';
import { type Locale, localeNames, setLocale } from '#lib/browser/i18n.ts';
import { problemCodes } from '#lib/contract/problem.ts';
import { rejectionCodes } from '#lib/model/mutation.ts';

const lib = new URL('../../lib/', import.meta.url);
const files = readdirSync(lib, { recursive: true, encoding: 'utf8' }).filter((file) =>
  file.endsWith('.ts'),
);
/** Codes of the typed error classes, as their files declare them. */
const classCodes = files.flatMap((file) =>
  [...readFileSync(new URL(file, lib), 'utf8').matchAll(/^\s+readonly code = '(\w+)'/gm)].map(
    ([, code]) => code ?? '',
  ),
);
/** Of two sides that cannot speak with each other, the panel is told which one is to be updated. */
const told = problemCodes.flatMap((code) =>
  code === 'upgradeRequired' ? (['extensionOutdated', 'serverOutdated'] as const) : code,
);
const codes = [...new Set([...told, ...rejectionCodes, ...classCodes, 'storageFull'])];

afterEach(() => setLocale('en'));

test('the classes of errors are found', () => {
  expect(classCodes).toEqual(
    expect.arrayContaining(['unreachable', 'signedOut', 'storageFailed', 'signInCancelled']),
  );
});

describe.each(localeNames)('in %s', (locale: Locale) => {
  test.each(codes)('%s has words of its own for what happened and what is safe', async (code) => {
    await setLocale(locale);
    const said = problemText({ code, message: '' });
    expect(said).not.toBe(problemText({ code: 'nobody knows this one', message: '' }));
    expect(said.split(/[.。？?] ?/).filter(Boolean).length).toBeGreaterThan(1);
  });
  test.each(rejectionCodes)('an edit refused as %s has its reason', async (code) => {
    await setLocale(locale);
    expect(rejectionText({ code, because: '' })).toMatch(/[.。]$/);
  });
});

test('the server’s own sentence is said where it is in the reader’s language, and nowhere else', async () => {
  const refused = { code: 'gone', because: 'The decision was deleted.' };
  expect(rejectionText(refused)).toBe('The decision was deleted.');
  await setLocale('zh_CN');
  expect(rejectionText(refused)).toBe('相关内容已被删除。');
  expect(problemText({ code: 'invalid', message: 'The stage is gone.' })).not.toMatch(/stage/);
});
