import { t } from '#lib/browser/i18n.ts';
import { useDoing } from '../acts.tsx';
import type { FocusOn } from '../ui/focus.ts';
import { useKept } from '../use-kept.ts';
import { TextForm } from './text-form.tsx';

/** A note that was not there before. */
export function NewNote({
  opportunityId,
  form,
  first,
  onDone,
}: {
  opportunityId: string;
  /** Under which its draft is kept: a note can be begun in more than one place. */
  form: string;
  first: FocusOn;
  onDone: () => void;
}) {
  const { acts } = useDoing();
  const kept = useKept(form, () => ({ text: '' }));
  return (
    <TextForm
      label={t('fieldText')}
      name={t('addNote')}
      save={t('logNow_note')}
      text={kept.fields.text}
      isDraft={kept.isDraft}
      first={first}
      onChange={(text) => kept.change({ text })}
      onSave={(written) => acts.addNote(opportunityId, written)}
      onDone={() => {
        kept.done();
        onDone();
      }}
    />
  );
}
