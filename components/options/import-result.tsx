import { CircleCheck, CircleMinus, CirclePlus, FileDown, TriangleAlert } from 'lucide-react';
import { type ReactNode, useEffect, useId, useRef, useState } from 'react';
import { t } from '#lib/browser/i18n.ts';
import type { ImportAnswer, ImportLine } from '#lib/contract/transfer.ts';
import { csvLines } from '#lib/model/transfer/write.ts';
import type { ImportActs, ImportState } from '#lib/panel/use-import.ts';
import { asProblem } from '../acts.tsx';
import { saveFile } from '../save-file.ts';
import { Button } from '../ui/button.tsx';
import { StepProblem } from './step-problem.tsx';

const portion = 20;
type Said = ImportLine['errors'][number] | ImportLine['notes'][number];

/** What a row has, in the reader's language: it names the column. */
function sentenceOf({ column, code, value }: Said): string {
  const values = { column: t(`column_${column}`), value };
  return t(`row_${code}`, values);
}

/** The third step: what would happen, line by line where something is wrong, and the import itself. */
export function ImportChecked({
  state: { file, answer, busy, problem },
  acts,
}: {
  state: Extract<ImportState, { is: 'checked' }>;
  acts: ImportActs;
}) {
  const { create, update, error } = answer.totals;
  const bad = answer.lines.filter(({ errors }) => errors.length > 0);
  const rest = answer.lines.length - error;
  return (
    <>
      <StepHeading>{t('importWould')}</StepHeading>
      <Totals answer={answer} />
      <Lines title={t('importErrors')} lines={bad} of={({ errors }) => errors} />
      <Lines
        title={t('importNotes')}
        lines={answer.lines.filter(({ notes, status }) => notes.length > 0 && status !== 'error')}
        of={({ notes }) => notes}
      />
      {error > 0 && <p className="text-muted">{t('importHalted')}</p>}
      {error === 0 && create + update === 0 && <p>{t('importNothing')}</p>}
      <StepProblem problem={problem === undefined ? undefined : asProblem(problem)} />
      <div role="status" className="flex flex-col gap-1 empty:-mt-3">
        {busy && (
          <>
            <span className="text-muted">{t('importing', { count: rest })}</span>
            <div
              role="progressbar"
              aria-label={t('importing', { count: rest })}
              className="h-1 rounded-full bg-accent forced-color-adjust-none motion-safe:animate-[breathe_1s_ease-in-out_infinite]"
            />
          </>
        )}
      </div>
      <div className="flex flex-wrap gap-2">
        {create + update > 0 && (
          <Button
            look={error > 0 ? 'soft' : 'solid'}
            disabled={busy}
            onClick={() => void acts.apply()}
          >
            {t(error > 0 ? 'importWithout' : 'importAct', { count: rest })}
          </Button>
        )}
        <Button disabled={busy} onClick={acts.back}>
          {t('importBack')}
        </Button>
        <Button disabled={busy} onClick={acts.restart}>
          {t('importOther')}
        </Button>
        {error > 0 && (
          <Button look="link" onClick={() => saveFile(`errors-${file.kind}.csv`, errorsFile(bad))}>
            <FileDown aria-hidden size={14} />
            {t('importErrorsFile')}
          </Button>
        )}
      </div>
    </>
  );
}

const errorsFile = (lines: readonly ImportLine[]): string =>
  csvLines([
    ['line', 'column', 'code', 'value', 'because'],
    ...lines.flatMap(({ line, errors }) =>
      errors.map((one) => [String(line), one.column, one.code, one.value, sentenceOf(one)]),
    ),
  ]);

export function ImportDone({ answer, onRestart }: { answer: ImportAnswer; onRestart: () => void }) {
  return (
    <>
      <StepHeading>{t('importDone')}</StepHeading>
      <Totals answer={answer} />
      <p className="text-muted">{t('importDoneHint')}</p>
      <div>
        <Button look="soft" onClick={onRestart}>
          {t('importAgain')}
        </Button>
      </div>
    </>
  );
}

/** Takes the focus, since what had it is gone: the reader hears where they are. */
function StepHeading({ children }: { children: ReactNode }) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <h4 ref={heading} tabIndex={-1} className="font-medium outline-none">
      {children}
    </h4>
  );
}

const signs = {
  create: [CirclePlus, 'text-accent'],
  update: [CircleCheck, 'text-accent'],
  unchanged: [CircleMinus, 'text-muted'],
  error: [TriangleAlert, 'text-danger'],
} as const;

function Totals({ answer: { totals } }: { answer: ImportAnswer }) {
  return (
    <ul className="flex flex-wrap gap-x-4 gap-y-1">
      {(['create', 'update', 'unchanged', 'error'] as const).map((status) => {
        const [Icon, tone] = signs[status];
        const count = totals[status];
        return (
          <li
            key={status}
            className={`inline-flex items-center gap-1.5 ${count === 0 ? 'text-muted' : ''}`}
          >
            <Icon aria-hidden size={16} className={count === 0 ? 'text-muted' : tone} />
            {t(`importTotal_${status}`, { count })}
          </li>
        );
      })}
    </ul>
  );
}

function Lines({
  title,
  lines,
  of,
}: {
  title: string;
  lines: readonly ImportLine[];
  of: (line: ImportLine) => readonly Said[];
}) {
  const [shown, setShown] = useState(portion);
  const id = useId();
  if (lines.length === 0) return null;
  return (
    <div>
      <h5 id={id} className="pb-1 font-medium">
        {title} <span className="font-normal text-muted tabular-nums">{lines.length}</span>
      </h5>
      <ul aria-labelledby={id}>
        {lines.slice(0, shown).map((line) => (
          <li key={line.line} className="flex gap-3 border-t border-line py-1.5">
            <span className="w-16 shrink-0 text-muted tabular-nums">
              {t('importLine', { line: line.line })}
            </span>
            <div className="min-w-0 flex-1">
              {of(line).map((one) => (
                <p key={`${one.column} ${one.code} ${one.value}`} className="wrap-anywhere">
                  {sentenceOf(one)}
                </p>
              ))}
            </div>
          </li>
        ))}
      </ul>
      {lines.length > shown && (
        <Button look="link" onClick={() => setShown(shown + 10 * portion)}>
          {t('showMore', { count: Math.min(10 * portion, lines.length - shown) })}
        </Button>
      )}
    </div>
  );
}
