import { Fragment, type ReactNode, useEffect, useSyncExternalStore } from 'react';
import { languageTag, locale, onLocale } from '#lib/browser/i18n.ts';

/** What stands inside is drawn anew when the language changes; the document says which language it is in. */
export function Localized({ children }: { children: ReactNode }) {
  const chosen = useSyncExternalStore(onLocale, locale);
  useEffect(() => {
    if (chosen) document.documentElement.lang = languageTag();
  }, [chosen]);
  return <Fragment key={chosen}>{children}</Fragment>;
}
