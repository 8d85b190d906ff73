import { t } from '#lib/browser/i18n.ts';

/** The panel's own keys, with what each does. */
export const panelKeys = (): { key: string; does: string }[] => [
  { key: '/', does: t('findPlaceholder') },
  { key: 'Ctrl K · ⌘ K', does: t('palette') },
  { key: 'Ctrl Z · ⌘ Z', does: t('undo') },
  { key: 'Esc', does: t('back') },
  { key: '?', does: t('shortcuts') },
];
