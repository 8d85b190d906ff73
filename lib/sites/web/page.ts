/** Any other page, when the user asks for it by a click: h-cards, addresses one can write to, and the company by the site's host. */
import type { SeenPerson } from '#lib/model/detection.ts';
import type { Look } from '../look.ts';
import { emailIn, isMachine } from '../mail/address.ts';
import { personName } from '../names.ts';
import { present } from '../present.ts';
import { defineSite } from '../site.ts';
import { clean } from '../text.ts';
import { link, ownHost, profileSlug } from '../url.ts';

/** Shared addresses: they belong to the company, not to a person. */
const role =
  /^(?:info|contact|kontakt|hello|hi|hallo|office|mail|email|sales|support|help|service|team|jobs|careers?|hr|press|presse|media|marketing|billing|legal|privacy|datenschutz|webmaster|admin)$/;

export const webPage = defineSite({
  id: 'web-page',
  reads: ['name'],
  matches: (url) => /^https?:$/.test(url.protocol),
  detect(document, url, look) {
    if (!look.asked) return null;
    const host = ownHost(url);
    const account = host ? { domains: [look.took('domains', 'address', host)] } : undefined;
    const cards = look
      .all(document, 'card')
      // Who is quoted says so by the class, too, where the entry around is not marked as one.
      .filter((card) => !card.matches('.p-author, .author'))
      .filter((card) => !card.parentElement?.closest('.h-entry, .hentry, .h-card, .vcard'))
      .map((card) => fromCard(card, url, look))
      .filter((person) => person !== undefined);
    const at = { site: 'web-page', url: url.href };
    const [only] = cards;
    if (cards.length === 1 && only)
      return { kind: 'person', ...at, person: only, ...(account ? { account } : {}) };
    const known = new Set(cards.flatMap(({ emails }) => emails));
    const people = [...cards, ...written(document, known)];
    if (account) return { kind: 'account', ...at, account, ...(people.length ? { people } : {}) };
    return people.length ? { kind: 'people', ...at, people } : null;
  },
});

/** An h-card, or the vcard it grew from. Its classes are a published vocabulary, not styling. */
function fromCard(card: Element, url: URL, look: Look): SeenPerson | undefined {
  const name = look.text(card, 'card.name', personName);
  const company = look.text(card, 'card.company', clean);
  // A card whose name is the organisation's is a company's.
  if (!name || name === company) return undefined;
  const hrefs = [...card.querySelectorAll('a[href]')].map((anchor) => anchor.getAttribute('href'));
  const emails = hrefs
    .filter((href) => href?.startsWith('mailto:'))
    .map(emailIn)
    .filter((email) => email !== undefined && !isMachine(email));
  return present({
    name,
    company,
    title: look.text(card, 'card.title'),
    location: look.text(card, 'card.location'),
    linkedin: hrefs.map((href) => profileSlug(link(href, url))).find((slug) => slug !== undefined),
    emails: [...new Set(emails.filter((email) => email !== undefined))],
  });
}

/** Addresses to write to, each a person without a name: what a link says ("Write to us") is not one. */
function written(document: Document, known: ReadonlySet<string>): SeenPerson[] {
  const emails = new Set<string>();
  for (const anchor of document.querySelectorAll('a[href^="mailto:"]')) {
    const email = emailIn(anchor.getAttribute('href'));
    if (email && !known.has(email) && !isMachine(email) && !role.test(email.split('@')[0] ?? ''))
      emails.add(email);
  }
  return [...emails].map((email) => ({ emails: [email] }));
}
