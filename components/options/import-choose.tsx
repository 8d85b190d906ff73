import { FileDown } from 'lucide-react';
import { type ReactNode, useId } from 'react';
import { t } from '#lib/browser/i18n.ts';
import { importColumns, type RowKind, rowKinds } from '#lib/model/transfer/columns.ts';
import { type Encoding, encodings, type FileRefusedError } from '#lib/model/transfer/decode.ts';
import { csvLines } from '#lib/model/transfer/write.ts';
import type { ImportActs, ImportState } from '#lib/panel/use-import.ts';
import { saveFile } from '../save-file.ts';
import { Button } from '../ui/button.tsx';
import { controlLook, SelectField } from './controls.tsx';

/** Names of standards, the same in every language. */
export const encodingNames: Record<Encoding, string> = {
  'utf-8': 'UTF-8',
  'utf-16le': 'UTF-16 LE',
  'utf-16be': 'UTF-16 BE',
  'windows-1252': 'Windows-1252',
  'windows-1250': 'Windows-1250',
  'windows-1251': 'Windows-1251',
  macintosh: 'Mac OS Roman',
  gb18030: 'GB 18030 (GBK)',
  big5: 'Big5',
  shift_jis: 'Shift JIS',
  'euc-kr': 'EUC-KR',
};

export const EncodingOptions = () =>
  encodings.map((one) => (
    <option key={one} value={one}>
      {encodingNames[one]}
    </option>
  ));

export const KindOptions = () =>
  rowKinds.map((kind) => (
    <option key={kind} value={kind}>
      {t(`rows_${kind}`)}
    </option>
  ));

/** The first step: which list, and the file. */
export function ChooseFile({
  state: { kind, refused },
  acts,
}: {
  state: Extract<ImportState, { is: 'choosing' }>;
  acts: ImportActs;
}) {
  const id = useId();
  const code = refused?.error.code;
  return (
    <>
      <p className="text-muted">{t('importTeach')}</p>
      <div className="grid items-end gap-2 sm:flex">
        <SelectField
          className="min-w-0 sm:w-44"
          label={t('importWhat')}
          value={kind}
          onChange={({ target }) => acts.setKind(target.value as RowKind)}
        >
          <KindOptions />
        </SelectField>
        <div className="flex min-w-0 flex-col gap-1 sm:flex-1">
          <label htmlFor={id} className="text-small text-muted">
            {t('importFile')}
          </label>
          <input
            id={id}
            type="file"
            accept=".csv,.tsv,.txt,text/csv,text/tab-separated-values"
            onChange={({ target }) => {
              const [file] = target.files ?? [];
              if (file) void acts.choose(file);
            }}
            className={controlLook}
          />
        </div>
      </div>
      <div>
        <Button
          look="link"
          className="-ms-2.5"
          onClick={() =>
            saveFile(`${kind}.csv`, csvLines([importColumns(kind).map((column) => column.id)]))
          }
        >
          <FileDown aria-hidden size={14} />
          {t('importTemplate')}
        </Button>
      </div>
      <div role="alert" className="empty:-mt-3">
        {refused && (
          <p className="rounded-medium bg-danger-soft px-3 py-2 text-danger">
            <bdi className="font-medium">{refused.name}</bdi>
            <br />
            {refusalText(refused.error)}
          </p>
        )}
      </div>
      {(code === 'encodingUnknown' || code === 'notThisEncoding') && (
        <SelectField
          className="sm:w-56"
          label={t('importEncoding')}
          value=""
          onChange={({ target }) => acts.readAs({ encoding: target.value as Encoding })}
        >
          <option value="" disabled>
            {t('importEncodingChoose')}
          </option>
          <EncodingOptions />
        </SelectField>
      )}
    </>
  );
}

function refusalText({ code, line = 0 }: FileRefusedError): ReactNode {
  if (code === 'quoteOpen' || code === 'tooManyCells') return t(`refused_${code}`, { line });
  return t(`refused_${code}`);
}
