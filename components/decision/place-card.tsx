import { memo, useMemo, useState } from 'react';
import type { BuyingRole } from '#lib/model/vocabulary.ts';
import type { PersonView, PlaceView } from '#lib/panel/view.ts';
import { useLocale } from '../localized.tsx';
import { nameOf } from '../person/names.ts';
import { Attach, rolesOnOffer } from './attach.tsx';
import { DecisionCard } from './decision-card.tsx';

/** A decision as it concerns one person: their seat, or the one they would take. */
export const PlaceCard = memo(function PlaceCard({
  person,
  place,
  folded,
}: {
  person: PersonView;
  place: PlaceView;
  folded?: boolean;
}) {
  useLocale();
  const [chosen, choose] = useState<BuyingRole[] | null>(null);
  const { member } = place;
  // Whoever left takes no further seat; one still held can be given up.
  const left = person.match.is === 'known' && person.match.contact.left !== undefined;
  const open = person.match.is !== 'maybe' && (!left || member?.status === 'confirmed');
  const offering = open && (member?.status !== 'confirmed' || chosen !== null);
  const roles = useMemo(() => rolesOnOffer(place, chosen), [place, chosen]);
  const after = useMemo(() => (offering ? place.preview(roles) : null), [offering, place, roles]);
  return (
    <DecisionCard
      decision={place.decision}
      own={member && member.status !== 'inactive' ? member.contactId : undefined}
      ghost={offering ? { name: nameOf(person), roles } : undefined}
      after={after}
      folded={folded}
    >
      {open && <Attach person={person} place={place} chosen={chosen} onChoose={choose} />}
    </DecisionCard>
  );
});
