/** The real side panel, driven through the DevTools protocol: Playwright does not list it among its pages. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import type { Page } from 'playwright-core';
import { waitFor } from './cleanup.ts';
import { connect, type DevTools, DevToolsError } from './devtools.ts';
import { extensionOrigin } from './extension.ts';
import type { Display } from './xvfb.ts';

/** What a person can do with the panel, and what they see there. */
export interface SidePanel {
  /** The value of a JavaScript expression in the panel; promises are awaited. */
  evaluate: <T = unknown>(expression: string) => Promise<T>;
  /** All visible text. */
  text: () => Promise<string>;
  waitForText: (text: string, options?: { timeout?: number }) => Promise<void>;
  waitForNoText: (text: string, options?: { timeout?: number }) => Promise<void>;
  /** Clicks the first whose name contains this, with a real mouse event, once it is there. */
  click: (role: string, name: string) => Promise<void>;
  /** Puts text into the field whose label contains this. */
  fill: (name: string, text: string) => Promise<void>;
  /** Clicks as click() does, and answers the browser's permission prompt that opens with yes, once `asked` has seen it. */
  clickAndAllow: (role: string, name: string, asked?: () => Promise<unknown>) => Promise<void>;
  /** From now on what the panel asks at addresses like this one fails. */
  block: (address: string) => Promise<void>;
  /** Ends the extension's worker, as the browser does with one that was idle for half a minute. */
  endWorker: () => Promise<void>;
  /** Saves the panel alone to `test-results/NAME.png`; for the panel beside its page see Display. */
  screenshot: (name: string) => Promise<string>;
  close: () => void;
}

interface Target {
  type: string;
  url: string;
  webSocketDebuggerUrl: string;
}

/** Opens the side panel by its keyboard shortcut, as a person would, and connects to it. */
export async function openSidePanel({
  page,
  display,
  profileDir,
}: {
  page: Page;
  display: Display;
  profileDir: string;
}): Promise<SidePanel> {
  await page.bringToFront();
  await page.mouse.click(5, 300);
  // The first line of this file is the port that --remote-debugging-port=0 chose.
  const [port] = readFileSync(join(profileDir, 'DevToolsActivePort'), 'utf8').split('\n');
  const find = async () => {
    const answer = await fetch(`http://127.0.0.1:${port}/json/list`);
    const targets = (await answer.json()) as Target[];
    return targets.find(({ url }) => url === `${extensionOrigin}/sidepanel.html`);
  };
  display.press('ctrl+shift+y');
  const { webSocketDebuggerUrl } = await waitFor('the side panel', find);
  await comeToRest(page);
  return drive(await connect(webSocketDebuggerUrl), display);
}

/** The panel slides in and pushes the page aside: waits until the page's width has settled. */
const comeToRest = (page: Page) =>
  page.evaluate(async () => {
    for (let width = -1; width !== innerWidth; ) {
      width = innerWidth;
      await new Promise((resolve) => setTimeout(resolve, 250));
    }
  });

function drive(devtools: DevTools, display: Display): SidePanel {
  const evaluate = async <T>(expression: string): Promise<T> => {
    const { result, exceptionDetails } = await devtools.send('Runtime.evaluate', {
      expression,
      awaitPromise: true,
      returnByValue: true,
      userGesture: true,
    });
    if (exceptionDetails)
      throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
    return result.value as T;
  };
  const text = () => evaluate<string>('document.body?.innerText ?? ""');

  /** Waits inside the panel until its text is what is asked for; text also changes by layout alone, so it looks. */
  const until = async (wanted: string, present: boolean, timeout = 60_000) => {
    const found = await evaluate<boolean>(`new Promise((resolve) => {
      const right = () => (document.body?.innerText ?? '').includes(${JSON.stringify(wanted)}) === ${present};
      const done = (answer) => { clearInterval(looking); clearTimeout(timer); resolve(answer); };
      const looking = setInterval(() => right() && done(true), 50);
      const timer = setTimeout(() => done(right()), ${timeout});
      if (right()) done(true);
    })`);
    if (!found)
      throw new Error(
        `The panel ${present ? 'never showed' : 'went on showing'} “${wanted}”:\n${await text()}`,
      );
  };

  /** The first in the panel's order that can be used and whose name contains this, as Playwright has it. */
  const find = async (roles: readonly string[], name: string) => {
    const { root } = await devtools.send('DOM.getDocument', { depth: 0 });
    for (const role of roles) {
      const { nodes } = await devtools.send('Accessibility.queryAXTree', {
        nodeId: root.nodeId,
        role,
      });
      const found = nodes.find(
        (node) => !node.ignored && !isDisabled(node) && isCalled(node, name),
      );
      if (found) return found.backendDOMNodeId;
    }
  };

  const middleOf = async (backendNodeId: number) => {
    await devtools.send('DOM.scrollIntoViewIfNeeded', { backendNodeId });
    const { quads } = await devtools.send('DOM.getContentQuads', { backendNodeId });
    const [x1, y1, , , x2, y2] = quads[0] ?? [];
    if (x1 === undefined || y1 === undefined || x2 === undefined || y2 === undefined) return;
    return { x: (x1 + x2) / 2, y: (y1 + y2) / 2 };
  };

  /** A mouse click on it, once it is there and has come to rest: before the first paint clicks are lost. */
  const press = async (roles: readonly string[], name: string) => {
    const { x, y } = await waitFor(`${roles[0]} “${name}” in the panel`, async () => {
      try {
        const node = await find(roles, name);
        if (node === undefined) return;
        const before = await middleOf(node);
        await evaluate(twoPaints);
        const after = await middleOf(node);
        return after && before?.x === after.x && before.y === after.y ? after : undefined;
      } catch (error) {
        if (error instanceof DevToolsError) return; // Painted anew while we looked.
        throw error;
      }
    });
    const mouse = { x, y, button: 'left', clickCount: 1 };
    await devtools.send('Input.dispatchMouseEvent', { ...mouse, type: 'mouseMoved' });
    await devtools.send('Input.dispatchMouseEvent', { ...mouse, type: 'mousePressed' });
    await devtools.send('Input.dispatchMouseEvent', { ...mouse, type: 'mouseReleased' });
  };

  return {
    evaluate,
    text,
    waitForText: (wanted, options) => until(wanted, true, options?.timeout),
    waitForNoText: (wanted, options) => until(wanted, false, options?.timeout),
    click: (role, name) => press([role], name),
    fill: async (name, value) => {
      await press(fieldRoles, name);
      await evaluate('document.activeElement.select?.()');
      await devtools.send('Input.insertText', { text: value });
    },
    clickAndAllow: async (role, name, asked) => {
      await press([role], name);
      // The prompt is a part of the browser's window: it says nothing of itself, and refuses keys for half a second.
      await new Promise((resolve) => setTimeout(resolve, 2000));
      await asked?.();
      display.press('Tab', 'Return');
    },
    block: async (address) => {
      await devtools.send('Network.enable', {});
      await devtools.send('Network.setBlockedURLs', { urls: [address] });
    },
    endWorker: async () => {
      await devtools.send('ServiceWorker.enable', {});
      await devtools.send('ServiceWorker.stopAllWorkers', {});
    },
    screenshot: async (name) => {
      const { data } = await devtools.send('Page.captureScreenshot', { format: 'png' });
      const path = resolve('test-results', `${name}.png`);
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, Buffer.from(data, 'base64'));
      return path;
    },
    close: devtools.close,
  };
}

const twoPaints =
  'new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done(true))))';

const fieldRoles = ['textbox', 'searchbox', 'combobox', 'spinbutton'];

const isCalled = (node: { name?: { value?: unknown } }, name: string) =>
  String(node.name?.value ?? '')
    .toLowerCase()
    .includes(name.toLowerCase());

const isDisabled = (node: { properties?: { name: string; value: { value?: unknown } }[] }) =>
  node.properties?.some(({ name, value }) => name === 'disabled' && value.value === true) ?? false;
