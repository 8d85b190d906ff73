import { useState } from 'react';
import { t } from '#lib/browser/i18n.ts';
import type { Opportunity } from '#lib/model/records/opportunity.ts';
import { useDoing } from '../acts.tsx';
import { Button } from '../ui/button.tsx';
import { useFold } from '../ui/use-fold.ts';
import { TextForm } from './text-form.tsx';

/** What is to happen next, in words, and the form to change it. */
export function NextSteps({ opportunity }: { opportunity: Opportunity }) {
  const { acts } = useDoing();
  const form = useFold();
  const { nextSteps = '' } = opportunity;
  // The text that was there when the writing began: what a colleague changes meanwhile is merged with it.
  const [draft, setDraft] = useState({ base: '', text: '' });
  return (
    <div className="border-t border-line px-4 py-2">
      {form.open ? (
        <TextForm
          label={t('nextSteps')}
          name={t('editNextSteps')}
          save={t('save')}
          mayBeEmpty
          text={draft.text}
          onChange={(text) => setDraft({ ...draft, text })}
          onSave={(text) => acts.editNextSteps(opportunity, draft.base, text)}
          onDone={form.hide}
        />
      ) : (
        <div className="flex items-start gap-4">
          <div className="min-w-0 flex-1">
            <h2 className="text-small text-muted">{t('nextSteps')}</h2>
            {nextSteps ? (
              <p dir="auto" className="whitespace-pre-line">
                {nextSteps}
              </p>
            ) : (
              <p className="text-muted">{t('nextStepsNone')}</p>
            )}
          </div>
          <Button
            ref={form.back}
            aria-label={t('editNextSteps')}
            onClick={() => {
              setDraft({ base: nextSteps, text: nextSteps });
              form.show();
            }}
          >
            {t('edit')}
          </Button>
        </div>
      )}
    </div>
  );
}
