import { t } from '#lib/browser/i18n.ts';
import type { Undoable } from '#lib/panel/undo.ts';

/** What was just done, beside the way back: `Dana Whitfield attached`. */
export const undoLabel = ({ what, name }: Undoable): string => t(`did_${what}`, { name });
