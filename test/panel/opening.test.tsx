// @vitest-environment happy-dom
/** The panel's opening, and another tab: what is read and drawn until it shows who is there, however much is cached. */
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { render } from '@testing-library/react';
import { Profiler } from 'react';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { setPage } from '#lib/browser/pages.ts';
import type { Session } from '#lib/browser/session.ts';
import { countReads, type Reads } from '#test/support/reads.ts';
import { Workbench } from '../../entrypoints/sidepanel/workbench.tsx';
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
  vi.spyOn(browser.tabs, 'connect').mockImplementation(
    () =>
      ({
        ...{ disconnect: () => {}, postMessage: () => {} },
        onDisconnect: { addListener: () => {} },
        onMessage: { addListener: () => {}, removeListener: () => {} },
      }) as never,
  );
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
function panel(workspace: string) {
  let drawn = 0;
  const view = render(
    <QueryClientProvider client={new QueryClient()}>
      <Profiler id="panel" onRender={() => drawn++}>
        <Workbench
          session={session(workspace)}
          only={undefined}
          problem={undefined}
          onDismissProblem={() => {}}
          onSignIn={async () => {}}
        />
      </Profiler>
    </QueryClientProvider>,
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
  const { shows, forget, unmount } = panel(workspace);
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
  expect(many.opening.requests).toBeLessThanOrEqual(23);
  expect(many.opening.rows).toBeLessThanOrEqual(40);
  expect(many.another.requests).toBeLessThanOrEqual(13);
  expect(many.another.rows).toBeLessThanOrEqual(35);
  // How many answers fall together in one drawing is the machine's affair; none is drawn twice.
  for (const cost of [many.opening, many.another])
    expect(cost.drawn).toBeLessThanOrEqual(cost.requests);
});
