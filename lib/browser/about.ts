/** What this installation is, without a word about who uses it. */
import { browser } from 'wxt/browser';

export interface About {
  extension: string;
  browser: string;
  /** Bytes; absent where the browser does not tell. */
  storage: { used?: number; quota?: number; persistent: boolean };
}

export async function about(navigator: Navigator = globalThis.navigator): Promise<About> {
  const { usage, quota } = await navigator.storage.estimate();
  return {
    extension: browser.runtime.getManifest().version,
    browser: navigator.userAgent,
    storage: {
      ...(usage !== undefined && { used: usage }),
      ...(quota !== undefined && { quota }),
      persistent: await navigator.storage.persisted(),
    },
  };
}
