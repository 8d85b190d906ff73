/** People search: a list, in SDUI and Ember rows. */
import type { SeenPerson } from '#lib/model/detection.ts';
import type { Look } from '../look.ts';
import { personName } from '../names.ts';
import { present } from '../present.ts';
import { defineSite } from '../site.ts';
import { textOf } from '../text.ts';
import { isHost, link, profileSlug } from '../url.ts';

export const linkedinSearch = defineSite({
  id: 'linkedin-search',
  reads: [],
  matches: (url) =>
    isHost(url, 'linkedin.com') && /^\/search\/results\/people(?:\/|$)/.test(url.pathname),
  detect(document, url, look) {
    const rows = look.all(document, 'row');
    const people = rows
      .map((row) => personIn(row, url, look))
      .filter((person) => person !== undefined);
    return people.length
      ? { kind: 'people', site: 'linkedin-search', url: url.href, people }
      : null;
  },
});

/** One row: the first profile link with text is the person. Mutual connections, in bold, are linked too; the link around a whole row is its person's. */
function personIn(row: Element, url: URL, look: Look): SeenPerson | undefined {
  const around = link(row.closest('a[href*="/in/"]')?.getAttribute('href'), url)?.pathname;
  for (const element of look.all(row, 'name')) {
    const name = personName(textOf(element));
    const anchor = element.closest('a');
    const target = link(anchor?.getAttribute('href'), url);
    if (!anchor || !name || !target || !/^\/in\//.test(target.pathname)) continue;
    if (anchor.querySelector('strong') || (around && around !== target.pathname)) continue;
    return present({
      name,
      ...below(row, anchor, look),
      linkedin: profileSlug(target),
      emails: [],
    });
  }
  return undefined;
}

/** Headline and location are the two lines below the name; with one alone it can not be said which it is. */
function below(
  row: Element,
  anchor: Element,
  look: Look,
): Pick<SeenPerson, 'headline' | 'location'> {
  const named = {
    headline: look.text(row, 'headline'),
    location: look.text(row, 'location'),
  };
  if (named.headline && named.location) return named;
  const paragraph = anchor.closest('p');
  const lines = paragraph
    ? [...row.querySelectorAll('p')].filter(
        (p) => (paragraph.compareDocumentPosition(p) & 4) !== 0 && !paragraph.contains(p),
      )
    : siblingsBelow(row, anchor);
  const [first, second] = lines.filter((line) => textOf(line));
  if (!first || !second || first.querySelector('a') || second.querySelector('a'))
    return present(named);
  const location = textOf(second);
  return present({
    headline: look.took('headline', 'first line below the name', textOf(first)),
    // "Current: Engineer at …" stands there when the row has no location.
    location:
      location && !/[:：]/.test(location)
        ? look.took('location', 'second line', location)
        : undefined,
  });
}

/** Ember: the name's block and the lines below it are siblings somewhere above the link. */
function siblingsBelow(row: Element, anchor: Element): Element[] {
  for (
    let block: Element = anchor;
    block !== row && block.parentElement;
    block = block.parentElement
  ) {
    const below: Element[] = [];
    for (let next = block.nextElementSibling; next; next = next.nextElementSibling)
      if (next.tagName.toLowerCase() === 'div' && textOf(next)) below.push(next);
    if (below.length >= 2) return below;
  }
  return [];
}
