import { dequal } from 'dequal';
import { memo } from 'react';
import type { BuyingRole } from '#lib/model/vocabulary.ts';
import type { Joining, LeftOut } from '#lib/panel/batch.ts';
import type { PersonView, Unsaid } from '#lib/panel/view.ts';
import { useLocale } from '../localized.tsx';
import { JoiningLine } from './joining-line.tsx';
import { PersonRow } from './person-row.tsx';

interface TickRowProps {
  /** The person's key in the list. */
  of: string;
  person: PersonView;
  checked: boolean;
  joining: Joining | undefined;
  leftOut: LeftOut | undefined;
  pageCompany?: string | undefined;
  unsaid?: Unsaid | undefined;
  onTick: (key: string, ticked: boolean, range: boolean) => void;
  onRoles: (key: string, roles: BuyingRole[]) => void;
}

/** Somebody to tick. Of a list of hundreds, a tick draws only the rows anew of which it changed something. */
export const TickRow = memo(function TickRow({
  of: key,
  person,
  checked,
  joining,
  leftOut,
  pageCompany,
  unsaid,
  onTick,
  onRoles,
}: TickRowProps) {
  useLocale();
  return (
    <PersonRow
      person={person}
      pageCompany={pageCompany}
      unsaid={unsaid}
      tick={(nameId) => (
        <input
          type="checkbox"
          aria-labelledby={nameId}
          checked={checked && !person.withheld}
          disabled={person.withheld !== undefined}
          // A change does not tell whether Shift is held; a click does, also one by the space bar.
          onClick={({ currentTarget, shiftKey }) => onTick(key, currentTarget.checked, shiftKey)}
          onChange={() => {}}
          className="mt-1.5 size-5 shrink-0 accent-accent"
        />
      )}
    >
      {(joining || leftOut) && (
        <JoiningLine
          person={person}
          joining={joining}
          leftOut={leftOut}
          onRoles={(roles) => onRoles(key, roles)}
        />
      )}
    </PersonRow>
  );
}, sameRow);

/** With each tick it is worked out anew who joins how: most of it comes out as it was. */
function sameRow(
  { joining: was, ...before }: TickRowProps,
  { joining: is, ...now }: TickRowProps,
): boolean {
  const same = (Object.keys(before) as (keyof typeof before)[]).every((name) =>
    Object.is(before[name], now[name]),
  );
  return (
    same &&
    was?.person === is?.person &&
    dequal([was?.roles, was?.suggestions], [is?.roles, is?.suggestions])
  );
}
