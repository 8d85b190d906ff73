import { useState } from 'react';
import { t } from '#lib/browser/i18n.ts';
import { useDoing } from '../acts.tsx';
import { TextForm } from './text-form.tsx';

/** A note that was not there before. */
export function NewNote({ opportunityId, onDone }: { opportunityId: string; onDone: () => void }) {
  const { acts } = useDoing();
  const [text, setText] = useState('');
  return (
    <TextForm
      label={t('fieldText')}
      name={t('addNote')}
      save={t('logNow_note')}
      text={text}
      onChange={setText}
      onSave={(written) => acts.addNote(opportunityId, written)}
      onDone={onDone}
    />
  );
}
