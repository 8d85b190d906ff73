/** Profile, Ember layouts (2018 to 2026): a heading in a card, one list of organisations, sections with ids. */
import type { Look } from '../look.ts';
import { personName } from '../names.ts';
import { present } from '../present.ts';
import { fold, lines, textOf } from '../text.ts';
import { cardSlug, type ProfileReader } from './card.ts';
import { type Entry, entryOf, onlyEmployer, tenure, titleAt } from './tenure.ts';

export const readEmber: ProfileReader = (document, url, look, slug) => {
  const heading = look.one(document, 'ember.name');
  const name = personName(textOf(heading));
  const card = heading?.closest('section') ?? heading?.closest('[class*="top-card"]');
  if (!heading || !name || !card) return undefined;
  const whose = cardSlug(card, url, slug);
  // An error page or a sign-in form has a heading too: the card must show that it is a member's.
  if (whose.stale || !look.one(card, 'ember.proof')) return undefined;
  const entries = look.all(document, 'ember.experience').map(entryOf);
  const company = employer(document, card, look, entries);
  return {
    person: present({
      name,
      headline: headline(card, heading, look),
      company,
      title: company && titleAt(entries, company),
      location: location(card, look),
      linkedin: whose.slug,
      emails: [],
    }),
  };
};

/** The headline by its class; where classes are hashed, the first block of text below the row with the name. */
function headline(card: Element, heading: Element, look: Look): string | undefined {
  const named = look.text(card, 'ember.headline');
  if (named) return named === '--' ? undefined : named;
  for (let row = heading; row !== card && row.parentElement; row = row.parentElement)
    for (let next = row.nextElementSibling; next; next = next.nextElementSibling) {
      if (!/^(?:div|h2)$/i.test(next.tagName) || !textOf(next)) continue;
      const plain = !next.querySelector('a, button, ul, h1, [role="button"]');
      return plain
        ? look.took('ember.headline', 'the block below the name', textOf(next))
        : undefined;
    }
  return undefined;
}

/** Where the person works now: what the card calls the company, unless the experience ended it. */
function employer(
  document: Document,
  card: Element,
  look: Look,
  entries: readonly Entry[],
): string | undefined {
  const company = look.text(card, 'ember.company') ?? companyChip(document, card, look, entries);
  if (company) return tenure(entries, company) === 'past' ? undefined : company;
  return onlyEmployer(entries);
}

/** The chips beside the name are company, then school; a lone one is a company only if the experience has it and the education has not. */
function companyChip(
  document: Document,
  card: Element,
  look: Look,
  entries: readonly Entry[],
): string | undefined {
  const chips = look
    .all(card, 'ember.chips')
    .map((chip) => textOf(chip))
    .filter((text) => text !== undefined);
  const [first, second] = chips;
  if (!first || chips.length > 2) return undefined;
  const schools = look.all(document, 'ember.education').flatMap((entry) => lines(entry, 4));
  const isSchool = schools.some((line) => fold(line) === fold(first));
  if (second && !(isSchool && tenure(entries, first) === 'unknown')) return first;
  return !isSchool && tenure(entries, first) === 'now' ? first : undefined;
}

/** The location stands before the contact link; its classes are a second way. */
function location(card: Element, look: Look): string | undefined {
  const contact = look.one(card, 'ember.contact');
  const place = contact?.closest('span')?.previousElementSibling;
  const text = textOf(place);
  if (text && place?.tagName.toLowerCase() === 'span')
    return look.took('ember.location', 'before the contact link', text);
  return look.text(card, 'ember.location');
}
