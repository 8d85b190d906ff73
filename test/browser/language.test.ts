import { afterEach, beforeEach, expect, test } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { type Locale, locale, setLocale } from '#lib/browser/i18n.ts';
import { chosenLocale, followLanguage } from '#lib/browser/language.ts';
import { languageSetting } from '#lib/browser/settings.ts';

beforeEach(() => fakeBrowser.reset());
afterEach(() => setLocale('en'));

test('the language chosen earlier is in use from the start, and a change at once', async () => {
  await languageSetting.setValue('zh_CN');
  await followLanguage();
  expect(locale()).toBe('zh_CN');
  await languageSetting.setValue('en');
  await expect.poll(() => locale()).toBe('en');
});

test('a language that this version does not have follows the browser', () => {
  expect(chosenLocale('tlh' as Locale)).toBe(chosenLocale('auto'));
  expect(chosenLocale('zh_CN')).toBe('zh_CN');
});
