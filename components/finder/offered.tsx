import { Command } from 'cmdk';
import { ChevronsDown } from 'lucide-react';
import { useState } from 'react';
import { t } from '#lib/browser/i18n.ts';
import type { Command as Act } from './command.ts';
import type { Listed, Topic, Used } from './commands.ts';
import { iconOf, kindOf } from './kinds.ts';
import { Group, Row } from './rows.tsx';

/** Of each topic; one more is shown rather than a row that says so. */
const shown = 6;

/** What the palette offers before anything is typed: what was used last, then the likeliest of each topic. */
export function Offered({
  commands,
  used,
  choose,
  onSelect,
}: {
  commands: readonly Listed[];
  used: readonly Used[];
  choose: (act: Act) => () => void;
  /** Takes the row of this value for the chosen one. */
  onSelect: (value: string) => void;
}) {
  const [whole, setWhole] = useState<ReadonlySet<Topic>>(new Set());
  const row = (act: Listed, where = '') => (
    <Row
      key={act.id}
      value={where + act.id}
      icon={iconOf(act)}
      name={act.label}
      about={act.about}
      effect={act.effect}
      onSelect={choose(act)}
    />
  );
  const recent = recentOf(commands, used);
  return (
    <>
      {/* Chosen at first, so that Enter by itself does nothing: much of what is likeliest changes something. */}
      <Command.Item value="nothing" hidden />
      {recent.length > 0 && (
        <Group heading={t('commandsUsed')}>{recent.map((act) => row(act, 'used '))}</Group>
      )}
      {[...new Set(commands.map(({ topic }) => topic))].map((topic) => {
        const of = commands.filter((act) => act.topic === topic);
        const first = whole.has(topic) || of.length <= shown + 1 ? of : of.slice(0, shown);
        const [next] = of.slice(shown);
        return (
          <Group key={topic} heading={t(`topic_${topic}`)}>
            {first.map((act) => row(act))}
            {next && of.length > shown + 1 && (
              <Row
                value={`more ${topic}`}
                icon={ChevronsDown}
                name={t('showMore', { count: of.length - shown })}
                gone={whole.has(topic)}
                onSelect={() => {
                  setWhole(new Set([...whole, topic]));
                  onSelect(next.id);
                }}
              />
            )}
          </Group>
        );
      })}
    </>
  );
}

/** The same acts as can be done here, or others of their kind. */
function recentOf(commands: readonly Listed[], used: readonly Used[]): Listed[] {
  const found = used.flatMap(({ kind, label }) => {
    const alike = commands.filter((act) => kindOf(act) === kind);
    return alike.find((act) => act.label === label) ?? alike[0] ?? [];
  });
  return [...new Set(found)];
}
