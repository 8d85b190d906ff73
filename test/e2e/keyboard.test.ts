/** The main job without a mouse, in both languages: every step by keys, and nothing that axe objects to on the way. */
import { expect, test } from 'vitest';
import { offences } from './support/axe.ts';
import { launch } from './support/browser.ts';
import { linkedinPattern, openProfile, tomas } from './support/journey.ts';
import { ledgerOf } from './support/ledger.ts';
import { startServer, users } from './support/server.ts';
import { signIn } from './support/sign-in.ts';

/** By what a person steers who hears the panel in this language. */
const languages = [
  {
    attach: 'Attach as Decision maker',
    record: 'Record of',
    seated: 'In this decision as Decision maker',
    open: 'open this decision hr operations',
    about: /^What about/,
    noted: 'Contact noted for HR Operations',
  },
  {
    attach: '加为决策者',
    record: '的档案',
    seated: '在此决策中担任决策者',
    open: '打开此决策 hr operations',
    about: /^内容/,
    noted: '已为 HR Operations 记录联系',
  },
];

test('a person is attached, a call is noted and somebody else is opened by keys alone, in English and in Chinese', async () => {
  const [server, browser] = await Promise.all([startServer(), launch()]);
  await browser.grantSite(linkedinPattern);
  const panel = await browser.panel(await openProfile(browser, tomas));
  const { keyboard } = panel;
  /** Goes on by Tab until this has the focus, as far as a person would. */
  const tabTo = async (name: string, most = 60) => {
    await panel.getByRole('button', { name }).first().waitFor();
    for (let at = 0; at < most; at++) {
      // Asked of the page: where nothing has the focus, a locator would wait for half a minute.
      const named = await panel.evaluate(() => {
        const { activeElement: it, body } = document;
        return it && it !== body ? (it.ariaLabel ?? it.textContent ?? '') : '';
      });
      if (named.includes(name)) return;
      await keyboard.press('Tab');
    }
    throw new Error(`${name} is not reached by Tab`);
  };
  const clean = async (step: string) => expect(await offences(panel), step).toEqual([]);
  const palette = async (words: string) => {
    await keyboard.press('Control+k');
    await panel.getByRole('dialog').getByRole('combobox').waitFor();
    await keyboard.type(words);
    await panel.getByRole('option').first().waitFor();
  };

  const address = panel.locator('input[type="url"]');
  await address.focus();
  await keyboard.press('Control+a');
  await keyboard.type(server.origin);
  await signIn(browser.context, users.ana, () => keyboard.press('Enter'));
  await tabTo('Start without the tour');
  await keyboard.press('Enter');

  for (const said of languages) {
    await panel.getByText(said.attach).first().waitFor();
    await clean('profile');
    await tabTo(said.attach);
    await keyboard.press('Enter');
    await panel.getByText(said.seated).waitFor();
    await keyboard.press('Control+z');
    await panel.getByText(said.attach).first().waitFor();
    expect(await panel.evaluate(() => document.activeElement?.tagName)).toBe('BUTTON');
    await palette(said.attach);
    await keyboard.press('Enter');
    await panel.getByText(said.seated).waitFor();
    await clean('attached');

    await tabTo(said.record);
    await keyboard.press('Enter');
    await panel.getByRole('menu').waitFor();
    await clean('menu');
    await keyboard.press('Enter'); // the first of it: to edit
    const named = panel.getByRole('textbox').first();
    await expect.poll(() => named.evaluate((it) => it === document.activeElement)).toBe(true);
    await clean('edit');
    await keyboard.press('Escape');
    await named.waitFor({ state: 'detached' });

    await palette(said.open);
    await clean('palette');
    await keyboard.press('Enter');
    const decision = panel.getByRole('heading', { name: 'HR Operations', level: 1 });
    await decision.waitFor();
    await palette(said === languages[0] ? 'log call' : '记录：电话');
    await keyboard.press('Enter');
    const about = panel.getByRole('textbox', { name: said.about });
    await about.waitFor();
    await expect.poll(() => about.evaluate((it) => it === document.activeElement)).toBe(true);
    await clean('form');
    await keyboard.type('Who signs');
    await keyboard.press('Enter');
    await panel.getByText(said.noted).waitFor();
    await clean('decision');
    await keyboard.press('Escape');
    await decision.waitFor({ state: 'detached' });

    await keyboard.press('/');
    await panel.getByRole('dialog').getByRole('combobox').waitFor();
    await keyboard.type('priya');
    await panel.getByRole('option', { name: /Priya Raman/ }).waitFor();
    await keyboard.press('Enter');
    await panel.getByRole('heading', { name: 'Priya Raman', level: 1 }).waitFor();
    await clean('person');
    await keyboard.press('Escape');
    await panel.getByText(said.seated).waitFor();

    if (said === languages.at(-1)) break;
    await keyboard.press('Control+z');
    await keyboard.press('Control+z');
    await panel.getByText(said.attach).first().waitFor();
    await palette('简体中文');
    await keyboard.press('Enter');
  }

  const ledger = await ledgerOf(server);
  expect(ledger.members('acme-hr-operations')).toContain('tomas-echeverria: decision_maker');
});
