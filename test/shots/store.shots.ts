/** What a store and the README show: the panel beside a page in sizes asked for, and the small tile, all from the real thing. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'vitest';
import { launch } from '../e2e/support/browser.ts';
import { startServer, users } from '../e2e/support/server.ts';
import { signIn } from '../e2e/support/sign-in.ts';
import { atRest, folder, keep } from './camera.ts';

const words = JSON.parse(readFileSync('public/_locales/en/messages.json', 'utf8')) as Record<
  string,
  { message: string }
>;

test.each([
  // As high as the first decision: what follows would be cut off in the middle.
  ['readme-panel', { width: 1040, height: 690 }, '/practice/marcus-oyelaran', 'Add and attach'],
  [
    'store-1-somebody-new',
    { width: 1280, height: 800 },
    '/practice/marcus-oyelaran',
    'Add and attach',
  ],
  ['store-2-company', { width: 1280, height: 800 }, '/practice', 'Decisions in motion'],
])(
  '%s',
  async (name, size, path, text) => {
    const server = await startServer();
    const browser = await launch({ headed: true, size });
    await browser.grantSite('http://127.0.0.1/*');
    const page = await browser.context.newPage();
    for (const other of browser.context.pages()) if (other !== page) await other.close();
    await page.goto(`${server.origin}${path}`);
    const panel = await browser.sidePanel(page);
    await panel.fill('Address of your server', server.origin);
    await signIn(browser.context, users.ana, () => panel.click('button', 'Agree and sign in'));
    await panel.click('button', 'Start without the tour');
    await panel.waitForText(text);
    await panel.waitForText('Synced');
    await atRest(panel);
    keep(await browser.display?.picture(name), name);
    if (name === 'store-1-somebody-new') keep(await panel.screenshot('panel-alone'), 'panel-alone');
  },
  180_000,
);

test('the small tile', async () => {
  const browser = await launch();
  const page = await browser.context.newPage();
  await page.setViewportSize({ width: 440, height: 280 });
  const inline = (type: string, path: string) =>
    `data:${type};base64,${readFileSync(path).toString('base64')}`;
  await page.setContent(`<!doctype html><style>
    body { margin: 0; height: 280px; overflow: hidden; background: #00646f; color: #fff; font: 16px/1.35 system-ui, sans-serif }
    main { position: absolute; inset-block: 0; inset-inline-start: 24px; width: 168px; display: flex; flex-direction: column; justify-content: center; gap: 10px }
    h1 { margin: 0; font-size: 30px } p { margin: 0 }
    img.panel { position: absolute; inset-inline-start: 216px; inset-block-start: 28px; width: 300px; border-radius: 8px; box-shadow: 0 8px 24px #0006 }
    </style><main><img width="56" src="${inline('image/svg+xml', 'public/icon/quorum.svg')}" style="border: 2px solid #fff4; border-radius: 14px">
    <h1>${words.extensionName?.message}</h1><p>${words.extensionDescription?.message}</p></main>
    <img class="panel" src="${inline('image/png', join(folder, 'panel-alone.png'))}">`);
  await page.screenshot({ path: join(folder, 'store-tile.png') });
}, 60_000);
