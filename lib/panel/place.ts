/** One person in one decision of theirs, or in one they may join. */
import { coverage } from '#lib/model/coverage.ts';
import type { SeenPerson } from '#lib/model/detection.ts';
import type { PersonMatch } from '#lib/model/match.ts';
import type { Contact } from '#lib/model/records/contact.ts';
import { suggestRoles } from '#lib/model/suggest.ts';
import { newcomer, withSeat } from './effect.ts';
import type { DecisionView, PersonView, PlaceView } from './view.ts';

/** Somebody on record, as if a page had shown them. */
export function onRecord(contact: Contact): Pick<PersonView, 'seen' | 'match'> {
  const { name, title, headline, emails } = contact;
  return {
    seen: { name, emails, ...(title && { title }), ...(headline && { headline }) },
    match: { is: 'known', contact, by: 'user', elsewhere: false },
  };
}

/** `all` are the decisions of the account: roles held in the others speak for the same here. */
export function placeView(
  decision: DecisionView,
  { seen, match }: { seen: SeenPerson; match: PersonMatch },
  all: readonly DecisionView[],
): PlaceView {
  const { group, opportunity } = decision;
  const who = match.is === 'known' ? match.contact : newcomer('new', opportunity);
  const member = group.members.find(({ contactId }) => contactId === who.id);
  const elsewhere = all.flatMap((other) =>
    other === decision ? [] : other.group.members.filter(({ contactId }) => contactId === who.id),
  );
  const person = match.is === 'known' ? match.contact : seen;
  return {
    decision,
    ...(member && { member }),
    suggestions: suggestRoles(person, group, elsewhere),
    preview: (roles) => coverage(withSeat(group, who, roles)),
  };
}
