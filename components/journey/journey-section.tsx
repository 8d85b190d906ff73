import { useMemo, useState } from 'react';
import { t } from '#lib/browser/i18n.ts';
import type { JourneyFilter } from '#lib/model/journey.ts';
import { filtered, filtersOf, together } from '#lib/panel/journey.ts';
import type { EarlierView, JourneyAsk, JourneyGround } from '#lib/panel/view.ts';
import { useDoing } from '../acts.tsx';
import { Section } from '../ui/section.tsx';
import { Earlier } from './earlier.tsx';
import { JourneyFilters } from './journey-filters.tsx';
import { JourneyList } from './journey-list.tsx';
import { JourneyPicture } from './journey-picture.tsx';
import { Unrouted } from './unrouted.tsx';

type Chosen = Omit<JourneyFilter, 'decision'>;

/** What both teams did and what came of it, of one decision or of a whole account: the picture, and the same as a list. */
export function JourneySection({
  ground,
  opportunityId,
  empty,
}: {
  ground: JourneyGround;
  /** Of one decision; absent, of the account with all of them. */
  opportunityId?: string;
  /** What will stand here, while nothing does. */
  empty: string;
}) {
  const [chosen, choose] = useState<Chosen>({});
  const { earlier, is, ask } = useBeyond(ground, chosen, opportunityId);
  const { journey, solutions } = ground;
  const all = useMemo(() => together(journey, earlier?.entries ?? []), [journey, earlier]);
  const offered = useMemo(() => filtersOf(all), [all]);
  const shown = useMemo(() => filtered(all, chosen), [all, chosen]);
  const told = useMemo(() => ({ ...ground, names: earlier?.names }), [ground, earlier]);
  const beyond = (show: () => void) =>
    ask && (
      <Earlier
        is={is}
        onAsk={() => {
          ask();
          if (is === 'unasked' || is === 'more') show();
        }}
      />
    );
  return (
    <Section title={t('journey')}>
      <Unrouted ground={ground} />
      {all.length === 0 ? (
        <>
          <p className="px-4 pb-4 text-muted">{empty}</p>
          {beyond(() => {})}
        </>
      ) : (
        <>
          <JourneyPicture entries={shown} ground={ground} />
          <JourneyFilters
            offered={offered}
            solutions={
              opportunityId ? [] : solutions.filter(({ id }) => offered.solutionIds.has(id))
            }
            chosen={chosen}
            onChoose={choose}
          />
          <JourneyList
            entries={shown}
            ground={told}
            ofAccount={opportunityId === undefined}
            beyond={beyond}
          />
        </>
      )}
    </Section>
  );
}

/**
 * What the server told of this journey, whatever was chosen then, and how it stands with what is chosen now. There is
 * no way to ask where the cache has all of it.
 */
function useBeyond(
  { account, whole, touchesSince }: JourneyGround,
  { team, channel, solutionId: solution }: Chosen,
  opportunity: string | undefined,
): { earlier?: EarlierView; is: EarlierView['is'] | 'unasked'; ask?: () => void } {
  const { earlier, askEarlier } = useDoing();
  const wanted: JourneyAsk = {
    accountId: account.id,
    ...(opportunity && { opportunity }),
    ...(team && { team }),
    ...(channel && { channel }),
    ...(solution && { solution }),
    ...(touchesSince && { before: touchesSince }),
  };
  if (whole || !askEarlier) return { is: 'unasked' };
  const ask = () => askEarlier(wanted);
  if (earlier?.of.accountId !== account.id || earlier.of.opportunity !== opportunity)
    return { is: 'unasked', ask };
  const same = JSON.stringify(earlier.of) === JSON.stringify(wanted);
  return { earlier, is: same ? earlier.is : 'unasked', ask };
}
