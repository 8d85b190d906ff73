/** Profile, SDUI layout (December 2025 on): no h1, hashed classes, keys that name the cards. */
import { personName } from '../names.ts';
import { present } from '../present.ts';
import { textOf } from '../text.ts';
import { link, profileSlug } from '../url.ts';
import { cardSlug } from './card.ts';
import type { ProfileReader } from './profile.ts';
import { onlyEmployer, tenure, titleAt } from './tenure.ts';

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
  const entries = look.all(document, 'sdui.experience');
  const employer = company
    ? tenure(entries, company) === 'past'
      ? undefined
      : company
    : onlyEmployer(entries);
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

/** Headline and location by their place between the name and the contact link: their classes are hashes, their words anybody's. */
function texts(
  card: Element,
  heading: Element | undefined,
  contact: Element | undefined,
  organisations: (string | undefined)[],
): { headline?: string; location?: string } {
  if (!heading || !contact) return {};
  const paragraphs = [...card.querySelectorAll('p')];
  const row = rowOf(heading, contact);
  const end = paragraphs.findIndex((p) => p.contains(contact) || contact.contains(p));
  const known = organisations.filter((name) => name !== undefined);
  const orgLine = known.join(' · ');
  const between = paragraphs
    .slice(0, Math.max(end, 0))
    .filter((p) => row && !row.contains(p) && follows(row, p))
    .map((p) => ({ p, text: textOf(p) }))
    .filter(({ text }) => text && !/^[·•]/.test(text));
  const line = paragraphs[end]?.parentElement;
  const location = between.find(({ p }) => p.parentElement === line)?.text;
  const headline = between.find(
    ({ p, text }) => p.parentElement !== line && text !== orgLine && !known.includes(text ?? ''),
  )?.text;
  return present({ headline, location });
}

/** The part of the column that holds the name with its badges: the child of what encloses both heading and contact link. */
function rowOf(heading: Element, contact: Element): Element | undefined {
  let row: Element = heading;
  while (row.parentElement && !row.parentElement.contains(contact)) row = row.parentElement;
  return row.parentElement ? row : undefined;
}

const follows = (one: Element, other: Element): boolean =>
  (one.compareDocumentPosition(other) & 4) !== 0; // DOCUMENT_POSITION_FOLLOWING
