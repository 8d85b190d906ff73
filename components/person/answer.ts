/** A person view as the user's answer to "Is this …?" makes it. */
import { coverage } from '#lib/model/coverage.ts';
import type { Contact } from '#lib/model/records/contact.ts';
import { withSeat } from '#lib/panel/effect.ts';
import type { PersonView, PlaceView } from '#lib/panel/view.ts';

/** `null`: not answered. `new`: none of those on offer. */
export type Answer = Contact | 'new' | null;

/** The person is the contact chosen (matched `by: 'user'`) or somebody new; places follow the contact's own seats. */
export function answered<P extends PersonView>(person: P, answer: Answer): P {
  if (answer === null) return person;
  if (answer === 'new') return { ...person, match: { is: 'new' } };
  const match = { is: 'known', contact: answer, by: 'user', elsewhere: false } as const;
  return { ...person, match, places: person.places.map((place) => placeOf(place, answer)) };
}

function placeOf(place: PlaceView, contact: Contact): PlaceView {
  const { group } = place.decision;
  return {
    ...place,
    member: group.members.find(({ contactId }) => contactId === contact.id),
    preview: (roles) => coverage(withSeat(group, contact, roles)),
  };
}
