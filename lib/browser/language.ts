/** The language the user chose, in use from the start and after each change, in whichever page it was made. */
import { type Locale, localeNames, preferredLocale, setLocale } from './i18n.ts';
import { languageSetting } from './settings.ts';

/** What a choice comes to here; one of a version that had more languages follows the browser. */
export const chosenLocale = (choice: Locale | 'auto'): Locale =>
  localeNames.find((name) => name === choice) ?? preferredLocale();

/** Resolves when the language is in use, and goes on following the choice. A catalogue that cannot be loaded leaves the one before. */
export async function followLanguage(): Promise<void> {
  const use = (choice: Locale | 'auto') => setLocale(chosenLocale(choice)).catch(() => {});
  languageSetting.watch((choice) => void use(choice));
  await use(await languageSetting.getValue());
}
