/** Profile, mobile-lite layout (/mwlite, and /in where LinkedIn takes the browser for a phone). */
import { personName } from '../names.ts';
import { present } from '../present.ts';
import { cardSlug } from './card.ts';
import type { ProfileReader } from './profile.ts';

export const readLite: ProfileReader = (document, url, look, slug) => {
  const mark = look.one(document, 'lite.mark');
  const card = ['section', 'main', 'body']
    .map((tag) => mark?.closest(tag))
    .find((around) => around?.querySelector('h1'));
  if (!card) return undefined;
  const name = look.text(card, 'lite.name', personName);
  const whose = cardSlug(card, url, slug);
  if (!name || whose.stale) return undefined;
  return {
    person: present({
      name,
      headline: look.text(card, 'lite.headline'),
      company: look.text(card, 'lite.company'),
      location: look.text(card, 'lite.location'),
      linkedin: whose.slug,
      emails: [],
    }),
  };
};
