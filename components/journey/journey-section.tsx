import { type ReactNode, useMemo, useState } from 'react';
import { t } from '#lib/browser/i18n.ts';
import type { JourneyFilter } from '#lib/model/journey.ts';
import { filtered, filtersOf } from '#lib/panel/journey.ts';
import type { JourneyGround } from '#lib/panel/view.ts';
import { Section } from '../ui/section.tsx';
import { JourneyFilters } from './journey-filters.tsx';
import { JourneyList } from './journey-list.tsx';
import { JourneyPicture } from './journey-picture.tsx';
import { Unrouted } from './unrouted.tsx';

/** What both teams did and what came of it, of one decision or of a whole account: the picture, and the same as a list. */
export function JourneySection({
  ground,
  ofAccount = false,
  empty,
  children,
}: {
  ground: JourneyGround;
  ofAccount?: boolean;
  /** What will stand here, while nothing does. */
  empty: string;
  /** What stands above the picture. */
  children?: ReactNode;
}) {
  const [chosen, choose] = useState<Omit<JourneyFilter, 'decision'>>({});
  const { journey, solutions } = ground;
  const offered = useMemo(() => filtersOf(journey), [journey]);
  const shown = useMemo(() => filtered(journey, chosen), [journey, chosen]);
  return (
    <Section title={t('journey')}>
      {children}
      <Unrouted ground={ground} />
      {journey.length === 0 ? (
        <p className="px-4 pb-4 text-muted">{empty}</p>
      ) : (
        <>
          <JourneyPicture entries={shown} ground={ground} />
          <JourneyFilters
            offered={offered}
            solutions={ofAccount ? solutions.filter(({ id }) => offered.solutionIds.has(id)) : []}
            chosen={chosen}
            onChoose={choose}
          />
          <JourneyList entries={shown} ground={ground} ofAccount={ofAccount} />
        </>
      )}
    </Section>
  );
}
