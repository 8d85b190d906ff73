/** Lists in and out: what is exported, and the steps of an import. */
import { Download } from 'lucide-react';
import { useId, useState } from 'react';
import { t } from '#lib/browser/i18n.ts';
import type { RowKind } from '#lib/model/transfer/columns.ts';
import type { ImportActs, ImportState } from '#lib/panel/use-import.ts';
import { asProblem, type Problem, useAct } from '../acts.tsx';
import { Button } from '../ui/button.tsx';
import { SelectField } from './controls.tsx';
import { ChooseFile, KindOptions } from './import-choose.tsx';
import { ImportColumns } from './import-columns.tsx';
import { ImportChecked, ImportDone } from './import-result.tsx';
import { StepProblem } from './step-problem.tsx';

export type ExportFormat = 'excel' | 'csv' | 'json';
const formats: readonly ExportFormat[] = ['excel', 'csv', 'json'];

export interface TransferProps {
  state: ImportState;
  acts: ImportActs;
  /** Saves the file and gives its name. */
  onExport: (kind: RowKind, format: ExportFormat) => Promise<string>;
}

export function Transfer({ state, acts, onExport }: TransferProps) {
  const id = useId();
  return (
    <section aria-labelledby={id} className="pt-6">
      <h3 id={id} className="font-semibold">
        {t('transfer')}
      </h3>
      <p className="pt-0.5 pb-3 text-muted">{t('transferHint')}</p>
      <Export onExport={onExport} />
      <div className="mt-4 flex flex-col gap-3 border-t border-line pt-4">
        <Step state={state} acts={acts} />
      </div>
    </section>
  );
}

function Step({ state, acts }: Pick<TransferProps, 'state' | 'acts'>) {
  switch (state.is) {
    case 'choosing':
      return <ChooseFile state={state} acts={acts} />;
    case 'mapping':
      return <ImportColumns state={state} acts={acts} />;
    case 'checked':
      return <ImportChecked state={state} acts={acts} />;
    case 'done':
      return <ImportDone answer={state.answer} onRestart={acts.restart} />;
  }
}

function Export({ onExport }: Pick<TransferProps, 'onExport'>) {
  const [kind, setKind] = useState<RowKind>('opportunities');
  const [format, setFormat] = useState<ExportFormat>('excel');
  const [saved, setSaved] = useState('');
  const [problem, setProblem] = useState<Problem>();
  const [busy, run] = useAct();
  const save = () =>
    run(async () => {
      setProblem(undefined);
      setSaved('');
      try {
        setSaved(await onExport(kind, format));
      } catch (error) {
        setProblem(asProblem(error));
      }
    });
  return (
    <div className="flex flex-col gap-3">
      <div className="grid grid-cols-2 items-end gap-2 sm:flex">
        <SelectField
          className="min-w-0 sm:w-44"
          label={t('exportWhat')}
          value={kind}
          onChange={({ target }) => setKind(target.value as RowKind)}
        >
          <KindOptions />
        </SelectField>
        <SelectField
          className="min-w-0 sm:w-44"
          label={t('exportFormat')}
          value={format}
          onChange={({ target }) => setFormat(target.value as ExportFormat)}
        >
          {formats.map((one) => (
            <option key={one} value={one}>
              {t(`format_${one}`)}
            </option>
          ))}
        </SelectField>
        <Button look="soft" disabled={busy} onClick={() => void save()} className="min-h-8">
          <Download aria-hidden size={14} />
          {t('exportAct')}
        </Button>
      </div>
      <p role="status" className="text-muted empty:-mt-3">
        {busy ? t('exporting') : saved && t('exportDone', { name: saved })}
      </p>
      <StepProblem problem={problem} />
    </div>
  );
}
