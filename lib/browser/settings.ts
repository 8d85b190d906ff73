/** What the user decided, kept in this browser: one stored item for each thing. */

import type { Locale } from './i18n.ts';
import { stored } from './stored.ts';

/** The server of a fresh installation: the one `npm start` runs. */
export const defaultServer = 'http://127.0.0.1:8787';

export const serverSetting = stored<string>('local:server', defaultServer);

/** When the user agreed to what the first page says (ISO 8601). Nothing is read before. */
export const consentSetting = stored<string | null>('local:consent', null);

/** The language to speak; `auto` follows the browser. */
export const languageSetting = stored<Locale | 'auto'>('local:language', 'auto');

/** Whether keys of a single sign do something in the panel; whoever speaks to the computer may not want them. */
export const singleKeysSetting = stored<boolean>('local:singleKeys', true);

/** The kinds of acts that were used last in the palette, latest first: never with whom. */
export const usedActsSetting = stored<string[]>('local:usedActs', []);

/** Whether the toolbar icon tells of the page in front: then it is read while the panel is closed as well. */
export const badgeSetting = stored<boolean>('local:badge', false);

/** What the tour asks for, one after another; `end` only says goodbye. */
export type TourStep = 'person' | 'attach' | 'undo' | 'decision' | 'call' | 'find' | 'end';

/** Where the first run stands after consent: the sites to choose, or a step of the tour; `null` when it is over. */
export const tourSetting = stored<'sites' | TourStep | null>('local:tour', null);
