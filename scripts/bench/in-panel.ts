/** What is put into each page of the extension before its own scripts: it hears of events and tells when their effect was painted. */

declare global {
  /** Milliseconds from the start of the page until its content was painted. */
  var quorumOpened: Promise<number>;
  /** From the last change of tabs until a heading that begins like this was painted. */
  var quorumSwitched: (heading: string) => Promise<number>;
  /** Since the last call: from each key or click until the frame with its effect, and tasks longer than 50 ms. */
  var quorumStrokes: () => { strokes: number[]; long: number[] };
}

/** Runs in the page, so it can use nothing from outside itself. */
export function inPanel(): void {
  const painted = (done: (at: number) => void) =>
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => done(performance.now());
      port2.postMessage(null);
    });
  const heading = (begins: RegExp) =>
    new Promise<number>((resolve) => {
      const observer = new MutationObserver(() => look());
      const look = () => {
        const found = [...document.querySelectorAll('h1')].some(({ textContent }) =>
          begins.test(textContent ?? ''),
        );
        if (!found) return false;
        observer.disconnect();
        painted(resolve);
        return true;
      };
      if (!look())
        observer.observe(document, { subtree: true, childList: true, characterData: true });
    });
  globalThis.quorumOpened = heading(/^(Person|Tab) /);

  // The panel is in a window of its own here: it is told to follow the other one's tabs, as beside them it would.
  const { chrome } = globalThis as unknown as { chrome: ChromeInside };
  const windowId = Number(new URLSearchParams(location.search).get('window'));
  const query = chrome.tabs.query.bind(chrome.tabs);
  chrome.tabs.query = (asked) => query(asked.currentWindow ? { active: true, windowId } : asked);
  let activated = 0;
  chrome.tabs.onActivated.addListener(() => {
    activated = performance.now();
  });
  globalThis.quorumSwitched = async (begins) => (await heading(new RegExp(begins))) - activated;

  let strokes: number[] = [];
  let long: number[] = [];
  for (const type of ['keydown', 'click'])
    addEventListener(type, ({ timeStamp }) => painted((at) => strokes.push(at - timeStamp)), {
      capture: true,
    });
  new PerformanceObserver((list) => {
    long.push(...list.getEntries().map(({ duration }) => duration));
  }).observe({ type: 'longtask' });
  globalThis.quorumStrokes = () => {
    const told = { strokes, long };
    strokes = [];
    long = [];
    return told;
  };
}

interface ChromeInside {
  tabs: {
    query: (asked: { currentWindow?: boolean; active?: boolean; windowId?: number }) => unknown;
    onActivated: { addListener: (heard: () => void) => void };
  };
}
