import { browser } from 'wxt/browser';
import type { PanelProps } from '#components/panel.tsx';
import type { Acts } from '#lib/panel/view.ts';

export const openOptions = (): void => void browser.runtime.openOptionsPage();

const nothing = async (): Promise<void> => {};

/** The panel's props while nobody is signed in: it then shows the way to sign in, and no act can be reached. */
export const noActs = {
  solutions: [],
  unresolved: [],
  acts: new Proxy({} as Acts, { get: () => nothing, ownKeys: () => [] }),
  onEnableSite: () => {},
  onReadPage: () => {},
  onRetrySync: () => {},
  onDismissUnresolved: () => {},
} satisfies Partial<PanelProps>;
