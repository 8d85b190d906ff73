/** The content script in a real Roundcube, in every skin installed: an open message, the preview pane, a mail being written. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { PageMessage } from '#lib/sites/follow.ts';
import { type Life, openLife } from '#test/sites/extension.ts';
import {
  installedSkins,
  type Roundcube,
  startRoundcube,
  whyNoRoundcube,
} from './support/roundcube.ts';

const why = whyNoRoundcube();
if (why) console.log(why);

let life: Life;
let roundcube: Roundcube;
beforeAll(async () => {
  if (why) return;
  [life, roundcube] = await Promise.all([openLife(), startRoundcube({ mails })]);
  await roundcube.logIn(life.page);
});
afterAll(() => life?.close());

const mails = [
  {
    from: { name: 'Kim Löwe', email: 'kim@acme.example' },
    cc: [{ name: 'Park, Jo', email: 'jo@acme.example' }],
    subject: 'Offer',
  },
  { from: { name: 'Liv Berg', email: 'liv@acme.example' }, subject: 'Question' },
];

/** What was said last, as "part name <address>". */
async function last(): Promise<string[] | null> {
  const said = (await life.heard()).filter(
    (message): message is Extract<PageMessage, { type: 'pageDetected' }> =>
      message.type === 'pageDetected',
  );
  const detection = said.at(-1)?.detection;
  if (detection?.kind !== 'thread') return null;
  return detection.people.map(
    ({ part, name, emails }) =>
      `${detection.composing ? 'writing ' : ''}${part} ${name ?? ''} <${emails[0] ?? ''}>`,
  );
}

describe.skipIf(why)('Roundcube', () => {
  test.each(installedSkins())('%s', async (skin) => {
    const { page } = life;
    roundcube.wear(skin);
    await roundcube.openMessage(page, 'Offer');
    expect(await page.locator(`link[href*="skins/${skin}/"]`).count()).toBeGreaterThan(0);
    await life.connect();
    await expect
      .poll(last)
      .toEqual(['from Kim Löwe <kim@acme.example>', 'cc Park, Jo <jo@acme.example>']);

    // The preview pane is a frame of its own: another message there is noticed without a new page.
    const preview = await roundcube.previewMessage(page, 'Offer');
    await preview.locator('.rcmContactAddress').first().waitFor({ state: 'attached' });
    await life.connect();
    await expect
      .poll(last)
      .toEqual(['from Kim Löwe <kim@acme.example>', 'cc Park, Jo <jo@acme.example>']);
    await page.locator('#messagelist tbody a').filter({ hasText: 'Question' }).first().click();
    await expect.poll(last).toEqual(['from Liv Berg <liv@acme.example>']);

    await roundcube.compose(page, ['kim@acme.example', '"Jo Park" <jo@acme.example>']);
    await life.connect();
    await expect
      .poll(last)
      .toEqual(['writing to  <kim@acme.example>', 'writing to Jo Park <jo@acme.example>']);

    // What is being typed counts once it is finished: by a comma, or by leaving the field.
    const to = roundcube.toField(page);
    await to.press('End');
    await to.pressSequentially(', nils@acme.ex');
    await page.waitForTimeout(400);
    expect(await last()).toHaveLength(2);
    await to.pressSequentially('ample, bo@acme.example');
    await expect.poll(last).toHaveLength(3);
    await to.press('Tab');
    await expect
      .poll(async () => (await last())?.slice(2))
      .toEqual(['writing to  <nils@acme.example>', 'writing to  <bo@acme.example>']);
    await life.leave();
  });
});
