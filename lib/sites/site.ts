/** What a kind of page is to Quorum: when it applies, and how its people and companies are read. */
import type { Detection } from '#lib/model/detection.ts';
import type { Look } from './look.ts';

/** The reader script a site travels in: the first script is small and asks for one of these. */
export type Group = 'linkedin' | 'mail' | 'web';

export interface Site {
  /** As Detection.site names it, and the prefix of its fields in the pack. */
  id: string;
  /** The fields a page of this kind has as a rule; those missing are told in `unread`. */
  reads: readonly string[];
  /** Looks at the address alone. */
  matches(url: URL): boolean;
  /** Looks at the page; never changes it. `null` when anything about who it shows is uncertain. */
  detect(document: Document, url: URL, look: Look): Detection | null;
  /** Same-origin frames and open shadow roots whose insides belong to the page (webmail previews, LinkedIn's older parts). */
  frames?: string;
}

/** Declares one kind of page. */
export const defineSite = (site: Site): Site => site;
