/** What a person does at the very start, and pages for them to do it on: invented people of the demo's ACME. */
import type { Page } from 'playwright-core';
import type { Browser } from './browser.ts';
import { serveText } from './pages.ts';
import type { TestServer } from './server.ts';
import { type Credentials, signIn } from './sign-in.ts';

export const linkedinPattern = 'https://*.linkedin.com/*';

/** ACME's head of talent acquisition: on record, champion in one decision, and with no seat in “HR Operations”. */
export const tomas = {
  name: 'Tomás Echeverría',
  slug: 'tomas-echeverria-acme',
  headline: 'Director of Talent Acquisition at ACME',
  company: 'ACME',
};

/** Opens a LinkedIn profile at its real address, as far as the detector looks at one. */
export async function openProfile(
  { context }: Browser,
  { name, slug, headline, company }: typeof tomas,
): Promise<Page> {
  const url = `https://www.linkedin.com/in/${slug}/`;
  await serveText(
    context,
    url,
    `<!doctype html><html lang="en"><head><title>${name} | LinkedIn</title></head>
<body class="ember-application"><main class="scaffold-layout__main"><section data-member-id="42">
<h1 class="text-heading-xlarge">${name}</h1>
<div class="text-body-medium break-words">${headline}</div>
<button type="button" aria-label="Current company: ${company}. Click to skip to experience card">
<div>${company}</div></button>
<span class="text-body-small inline t-black--light break-words">Bilbao, Spain</span>
<a href="/in/${slug}/overlay/contact-info/">Contact info</a></section></main></body></html>`,
  );
  const page = await context.newPage();
  await page.goto(url);
  return page;
}

/** Opens the panel beside a page for the first time, agrees and signs in; answers the panel at work. */
export async function firstRun(
  browser: Browser,
  page: Page,
  { server, user }: { server: TestServer; user: Credentials },
): Promise<Page> {
  const panel = await browser.panel(page);
  await panel.getByLabel('Address of your server').fill(server.origin);
  await signIn(browser.context, user, () =>
    panel.getByRole('button', { name: 'Agree and sign in' }).click(),
  );
  await panel.getByRole('button', { name: 'Start without the tour' }).click();
  await panel.getByRole('button', { name: 'Settings' }).waitFor();
  return panel;
}
