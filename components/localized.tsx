import { type ReactNode, useEffect, useSyncExternalStore } from 'react';
import { languageTag, locale, onLocale } from '#lib/browser/i18n.ts';

/** The language in use. Whatever React would not draw anew by itself, as with `memo`, calls this so that its words change too. */
export const useLocale = () => useSyncExternalStore(onLocale, locale);

/**
 * What stands inside is drawn anew when the language changes, with all that was opened and typed in it; the document
 * says which language it is in.
 */
export function Localized({ children }: { children: () => ReactNode }) {
  const chosen = useLocale();
  useEffect(() => {
    if (chosen) document.documentElement.lang = languageTag();
  }, [chosen]);
  return children();
}
