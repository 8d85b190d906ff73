/** The same way from a message open in a real webmail. */
import { describe, expect, test } from 'vitest';
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

    const ledger = await ledgerOf(server);
    expect(ledger.mutations).toEqual(['contact.create@1', 'opportunity.addMember@1']);
    expect(ledger.members('acme-talent')).toContainEqual(expect.stringMatching(/: ratifier$/));
  });
});
