import { browser } from 'wxt/browser';
import type { PanelProps } from '#components/panel.tsx';

export const openOptions = (): void => void browser.runtime.openOptionsPage();

const nothing = async (): Promise<void> => {};

/** The panel's props while nobody is signed in: it then shows the way to sign in, and no act can be reached. */
export const noActs = {
  solutions: [],
  unresolved: [],
  acts: {
    attach: nothing,
    detach: nothing,
    addPerson: nothing,
    addAccount: nothing,
    addDecision: nothing,
    setStage: nothing,
    setTerms: nothing,
    editMember: nothing,
    acceptRole: nothing,
    declineRole: nothing,
    planSeat: nothing,
    logTouch: nothing,
    sayInterest: nothing,
    keepMine: nothing,
    undo: nothing,
  },
  onEnableSite: () => {},
  onReadPage: () => {},
  onRetrySync: () => {},
  onDismissUnresolved: () => {},
} satisfies Partial<PanelProps>;
