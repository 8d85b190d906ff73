/** The ports by name: apart from the messages, whose shapes are loaded after the first look at the page. */

/** Panel → page: as long as this port is open, the page is followed. */
export const watchPort = 'watch';
/** The same for a page that was read on the user's click alone. */
export const watchAskedPort = 'watch-asked';
/** Panel → background: open while a panel is; when it closes, the worker sends what waits. */
export const panelPort = 'panel';
