import { useState } from 'react';
import { t } from '#lib/browser/i18n.ts';
import type { MergedKind } from '#lib/model/records/merge.ts';
import type { Merged } from '#lib/panel/merges.ts';
import { useAct, useDoing } from '../acts.tsx';
import { onDemand } from '../on-demand.tsx';
import { RecordForm } from '../record/form.tsx';
import { useAsked } from '../use-asked.ts';
import { Candidates } from './candidates.tsx';

const previewCode = async () => (await import('./preview.tsx')).Preview;
const Preview = onDemand(previewCode);

/** Makes one of two records: first with which other one, then what will become of both, then the act. */
export function MergeWith({
  kind,
  record,
  other,
  onDone,
}: {
  kind: MergedKind;
  record: Merged;
  /** Whom it is merged with, where that is known already. */
  other?: Merged | undefined;
  onDone: () => void;
}) {
  const { acts, ask } = useDoing();
  const [busy, run] = useAct();
  const [chosen, choose] = useState(other);
  const [turned, turn] = useState(false);
  // A placeholder stands for the company: of the two, that one stays.
  const swapped = isPlaceholder(record) && chosen !== undefined && !isPlaceholder(chosen);
  const keptId = swapped === turned ? record.id : (chosen?.id ?? '');
  const mergedId = swapped === turned ? (chosen?.id ?? '') : record.id;
  // Nobody merges before they can read what it will do: the act waits for the preview's code as well.
  const preview = useAsked(
    chosen && ask
      ? async () =>
          (await Promise.all([ask.mergePreview(kind, keptId, mergedId), previewCode()]))[0]
      : undefined,
    `${keptId} ${mergedId}`,
  );
  if (!chosen) return <Candidates kind={kind} record={record} onChoose={choose} onDone={onDone} />;
  return (
    <RecordForm
      label={t('mergeWith', { name: chosen.name })}
      act={t('merge')}
      busy={busy || !preview}
      isDraft={false}
      onSubmit={() =>
        void run(async () => {
          await acts.merge({ kind, keptId, mergedId });
          onDone();
        })
      }
      onDone={onDone}
    >
      {preview && <Preview preview={preview} onTurn={() => turn(!turned)} />}
      {preview === null && (
        <p role="alert" className="text-danger">
          {t('mergeCannot')}
        </p>
      )}
    </RecordForm>
  );
}

const isPlaceholder = (record: Merged): boolean => 'placeholder' in record && record.placeholder;
