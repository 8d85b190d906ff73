/** One look at a page with all sites of a reader. */
import type { Detection } from '#lib/model/detection.ts';
import { bounded } from './bounds.ts';
import { lookWith, type Pack } from './look.ts';
import type { Site } from './site.ts';

/** What came of it: the detection, the site that claims the address, which way found each field, and what stayed unread. */
export interface Reading {
  site: string | null;
  detection: Detection | null;
  ways: Record<string, string>;
  unread: string[];
  /** Same-origin frames to follow as well. */
  frames?: string;
}

const nothing: Reading = { site: null, detection: null, ways: {}, unread: [] };

/** The first site that recognises the page answers; a detector that throws is told as such and claims nothing. */
export function detect(
  sites: readonly Site[],
  document: Document,
  url: URL,
  pack: Pack,
  asked = false,
): Reading {
  let best = nothing;
  for (const site of sites) {
    if (pack.off.includes(site.id) || !site.matches(url)) continue;
    const look = lookWith(site.id, pack, asked);
    let detection: Detection | null = null;
    try {
      const found = site.detect(document, url, look);
      detection = found && bounded(found);
    } catch (error) {
      look.took('error', error instanceof Error ? error.message : String(error), undefined);
    }
    const reading = {
      site: site.id,
      detection,
      ways: look.ways,
      unread: unread(site, detection),
      ...(site.frames ? { frames: site.frames } : {}),
    };
    if (detection) return reading;
    if (best === nothing) best = reading;
  }
  return best;
}

/** Which of the usual fields of such a page are missing; a page that shows nobody misses nothing. */
function unread(site: Site, detection: Detection | null): string[] {
  if (detection?.kind === 'person')
    return site.reads.filter(
      (field) => detection.person[field as keyof typeof detection.person] === undefined,
    );
  if (detection?.kind === 'account')
    return site.reads.filter((field) => field === 'name' && detection.account.name === undefined);
  return [];
}
