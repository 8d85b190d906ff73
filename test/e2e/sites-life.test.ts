/** The life of the content script in a real tab: idle until asked, follows same-page navigation, changes nothing, ends with the panel. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { PageMessage } from '#lib/sites/follow.ts';
import { type Life, openLife } from '#test/sites/extension.ts';

let life: Life;
beforeAll(async () => {
  life = await openLife();
});
afterAll(() => life?.close());

/** A profile as LinkedIn builds it, with people who do not exist. */
const profile = (name: string, slug: string) => `<title>${name} | LinkedIn</title>
<main><section data-member-id="1"><h1>${name}</h1><div class="text-body-medium break-words">Head of ${slug}</div>
<span class="text-body-small inline t-black--light break-words">Ulm</span>
<span><a href="/in/${slug}/overlay/contact-info/">Contact info</a></span></section></main>`;
const at = (slug: string) => `https://www.linkedin.com/in/${slug}/`;

const detected = async (): Promise<(string | null)[]> =>
  (await life.heard())
    .filter(
      (message): message is Extract<PageMessage, { type: 'pageDetected' }> =>
        message.type === 'pageDetected',
    )
    .map(({ detection }) =>
      detection?.kind === 'person' ? (detection.person.name ?? '') : (detection?.kind ?? null),
    );

test('one panel, one page: read when connected, followed, silent when left', async () => {
  life.serve(at('ana-gil'), profile('Ana Gil', 'ana-gil'));
  await life.page.goto(at('ana-gil'));
  const before = await life.page.evaluate(() => document.documentElement.outerHTML);
  await life.connect('watch', 2);
  await expect.poll(detected).toEqual(['Ana Gil']);
  const asked = (await life.heard()).filter(({ type }) => type === 'readerWanted');
  expect(asked, 'two injections ask for one reader').toHaveLength(1);
  expect(await life.page.evaluate(() => document.documentElement.outerHTML)).toBe(before);

  // Address first, content later, as LinkedIn navigates: the old person must not stand under the new address.
  await life.page.evaluate(() => history.pushState(null, '', '/in/bo-lindt/'));
  await expect.poll(detected).toEqual(['Ana Gil', null]);
  await life.page.evaluate(
    (html) => {
      document.title = 'Bo Lindt | LinkedIn';
      document
        .querySelector('main')
        ?.replaceWith(document.createRange().createContextualFragment(html));
    },
    profile('Bo Lindt', 'bo-lindt').replace(/<title>.*<\/title>/, ''),
  );
  await expect.poll(detected).toEqual(['Ana Gil', null, 'Bo Lindt']);

  // To a page of the same site that shows nobody, and back.
  await life.page.evaluate(() => history.pushState(null, '', '/feed/'));
  await expect.poll(detected).toEqual(['Ana Gil', null, 'Bo Lindt', null]);
  await life.page.evaluate(() => history.back());
  await expect.poll(detected).toEqual(['Ana Gil', null, 'Bo Lindt', null, 'Bo Lindt']);

  await life.post({ type: 'reportWanted' });
  await expect.poll(async () => (await life.heard()).at(-1)?.type).toBe('pageReport');
  expect(JSON.stringify((await life.heard()).at(-1))).not.toMatch(/Lindt/i);

  await life.leave();
  const count = (await life.heard()).length;
  await life.page.evaluate(() => {
    for (const h1 of document.querySelectorAll('h1')) h1.textContent = 'Cy Moor';
    document.title = 'Cy Moor | LinkedIn';
  });
  await life.page.waitForTimeout(1500);
  expect((await life.heard()).length, 'nothing runs without a panel').toBe(count);
});

test('a chat opened in the shadow root of a page is noticed', async () => {
  const feed = 'https://www.linkedin.com/feed/';
  life.serve(
    feed,
    '<title>Feed | LinkedIn</title><main></main><div id="interop-outlet" data-testid="interop-shadowdom"></div>',
  );
  await life.page.goto(feed);
  await life.page.evaluate(() =>
    document.querySelector('#interop-outlet')?.attachShadow({ mode: 'open' }),
  );
  const before = (await detected()).length;
  await life.connect();
  await expect.poll(async () => (await detected()).slice(before)).toEqual([null]);
  await life.page.evaluate(() => {
    const root = document.querySelector('#interop-outlet')?.shadowRoot;
    if (root)
      root.innerHTML =
        '<div class="msg-overlay-conversation-bubble"><header class="msg-overlay-bubble-header"><h2 class="msg-overlay-bubble-header__title"><a href="/in/noor-haddad/">Noor Haddad</a></h2></header></div>';
  });
  await expect.poll(async () => (await detected()).slice(before)).toEqual([null, 'people']);
  await life.leave();
});
