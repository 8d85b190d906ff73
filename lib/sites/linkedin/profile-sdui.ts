/** Profile, SDUI layout (December 2025 on): no h1, hashed classes, keys that name the cards. */
import { personName } from '../names.ts';
import { present } from '../present.ts';
import { textOf } from '../text.ts';
import { link, profileSlug } from '../url.ts';
import { cardSlug, type ProfileReader } from './card.ts';
import { entryOf, onlyEmployer, tenure, tenureIn, titleAt } from './tenure.ts';

export const readSdui: ProfileReader = (document, url, look, slug) => {
  const card = look.one(document, 'sdui.card') ?? cardByLink(document, url, slug);
  if (!card) return undefined;
  const whose = cardSlug(card, url, slug);
  if (whose.stale) return undefined;
  const name = look.text(card, 'sdui.name', personName);
  if (!name) return undefined;
  const heading = look.one(card, 'sdui.name');
  const contact = look.one(card, 'sdui.contact');
  const company = look.text(card, 'sdui.company');
  const school = look.text(card, 'sdui.school');
  const entries = look.all(document, 'sdui.experience').map(entryOf);
  const section = entries.length ? undefined : look.one(document, 'sdui.experience.section');
  const held = company && (section ? tenureIn(section, company) : tenure(entries, company));
  const employer = company ? (held === 'past' ? undefined : company) : onlyEmployer(entries);
  return {
    person: present({
      name,
      ...texts(card, heading, contact, [company, school]),
      company: employer,
      title: employer && titleAt(entries, employer),
      linkedin: whose.slug,
      emails: [],
    }),
  };
};

/** Without its key the card is still the section around the heading that links to this very profile. */
function cardByLink(document: Document, url: URL, slug: string | undefined): Element | undefined {
  if (!slug || document.querySelector('h1')) return undefined;
  for (const heading of document.querySelectorAll('main a[href*="/in/"] h2')) {
    const anchor = heading.closest('a');
    if (anchor && profileSlug(link(anchor.getAttribute('href'), url)) === slug)
      return heading.closest('section') ?? undefined;
  }
  return undefined;
}

/** Headline and location by their place: their classes are hashes, their words anybody's. */
function texts(
  card: Element,
  heading: Element | undefined,
  contact: Element | undefined,
  organisations: (string | undefined)[],
): { headline?: string | undefined; location?: string | undefined } {
  if (!heading) return {};
  const known = organisations.filter((name) => name !== undefined);
  const orgLine = known.join(' · ');
  const isHeadline = (text: string): boolean => text !== orgLine && !known.includes(text);
  const paragraphs = [...card.querySelectorAll('p')].filter((p) => follows(heading, p));
  const end = contact ? paragraphs.findIndex((p) => p.contains(contact)) : -1;
  if (!contact || end < 0) return afterDegree(paragraphs, isHeadline);
  // Between the row with the name and the contact link stand headline, organisations, and in the link's own row the location.
  const row = rowOf(heading, contact);
  const line = paragraphs[end]?.parentElement;
  let headline: string | undefined;
  let location: string | undefined;
  for (const p of paragraphs.slice(0, end)) {
    const text = textOf(p);
    if (!text || row?.contains(p) || isDot(text)) continue;
    if (p.parentElement === line) location ??= text;
    else if (isHeadline(text)) headline ??= text;
  }
  return { headline, location };
}

/** Without the contact link: the headline follows the degree ("· 2nd"), the location stands before a lone dot. */
function afterDegree(
  paragraphs: readonly Element[],
  isHeadline: (text: string) => boolean,
): { headline?: string | undefined; location?: string | undefined } {
  const said = paragraphs.map((p) => textOf(p) ?? '');
  const degree = said.findLastIndex((text) => isDot(text) && text.length > 1);
  if (degree < 0) return {};
  const rest = said.slice(degree + 1);
  const dot = rest.findIndex((text) => isDot(text));
  const headline = rest.slice(0, dot < 0 ? 1 : Math.max(dot - 1, 0)).find(isHeadline);
  return { headline, location: dot > 1 ? rest[dot - 1] : undefined };
}

const isDot = (text: string): boolean => /^[·•∙]/.test(text);

/** The part of the column that holds the name with its badges: the child of what encloses both heading and contact link. */
function rowOf(heading: Element, contact: Element): Element | undefined {
  let row: Element = heading;
  while (row.parentElement && !row.parentElement.contains(contact)) row = row.parentElement;
  return row.parentElement ? row : undefined;
}

const follows = (one: Element, other: Element): boolean =>
  (one.compareDocumentPosition(other) & 4) !== 0; // DOCUMENT_POSITION_FOLLOWING
