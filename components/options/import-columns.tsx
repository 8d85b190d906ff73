import { t } from '#lib/browser/i18n.ts';
import { type ColumnId, importColumns } from '#lib/model/transfer/columns.ts';
import type { Encoding } from '#lib/model/transfer/decode.ts';
import { takenTwice } from '#lib/model/transfer/headers.ts';
import { type Separator, separators } from '#lib/model/transfer/table.ts';
import type { ImportActs, ImportState } from '#lib/panel/use-import.ts';
import { asProblem } from '../acts.tsx';
import { Button } from '../ui/button.tsx';
import { controlLook, SelectField } from './controls.tsx';
import { EncodingOptions } from './import-choose.tsx';
import { StepProblem } from './step-problem.tsx';

const separatorKeys = { ',': 'comma', ';': 'semicolon', '\t': 'tab', '|': 'bar' } as const;

/** The second step: what each column of the file is taken as. */
export function ImportColumns({
  state: { file, busy, problem },
  acts,
}: {
  state: Extract<ImportState, { is: 'mapping' }>;
  acts: ImportActs;
}) {
  const { kind, name, encoding, table, mapping } = file;
  const twice = takenTwice(kind, mapping);
  const none = mapping.every((id) => id === null);
  const headerOf = (at: number) =>
    table.headers[at] || t('importColumnNameless', { count: at + 1 });
  return (
    <>
      <p>
        <bdi className="font-medium">{name}</bdi>{' '}
        <span className="text-muted">{t('importRowCount', { count: table.rows.length })}</span>
      </p>
      <div className="grid grid-cols-2 gap-2 sm:flex">
        <SelectField
          className="min-w-0 sm:w-44"
          label={t('importReading')}
          value={encoding}
          onChange={({ target }) => acts.readAs({ encoding: target.value as Encoding })}
        >
          <EncodingOptions />
        </SelectField>
        <SelectField
          className="min-w-0 sm:w-44"
          label={t('importSeparator')}
          value={table.separator}
          onChange={({ target }) => acts.readAs({ separator: target.value as Separator })}
        >
          {separators.map((one) => (
            <option key={one} value={one}>
              {t(`separator_${separatorKeys[one]}`)}
            </option>
          ))}
        </SelectField>
      </div>
      <table className="w-full table-fixed border-collapse">
        <caption className="sr-only">{t('importColumns', { name })}</caption>
        <thead className="text-start text-small text-muted">
          <tr>
            <th scope="col" className="pb-1 text-start font-normal">
              {t('importColumn')}
            </th>
            <th scope="col" className="pb-1 text-start font-normal">
              {t('importTakenAs')}
            </th>
          </tr>
        </thead>
        <tbody>
          {mapping.map((id, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a column is its place
            <tr key={at} className="border-t border-line align-top">
              <th scope="row" className="py-1.5 pe-2 text-start font-medium">
                <bdi className="block truncate">{headerOf(at)}</bdi>
                <bdi className="block truncate text-small font-normal text-muted">
                  {exampleOf(table.rows, at)}
                </bdi>
              </th>
              <td className="py-1.5">
                <select
                  aria-label={t('importColumnTakenAs', { column: headerOf(at) })}
                  aria-invalid={id !== null && twice.includes(id) ? true : undefined}
                  value={id ?? ''}
                  onChange={({ target }) =>
                    acts.take(at, (target.value || null) as ColumnId | null)
                  }
                  className={`${controlLook} ${id === null ? 'text-muted!' : ''}`}
                >
                  <option value="">{t('importNotTaken')}</option>
                  {importColumns(kind).map((column) => (
                    <option key={column.id} value={column.id}>
                      {t(`column_${column.id}`)}
                    </option>
                  ))}
                </select>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <div role="status" className="text-warn empty:-mt-3">
        {none && <p>{t('importNoneTaken')}</p>}
        {twice.map((id) => (
          <p key={id}>{t('importTakenTwice', { column: t(`column_${id}`) })}</p>
        ))}
      </div>
      <StepProblem problem={problem === undefined ? undefined : asProblem(problem)} />
      <div className="flex flex-wrap gap-2">
        <Button
          look="solid"
          disabled={busy || none || twice.length > 0}
          onClick={() => void acts.check()}
        >
          {t(busy ? 'importChecking' : 'importCheck')}
        </Button>
        <Button disabled={busy} onClick={acts.restart}>
          {t('importOther')}
        </Button>
      </div>
    </>
  );
}

/** What stands first in a column, as it was read: wrong letters show here. */
const exampleOf = (rows: readonly { cells: string[] }[], at: number): string =>
  rows.find(({ cells }) => cells[at])?.cells[at] ?? '';
