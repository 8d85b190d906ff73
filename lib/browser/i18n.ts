/**
 * Every text a person sees, by key, in the language chosen at run time. The catalogues are Chrome's own
 * `_locales`, so the manifest and the panel speak from one file; a message's placeholders type its values.
 */
import en from '../../public/_locales/en/messages.json';

export type MessageKey = keyof typeof en;
type Values<K extends MessageKey> = (typeof en)[K] extends { placeholders: infer Names }
  ? [values: { [N in keyof Names]: string | number }]
  : [];
type Catalogue = Partial<Record<MessageKey, { message: string }>>;

/** The registry of languages: adding one is an entry here and a folder in `public/_locales`. */
export const locales = {
  en: { name: 'English', tag: 'en', load: async (): Promise<Catalogue> => en },
  zh_CN: {
    name: '简体中文',
    tag: 'zh-CN',
    load: async (): Promise<Catalogue> =>
      (await import('../../public/_locales/zh_CN/messages.json')).default,
  },
} as const;
export type Locale = keyof typeof locales;
export const localeNames = Object.keys(locales) as Locale[];

let current: { locale: Locale; messages: Catalogue } = { locale: 'en', messages: en };
const listeners = new Set<() => void>();

/** The language in use. */
export const locale = (): Locale => current.locale;

/** Calls back after each change of language; returns the way to stop. */
export function onLocale(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Switches the language; resolves when its catalogue is loaded. */
export async function setLocale(next: Locale): Promise<void> {
  const messages = await locales[next].load();
  current = { locale: next, messages };
  for (const listener of listeners) listener();
}

/** The best of our languages for somebody who reads these, most wanted first (`zh-TW` reads `zh_CN` rather than English). */
export function preferredLocale(wanted: readonly string[] = navigator.languages): Locale {
  const language = (tag: string) => tag.split('-')[0];
  for (const tag of wanted) {
    const found = localeNames.find((name) => language(locales[name].tag) === language(tag));
    if (found) return found;
  }
  return 'en';
}

/** The tag for `Intl`: the user's own regional variant where it is the same language (`en-GB` for `en`). */
export function languageTag(wanted: readonly string[] = navigator.languages): string {
  const { tag } = locales[current.locale];
  const primary = tag.split('-')[0] ?? tag;
  return wanted.find((own) => own === primary || own.startsWith(`${primary}-`)) ?? tag;
}

/**
 * The text of a message. Forms of a plural stand in one message as `one | other`, in the order of the
 * language's plural categories, and are chosen by the value `count`. Numbers are written as the language does.
 */
export function t<K extends MessageKey>(key: K, ...[values]: Values<K>): string {
  const message = current.messages[key]?.message ?? en[key].message;
  const given = (values ?? {}) as Record<string, string | number>;
  const form = typeof given.count === 'number' ? plural(message, given.count) : message;
  return form.replace(/\$([a-z0-9_]+)\$/g, (whole, name: string) => {
    const value = given[name];
    if (value === undefined) return whole;
    return typeof value === 'number' ? value.toLocaleString(languageTag()) : isolated(value);
  });
}

function plural(message: string, count: number): string {
  const forms = message.split(' | ');
  if (forms.length === 1) return message;
  const rules = new Intl.PluralRules(locales[current.locale].tag);
  const at = rules.resolvedOptions().pluralCategories.indexOf(rules.select(count));
  return forms[at] ?? forms.at(-1) ?? message;
}

/** A right-to-left name keeps the sentence around it in order only when isolated from it. */
function isolated(text: string): string {
  return /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/.test(text) ? `\u2068${text}\u2069` : text;
}
