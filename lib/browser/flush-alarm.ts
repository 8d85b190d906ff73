/** Edits that wait are sent by the worker when no panel does: in a minute, and each minute until nothing waits any more. */
import { browser } from 'wxt/browser';

const name = 'flush';

/** From now on, whether a worker lives or a panel goes away unheard. Set already, it begins its minute anew. */
export const sendLater = (): Promise<void> => browser.alarms.create(name, { periodInMinutes: 1 });

/** Nothing waits. */
export const nothingWaits = (): Promise<boolean> => browser.alarms.clear(name);

/** Called as the worker starts. */
export function onSendLater(send: () => void): void {
  browser.alarms.onAlarm.addListener((alarm) => {
    if (alarm.name === name) send();
  });
}
