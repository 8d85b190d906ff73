/** Profile, mobile-lite layout (/mwlite, and /in where LinkedIn takes the browser for a phone). */
import { personName } from '../names.ts';
import { present } from '../present.ts';
import { textOf } from '../text.ts';
import { cardSlug, type ProfileReader } from './card.ts';

export const readLite: ProfileReader = (document, url, look, slug) => {
  const mark = look.one(document, 'lite.mark');
  const card = ['section', 'main', 'body']
    .map((tag) => mark?.closest(tag))
    .find((around) => around?.querySelector('h1'));
  if (!card) return undefined;
  const name = look.text(card, 'lite.name', personName);
  const whose = cardSlug(card, url, slug);
  if (!name || whose.stale) return undefined;
  const company = look.text(card, 'lite.company');
  // Company and location look alike there: without the one, the other is told only if nothing else could be it.
  const places = look.all(card, 'lite.location').map(textOf);
  return {
    person: present({
      name,
      headline: look.text(card, 'lite.headline'),
      company,
      location:
        company || places.length === 1 ? places.find((place) => place !== company) : undefined,
      linkedin: whose.slug,
      emails: [],
    }),
  };
};
