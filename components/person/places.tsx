import { useState } from 'react';
import { t } from '#lib/browser/i18n.ts';
import type { PersonView } from '#lib/panel/view.ts';
import { PlaceCard } from '../decision/place-card.tsx';
import { Button } from '../ui/button.tsx';

/** Up to so many decisions stand open; beyond it only those the person sits in, and the first few. */
const allOpen = 4;
const firstShown = 12;

/** The decisions of the account as they concern one person; the person's own come first. */
export function Places({ person }: { person: PersonView }) {
  const [all, setAll] = useState(false);
  const seated = ({ member }: PersonView['places'][number]) =>
    member && member.status !== 'inactive';
  const sorted = [
    ...person.places.filter(seated),
    ...person.places.filter((place) => !seated(place)),
  ];
  const many = sorted.length > allOpen;
  const shown = all ? sorted : sorted.slice(0, firstShown);
  return (
    <>
      {shown.map((place, at) => (
        <PlaceCard
          key={place.decision.opportunity.id}
          person={person}
          place={place}
          folded={many && at >= 2 && !seated(place)}
        />
      ))}
      {shown.length < sorted.length && (
        <div className="px-4 pb-3">
          <Button look="bare" className="-ms-2.5" onClick={() => setAll(true)}>
            {t('showMore', { count: sorted.length - shown.length })}
          </Button>
        </div>
      )}
    </>
  );
}
