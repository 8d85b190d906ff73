/** A LinkedIn profile in today's layout (SDUI), written for an invented person. */
import type { BrowserContext } from 'playwright-core';
import { serveText } from './pages.ts';

export interface Profile {
  slug: string;
  name: string;
  headline: string;
  company: string;
}

/** Serves the profile at its real address and answers that address. */
export async function serveProfile(context: BrowserContext, profile: Profile): Promise<string> {
  const url = `https://www.linkedin.com/in/${profile.slug}/`;
  await serveText(context, url, profileText(profile), 'application/xhtml+xml; charset=utf-8');
  return url;
}

function profileText({ slug, name, headline, company }: Profile): string {
  const here = `https://www.linkedin.com/in/${slug}/`;
  return `<html xmlns="http://www.w3.org/1999/xhtml" lang="en"><head><title>${name} | LinkedIn</title>
<style>body{font:15px sans-serif;max-width:46rem;margin:2rem auto;color:#222}h2{font-size:1.6rem}a{color:inherit;text-decoration:none}</style></head>
<body><div role="main" data-sdui-screen="com.linkedin.sdui.flagshipnav.profile.Profile"><main id="workspace">
<section componentkey="com.linkedin.sdui.profile.card.refACoAAB7Topcard"><div>
<a href="${here}"><figure><img alt=""/></figure></a>
<div><div><div><div><div><a href="${here}"><div><div><h2>${name}</h2></div></div></a></div>
<p>· 2nd</p></div>
<p>${headline}</p>
<p>${company}</p>
<div><p>Bilbao, Spain</p><p>·</p><p><a href="${here}overlay/contact-info/">Contact info</a></p></div></div>
<div><div role="button"><div><figure aria-hidden="true"><svg id="company-accent-4" width="1" height="1"/></figure></div><div><p>${company}</p></div></div></div></div></div>
</div></section></main></div></body></html>`;
}
