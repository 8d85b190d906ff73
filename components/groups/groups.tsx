import { useId, useMemo, useRef, useState } from 'react';
import { t } from '#lib/browser/i18n.ts';
import type { Account } from '#lib/model/records/account.ts';
import type { Contact } from '#lib/model/records/contact.ts';
import { type GroupRow, groupRows, inNoGroup } from '#lib/panel/group-rows.ts';
import type { DecisionView } from '#lib/panel/view.ts';
import { Button } from '../ui/button.tsx';
import { Section } from '../ui/section.tsx';
import { AttachCell } from './attach-cell.tsx';
import { DecisionHead, MemberCell, Missing, PersonHead } from './group-cells.tsx';
import { useGrid } from './use-grid.ts';

/** So many columns and rows at first; one or two more are shown rather than hidden behind a button. */
const firstDecisions = 12;
const firstPeople = 12;

/** The buying groups of an account's decisions side by side: who is in which, as what, and who is missing. */
export function Groups({
  account,
  decisions,
  contacts,
}: {
  account: Account;
  decisions: readonly DecisionView[];
  /** Everybody known at the account. */
  contacts: ReadonlyMap<string, Contact> | undefined;
}) {
  const [wide, setWide] = useState(decisions.length <= firstDecisions + 2);
  const [long, setLong] = useState(false);
  const table = useRef<HTMLTableElement>(null);
  const members = useMemo(() => groupRows(decisions), [decisions]);
  const others = useMemo(() => inNoGroup(members, contacts?.values() ?? []), [members, contacts]);
  const atFirst = members.length <= firstPeople + 2 ? members : members.slice(0, firstPeople);
  const rows = long ? [...members, ...others] : atFirst;
  const hidden = members.length + others.length - rows.length;
  const columns = wide ? decisions : decisions.slice(0, firstDecisions);
  /** The button is gone once it was pressed: the focus goes on in the table. */
  const show = (more: (on: boolean) => void) => () => {
    more(true);
    table.current?.querySelector<HTMLElement>('[tabindex="0"]')?.focus();
  };
  return (
    <Section title={t('groupsSideBySide')} count={members.length}>
      <Table table={table} account={account} rows={rows} columns={columns} decisions={decisions} />
      <div className="flex flex-wrap gap-x-2 px-1.5 pb-2 empty:hidden">
        {hidden > 0 && (
          <Button look="bare" onClick={show(setLong)}>
            {t('morePeople', { count: hidden })}
          </Button>
        )}
        {columns.length < decisions.length && (
          <Button look="bare" onClick={show(setWide)}>
            {t('moreDecisions', { count: decisions.length - columns.length })}
          </Button>
        )}
      </div>
    </Section>
  );
}

/** Wider than the panel, it is moved beneath the names. */
function Table({
  table,
  account,
  rows,
  columns,
  decisions,
}: {
  table: React.RefObject<HTMLTableElement | null>;
  account: Account;
  rows: readonly GroupRow[];
  columns: readonly DecisionView[];
  decisions: readonly DecisionView[];
}) {
  const id = useId();
  const keys = useGrid(table);
  const names = 'sticky start-0 z-1 h-full bg-page p-0 text-start align-top font-normal';
  return (
    <div className="relative overflow-x-auto overscroll-x-contain pb-1 scroll-ps-25">
      <p id={id} className="sr-only">
        {t('groupsKeys')}
      </p>
      <table
        ref={table}
        // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: one stop of the Tab key, with arrow keys within.
        role="grid"
        aria-label={t('groupsSideBySide')}
        aria-describedby={id}
        style={{ minWidth: `${6.25 + columns.length * 5.375}rem` }}
        className="h-px w-full table-fixed border-collapse text-small"
        {...keys}
      >
        <thead>
          <tr>
            <td className="sticky start-0 z-1 w-25 bg-page" />
            {columns.map((decision) => (
              <th
                key={decision.opportunity.id}
                scope="col"
                className="h-full p-0 text-start align-bottom font-normal"
              >
                <DecisionHead decision={decision} />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          <tr className="border-t border-line">
            <th scope="row" className={names}>
              <span className="block py-1.5 ps-4 pe-1.5 text-muted">{t('whoIsMissing')}</span>
            </th>
            {columns.map((decision) => (
              <td key={decision.opportunity.id} className="h-full p-px align-top">
                <Missing decision={decision} />
              </td>
            ))}
          </tr>
          {rows.map((row) => (
            <tr key={row.contactId} className="border-t border-line">
              <th scope="row" className={names}>
                <PersonHead row={row} accountId={account.id} />
              </th>
              {columns.map((decision) => (
                <td key={decision.opportunity.id} className="h-full p-px align-top">
                  <Cell account={account} row={row} decision={decision} decisions={decisions} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Cell({
  account,
  row: { contact, members },
  decision,
  decisions,
}: {
  account: Account;
  row: GroupRow;
  decision: DecisionView;
  decisions: readonly DecisionView[];
}) {
  const member = members.get(decision.opportunity.id);
  if (member) return <MemberCell decision={decision} member={member} />;
  if (!contact || contact.left) return null;
  return (
    <AttachCell account={account} contact={contact} decision={decision} decisions={decisions} />
  );
}
