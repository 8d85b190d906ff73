/**
 * The first script on a page: idle until a panel connects. Built to `content.js`; the second part of the file's
 * name keeps WXT from treating it as a content script of its own kind, which would speak to the page.
 */

import { browser } from 'wxt/browser';
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { follow } from '#lib/sites/follow.ts';
import { groupOf } from '#lib/sites/groups.ts';
import { world } from '#lib/sites/world.ts';

export default defineUnlistedScript(() => {
  const here = world();
  if (here.listening) return;
  here.listening = true;
  browser.runtime.onConnect.addListener((port) => {
    if (port.name !== 'watch' && port.name !== 'watch-asked') return;
    const leaving = new AbortController();
    port.onDisconnect.addListener(() => leaving.abort());
    port.onMessage.addListener((message: unknown) => {
      if (typeof message !== 'object' || message === null || !('type' in message)) return;
      const group = groupOf(new URL(location.href));
      const report = group && here.readers[group]?.report(document);
      if (message.type === 'reportWanted')
        port.postMessage({ type: 'pageReport', report: report ?? '' });
    });
    follow({
      document,
      signal: leaving.signal,
      asked: port.name === 'watch-asked',
      here,
      // After an update of the extension the old script's calls throw at once: that is a rejection like any other.
      send: async (message) => browser.runtime.sendMessage(message),
    });
  });
});
