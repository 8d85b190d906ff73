/** All kinds of pages Quorum reads, by the reader script they travel in, and the bundled pack. */
import { detect, type Reading } from './detect.ts';
import { groupOf } from './groups.ts';
import { linkedinSites } from './linkedin/index.ts';
import type { Pack } from './look.ts';
import { mailSites } from './mail/index.ts';
import { linkedin } from './pack/linkedin.ts';
import { mail } from './pack/mail.ts';
import { packVersion } from './pack/version.ts';
import { web } from './pack/web.ts';
import type { Group, Site } from './site.ts';
import { webSites } from './web/index.ts';

export const sitesOf: Record<Group, readonly Site[]> = {
  linkedin: linkedinSites,
  mail: mailSites,
  web: webSites,
};

/** The pack this version ships with. */
export const bundledPack: Pack = {
  version: packVersion,
  off: [],
  ways: { ...linkedin, ...mail, ...web },
};

/** One look at a page with whatever reader its address asks for: the command line's and the tests' way in. */
export function detectAnywhere(
  document: Document,
  url: URL,
  pack = bundledPack,
  asked = false,
): Reading {
  const group = groupOf(url);
  return detect(group ? sitesOf[group] : [], document, url, pack, asked);
}
