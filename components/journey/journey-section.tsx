import { useMemo, useState } from 'react';
import { t } from '#lib/browser/i18n.ts';
import { Channel, Team } from '#lib/model/vocabulary.ts';
import { filtered, filtersOf } from '#lib/panel/journey.ts';
import type { DecisionDetail } from '#lib/panel/view.ts';
import { channelLabel, teamLabel } from '../labels.ts';
import { Section } from '../ui/section.tsx';
import { Select } from '../ui/select.tsx';
import { JourneyList } from './journey-list.tsx';
import { JourneyPicture } from './journey-picture.tsx';
import { LogTouch } from './log-touch.tsx';

/** What both teams did and what came of it: noting a new contact, the picture, and the same as a list. */
export function JourneySection({
  detail,
  present,
}: {
  detail: DecisionDetail;
  present: readonly string[];
}) {
  const [team, setTeam] = useState<Team>();
  const [channel, setChannel] = useState<Channel>();
  const { journey, decision } = detail;
  const offered = useMemo(() => filtersOf(journey), [journey]);
  const shown = useMemo(() => filtered(journey, { team, channel }), [journey, team, channel]);
  return (
    <Section title={t('journey')}>
      <LogTouch detail={detail} present={present} />
      {journey.length === 0 ? (
        <p className="px-4 pb-4 text-muted">{t('journeyEmpty')}</p>
      ) : (
        <>
          <JourneyPicture entries={shown} decision={decision} />
          {(offered.teams.length > 1 || offered.channels.length > 1) && (
            <div className="flex gap-2 px-4 pb-2">
              <Select
                className="min-w-0 flex-1"
                label={t('filterTeam')}
                value={team ?? ''}
                onChange={({ target }) => setTeam(Team.safeParse(target.value).data)}
              >
                <option value="">{t('everyTeam')}</option>
                {offered.teams.map((one) => (
                  <option key={one} value={one}>
                    {teamLabel(one)}
                  </option>
                ))}
              </Select>
              <Select
                className="min-w-0 flex-1"
                label={t('filterChannel')}
                value={channel ?? ''}
                onChange={({ target }) => setChannel(Channel.safeParse(target.value).data)}
              >
                <option value="">{t('everyChannel')}</option>
                {offered.channels.map((one) => (
                  <option key={one} value={one}>
                    {channelLabel(one)}
                  </option>
                ))}
              </Select>
            </div>
          )}
          <JourneyList entries={shown} detail={detail} />
        </>
      )}
    </Section>
  );
}
