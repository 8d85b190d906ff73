import { expect, test } from 'vitest';
import { launch } from './support/browser.ts';
import { serveProfile } from './support/profile.ts';
import { atWork, recordsOf } from './support/quorum.ts';
import { startRoundcube, whyNoRoundcube } from './support/roundcube.ts';
import { startServer } from './support/server.ts';

const marcus = {
  slug: 'marcus-oyelaran-acme',
  name: 'Marcus Oyelaran',
  headline: 'Head of Procurement at ACME',
  company: 'ACME',
};
const linkedin = 'https://*.linkedin.com/*';
const loopback = 'http://127.0.0.1/*';

test('from a LinkedIn profile to a colleague’s open panel, without a reload', async () => {
  const server = await startServer();
  const ben = await atWork(server, 'ben', { sites: [loopback] });
  const colleague = ben.panel.getByRole('article', { name: 'Talent Management' });
  await colleague.getByText('Ratifier').first().waitFor();
  expect(await colleague.textContent()).not.toContain('Marcus Oyelaran');

  const ana = await atWork(server, 'ana', { sites: [linkedin] });
  await ana.page.goto(await serveProfile(ana.browser.context, marcus));
  await ana.panel.getByRole('heading', { name: 'Marcus Oyelaran' }).waitFor();
  // The page says nothing but the company's name, so which account it is stays the user's to say.
  await ana.panel.getByRole('button', { name: /ACME/ }).first().click();
  const talent = ana.panel.getByRole('article', { name: 'Talent Management' });
  const attach = talent.getByRole('button', { name: /attach as Ratifier/ });
  expect(await attach.textContent()).toContain('86%');
  await attach.click();
  await talent.getByText('Marcus Oyelaran').waitFor();

  await colleague.getByText('Marcus Oyelaran').waitFor();
  expect(await ben.page.evaluate(() => performance.getEntriesByType('navigation').length)).toBe(1);
  const records = await recordsOf(server, ana.panel, 'acme');
  const contact = records.find(({ data }) => data.linkedin === marcus.slug);
  expect(contact?.data).toMatchObject({ name: 'Marcus Oyelaran', accountId: 'acme' });
  expect(records).toContainEqual(
    expect.objectContaining({
      kind: 'member',
      data: expect.objectContaining({
        opportunityId: 'acme-talent',
        contactId: contact?.id,
        roles: ['ratifier'],
        status: 'confirmed',
      }),
    }),
  );
});

const noRoundcube = whyNoRoundcube();
if (noRoundcube) console.log(`The webmail test is skipped: ${noRoundcube}`);

test.skipIf(noRoundcube)(
  'from a message open in Roundcube to a colleague’s open panel',
  async () => {
    const server = await startServer();
    const roundcube = await startRoundcube({
      address: 'ben@northwind.example',
      mails: [
        {
          from: { name: 'Oyelaran, Marcus', email: 'Marcus.Oyelaran@acme.example' },
          to: [{ name: 'Ben Okafor', email: 'ben@northwind.example' }],
          cc: [{ name: 'Tomás Echeverría', email: 'tomas.echeverria@acme.example' }],
          subject: 'Terms',
        },
      ],
    });
    const ana = await atWork(server, 'ana', { sites: [loopback] });
    const colleague = ana.panel.getByRole('article', { name: 'Talent Management' });
    await colleague.waitFor();

    const ben = await atWork(server, 'ben', { sites: [loopback] });
    await roundcube.logIn(ben.page);
    await roundcube.openMessage(ben.page, 'Terms');
    await ben.panel.getByText('Oyelaran').first().waitFor();
    const shown = await ben.panel.textContent('body');
    expect(shown).toContain('Tomás Echeverría');
    expect(shown).not.toContain('northwind.example');
    await ben.panel
      .getByRole('button', { name: /attach as Ratifier/ })
      .first()
      .click();

    await colleague.getByText(/Oyelaran/).waitFor();
    const records = await recordsOf(server, ben.panel, 'acme');
    const contact = records.find(
      ({ kind, data }) => kind === 'contact' && data.name === 'Marcus Oyelaran',
    );
    expect(contact?.data).toMatchObject({
      emails: ['marcus.oyelaran@acme.example'],
      accountId: 'acme',
    });
  },
);

test('an edit made offline survives a killed browser and arrives once', async () => {
  const server = await startServer();
  const first = await atWork(server, 'ana', { sites: [loopback] });
  await first.page.goto(`${server.origin}/practice/dana-whitfield`);
  const learning = first.panel.getByRole('article', { name: 'Learning' });
  const attach = learning.getByRole('button', { name: /attach as Decision maker/ });
  await attach.waitFor();
  await server.kill();
  await attach.click();
  await learning.getByText('Dana Whitfield').first().waitFor();
  await first.panel
    .getByText(/waiting|Offline/i)
    .first()
    .waitFor();
  await first.browser.kill();

  const { profileDir } = first.browser;
  const again = await startServer({ folder: server.folder, port: server.port });
  const browser = await launch({ profileDir });
  await browser.grantSite(loopback); // Chromium writes permissions late: the kill took this one along
  const page = await browser.context.newPage();
  await page.goto(`${again.origin}/practice/dana-whitfield`);
  const panel = await browser.panel(page);
  await panel.getByText('Synced').waitFor();
  await panel
    .getByRole('article', { name: 'Learning' })
    .getByText('Dana Whitfield')
    .first()
    .waitFor();

  const records = await recordsOf(again, panel, 'acme');
  const danas = records.filter(
    ({ kind, data }) => kind === 'contact' && data.name === 'Dana Whitfield',
  );
  expect(danas).toHaveLength(1);
  expect(
    records.filter(({ kind, data }) => kind === 'member' && data.contactId === danas[0]?.id),
  ).toHaveLength(1);
});
