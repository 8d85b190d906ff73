import { useCallback, useEffect, useMemo } from 'react';
import { t } from '#lib/browser/i18n.ts';
import { personKey } from '#lib/panel/batch.ts';
import { keysOf, tickedIn } from '#lib/panel/ticked.ts';
import { useTicks } from '#lib/panel/ticks.ts';
import type { ListDecisionView, PersonView, Unsaid } from '#lib/panel/view.ts';
import { useDoing } from '../acts.tsx';
import { Button } from '../ui/button.tsx';
import { BatchBar } from './batch-bar.tsx';
import { TickRow } from './tick-row.tsx';
import { Ticking } from './ticking.ts';

/** People to tick, and at the foot what can be done with all who are ticked. */
export function TickList({
  url,
  people,
  pageCompany,
  decisions,
  unsaid,
}: {
  url: string;
  people: readonly PersonView[];
  /** On a company's own page, its name. */
  pageCompany?: string;
  decisions: readonly ListDecisionView[];
  /** Whether whoever seems new is on record. */
  unsaid?: Unsaid | undefined;
}) {
  const ticks = useTicks(useDoing().ticks);
  const { at, tick, only, setRoles } = ticks;
  useEffect(() => at(url), [at, url]);
  const keys = useMemo(() => people.map(({ seen }) => personKey(seen)), [people]);
  // A page may name somebody twice.
  const rowIds = useMemo(
    () => keys.map((key, row) => (keys.indexOf(key) === row ? key : `${key} ${row}`)),
    [keys],
  );
  const { ticked, view, batch } = tickedIn(people, decisions, ticks);
  const onTick = useCallback(
    (key: string, ticked: boolean, range: boolean) => tick(key, ticked, range ? keys : undefined),
    [tick, keys],
  );
  return (
    <>
      {people.length > 1 && (
        <fieldset className="flex flex-wrap items-center gap-1 px-4 py-1">
          <legend className="sr-only">{t('tickWho')}</legend>
          <Button
            look="bare"
            className="-ms-2.5 text-small"
            onClick={() => only(keysOf(people, 'known'))}
          >
            {t('tickKnown')}
          </Button>
          <Button look="bare" className="text-small" onClick={() => only(keysOf(people, 'new'))}>
            {t('tickNew')}
          </Button>
          <Button
            look="bare"
            className="text-small"
            disabled={ticked.length === 0}
            onClick={() => only([])}
          >
            {t('tickNone')}
          </Button>
        </fieldset>
      )}
      <Ticking value={ticked.length > 0}>
        <ul>
          {people.map((person, row) => {
            const key = keys[row] ?? '';
            const checked = ticks.ticked.has(key);
            return (
              <TickRow
                key={rowIds[row]}
                of={key}
                person={person}
                checked={checked}
                joining={batch?.joining.get(key)}
                leftOut={checked ? batch?.leftOut.get(key) : undefined}
                pageCompany={pageCompany}
                unsaid={person.match.is === 'new' ? unsaid : undefined}
                onTick={onTick}
                onRoles={setRoles}
              />
            );
          })}
        </ul>
      </Ticking>
      {ticked.length > 0 && (
        <BatchBar
          ticked={ticked}
          ticks={ticks}
          decisions={decisions}
          view={view}
          batch={batch}
          checking={unsaid === 'checking'}
        />
      )}
    </>
  );
}
