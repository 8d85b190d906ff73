/** Ways in mail services. */
import type { Ways } from '../look.ts';

export const mail = {} satisfies Ways;
