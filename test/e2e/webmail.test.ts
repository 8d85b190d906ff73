/** The same way from a message open in a real webmail, and from one being written there. */
import { describe, expect, test } from 'vitest';
import { offences } from './support/axe.ts';
import { launch } from './support/browser.ts';
import { firstRun } from './support/journey.ts';
import { ledgerOf } from './support/ledger.ts';
import { startRoundcube, whyNoRoundcube } from './support/roundcube.ts';
import { startServer, users } from './support/server.ts';

describe.skipIf(whyNoRoundcube())('from a message in Roundcube', () => {
  test('its people are recognised, and the one nobody knew takes an empty seat', async () => {
    const [server, roundcube, browser] = await Promise.all([
      startServer(),
      startRoundcube({
        address: users.ana.email,
        mails: [
          {
            from: { name: 'Tomás Echeverría', email: 'tomas.echeverria@acme.example' },
            cc: [{ name: 'Dana Whitfield', email: 'dana.whitfield@acme.example' }],
            subject: 'Learning: who else should join',
          },
        ],
      }),
      launch(),
    ]);
    await browser.grantSite('http://127.0.0.1/*');
    const page = await browser.context.newPage();
    await roundcube.logIn(page);
    await roundcube.openMessage(page, 'Learning');
    const panel = await firstRun(browser, page, { server, user: users.ana });
    await panel.getByText('2 people · 1 not on record').waitFor();

    await panel.getByRole('button', { name: 'Add as Ratifier · Talent Management' }).click();
    await panel.getByText('Talent Management · Ratifier').waitFor();
    expect(await panel.getByText('1 not on record').count()).toBe(0);
    await panel.getByRole('button', { name: 'Synced' }).waitFor();

    // The mail he writes next: whoever is entered shows at once, and goes when taken out again.
    await roundcube.compose(page, []);
    await panel.getByRole('heading', { name: 'Writing to' }).waitFor();
    await panel.getByText('Nobody yet').waitFor();
    const to = roundcube.toField(page);
    await to.pressSequentially('dana.whitfield@acme.example, lena.novak@acme.ex');
    await panel.getByText('1 person', { exact: true }).waitFor();
    expect(await panel.getByText('lena.novak').count()).toBe(0);
    await to.pressSequentially('ample,');
    await panel.getByText('2 people · 1 not on record').waitFor();
    await panel.getByRole('button', { name: /^Add as .* · / }).waitFor();
    const missing = panel.getByRole('list', { name: /^Seats of .* not among the recipients yet/ });
    await missing.waitFor();
    expect(await offences(panel)).toEqual([]);
    await page.locator('#compose_to li.recipient .remove').last().click();
    await panel.getByText('1 person', { exact: true }).waitFor();
    await panel.getByText('lena.novak@acme.example').waitFor({ state: 'detached' });

    const ledger = await ledgerOf(server);
    expect(ledger.mutations).toEqual(['contact.create@1', 'opportunity.addMember@1']);
    expect(ledger.members('acme-talent')).toContainEqual(expect.stringMatching(/: ratifier$/));
  });
});
