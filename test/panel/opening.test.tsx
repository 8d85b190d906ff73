// @vitest-environment happy-dom
/** The panel's opening, and another tab: what is read and drawn until it shows who is there, however much is cached. */
import { render } from '@testing-library/react';
import { Profiler } from 'react';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { setPage } from '#lib/browser/pages.ts';
import { type Session, sessionItem } from '#lib/browser/session.ts';
import { consentSetting } from '#lib/browser/settings.ts';
import { countReads, type Reads } from '#test/support/reads.ts';
import { appFrom } from '../../entrypoints/sidepanel/app.tsx';
import { begin } from '../../entrypoints/sidepanel/begun.ts';
import { fill } from '../../scripts/bench/panel-cache.ts';
import { pageOf } from './pages.ts';

/** Of the same accounts, 99 and 5,109 records are cached. */
const sizes = { few: 3, many: 170 };
const server = 'http://127.0.0.1:1';
const session = (workspace: string): Session => ({
  server,
  info: { name: 'Test', protocol: 1, issuer: server, clientId: 'test', resource: server },
  me: { workspace, workspaceName: 'Test', userId: 'ana', name: 'Ana', team: 'sales' },
});
const person = (at: number) =>
  pageOf({
    ...{ kind: 'person', url: `https://page.example/${at}` },
    person: { name: `Person ${at}-1`, emails: [`person.1@account${at}.example`] },
    account: { name: `Account Number ${at}`, domains: [`account${at}.example`] },
  });

let tabs: number[] = [];
const reads = countReads();
beforeAll(async () => {
  for (const [workspace, accounts] of Object.entries(sizes))
    await fill({ workspace, userId: 'ana', accounts, people: 10, touches: 10, long: 10 });
});
afterAll(() => {
  reads.stop();
  for (const workspace of Object.keys(sizes)) indexedDB.deleteDatabase(`quorum:${workspace}:ana`);
});
beforeEach(async () => {
  fakeBrowser.reset();
  await browser.windows.create({ focused: true });
  // A page that a script of ours follows: the port stays open, and nothing new comes from it.
  vi.spyOn(browser.runtime, 'connect').mockImplementation(() => ({}) as never);
  vi.spyOn(browser.tabs, 'connect').mockImplementation(
    () =>
      ({
        ...{ disconnect: () => {}, postMessage: () => {} },
        onDisconnect: { addListener: () => {} },
        onMessage: { addListener: () => {}, removeListener: () => {} },
      }) as never,
  );
  for (const heard of [browser.permissions.onAdded, browser.permissions.onRemoved])
    for (const listener of ['addListener', 'removeListener'] as const)
      vi.spyOn(heard, listener).mockImplementation(() => {});
  tabs = [];
  for (const at of [1, 2]) {
    const { id = 0 } = await browser.tabs.create({
      ...{ url: `https://page.example/${at}`, active: at === 1 },
    });
    tabs.push(id);
    await setPage(id, person(at));
  }
});
afterEach(() => vi.restoreAllMocks());

interface Cost extends Reads {
  drawn: number;
}

/** What it cost until the heading was there: neither what came later nor what was begun then. */
async function panel(workspace: string) {
  await consentSetting.setValue('2026-01-01T00:00:00Z');
  await sessionItem.setValue(session(workspace));
  let drawn = 0;
  const App = await appFrom(begin(undefined));
  const view = render(
    <Profiler id="panel" onRender={() => drawn++}>
      <App />
    </Profiler>,
  );
  const shows = (name: string) =>
    new Promise<Cost>((resolve) => {
      const look = () => {
        if (view.container.querySelector('h1')?.textContent !== name) return;
        observer.disconnect();
        resolve({ ...reads.read, drawn });
      };
      const observer = new MutationObserver(look);
      observer.observe(view.container, { subtree: true, childList: true, characterData: true });
      look();
    });
  const forget = () => {
    reads.forget();
    drawn = 0;
  };
  return { ...view, shows, forget };
}

/** Until nothing is read any more: what begins once the first is shown must not count for the second. */
async function quiet(): Promise<void> {
  for (let before = -1; before !== reads.read.requests || reads.underWay() > 0; ) {
    before = reads.read.requests;
    await new Promise((resolve) => setTimeout(resolve, 300));
  }
}

async function costs(workspace: string): Promise<{ opening: Cost; another: Cost }> {
  await browser.tabs.update(tabs[0] ?? 0, { active: true });
  reads.forget();
  const { shows, forget, unmount } = await panel(workspace);
  const opening = await shows('Person 1-1');
  await expect.poll(() => reads.read.rows).toBeGreaterThan(opening.rows + 90);
  await quiet();
  forget();
  const shown = shows('Person 2-1');
  await browser.tabs.update(tabs[1] ?? 0, { active: true });
  const another = await shown;
  unmount();
  return { opening, another };
}

test('opening beside a known person, and another tab, read as little of 5,000 records as of 100', async () => {
  const few = await costs('few');
  const many = await costs('many');
  for (const what of ['opening', 'another'] as const)
    for (const cost of ['requests', 'rows'] as const)
      expect(many[what][cost], `${cost} of ${what}`).toBe(few[what][cost]);
  expect(many.opening.requests).toBeLessThanOrEqual(20);
  expect(many.opening.rows).toBeLessThanOrEqual(34);
  // Whoever is there is in the first drawing; the second is of what is read besides.
  expect(many.opening.drawn).toBeLessThanOrEqual(2);
  expect(many.another.requests).toBeLessThanOrEqual(12);
  expect(many.another.rows).toBeLessThanOrEqual(32);
  // How many answers fall together in one drawing is the machine's affair; none is drawn twice.
  expect(many.another.drawn).toBeLessThanOrEqual(many.another.requests);
});

test('a cache that cannot be opened is said, and opened again by the panel itself', async () => {
  const open = vi.spyOn(indexedDB, 'open').mockImplementation(() => {
    throw new DOMException('No such luck.', 'UnknownError');
  });
  const { findByRole, unmount } = await panel('few');
  await findByRole('button', { name: 'Begin anew' });
  expect(open).toHaveBeenCalled();
  unmount();
});
