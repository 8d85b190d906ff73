import { t } from '#lib/browser/i18n.ts';
import type { JourneyFilter } from '#lib/model/journey.ts';
import type { Solution } from '#lib/model/records/solution.ts';
import { Channel, Team } from '#lib/model/vocabulary.ts';
import type { filtersOf } from '#lib/panel/journey.ts';
import { channelLabel, teamLabel } from '../labels.ts';
import { Select } from '../ui/select.tsx';

type Chosen = Omit<JourneyFilter, 'decision'>;

/** Which touches are shown: of a team, a channel, a solution. What would leave all or nothing is not offered. */
export function JourneyFilters({
  offered: { teams, channels },
  solutions,
  chosen,
  onChoose,
}: {
  offered: ReturnType<typeof filtersOf>;
  /** Those to choose from; none where the journey is of one. */
  solutions: readonly Solution[];
  chosen: Chosen;
  onChoose: (chosen: Chosen) => void;
}) {
  if (teams.length < 2 && channels.length < 2 && solutions.length < 2) return null;
  return (
    <div className="grid grid-cols-2 gap-2 px-4 pb-2">
      {solutions.length > 1 && (
        <Select
          className="col-span-2"
          label={t('filterSolution')}
          value={chosen.solutionId ?? ''}
          onChange={({ target }) => onChoose({ ...chosen, solutionId: target.value || undefined })}
        >
          <option value="">{t('everySolution')}</option>
          {solutions.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </Select>
      )}
      <Select
        label={t('filterTeam')}
        value={chosen.team ?? ''}
        onChange={({ target }) => onChoose({ ...chosen, team: Team.safeParse(target.value).data })}
      >
        <option value="">{t('everyTeam')}</option>
        {teams.map((one) => (
          <option key={one} value={one}>
            {teamLabel(one)}
          </option>
        ))}
      </Select>
      <Select
        label={t('filterChannel')}
        value={chosen.channel ?? ''}
        onChange={({ target }) =>
          onChoose({ ...chosen, channel: Channel.safeParse(target.value).data })
        }
      >
        <option value="">{t('everyChannel')}</option>
        {channels.map((one) => (
          <option key={one} value={one}>
            {channelLabel(one)}
          </option>
        ))}
      </Select>
    </div>
  );
}
