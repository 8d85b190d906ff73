import { useState } from 'react';
import { t } from '#lib/browser/i18n.ts';
import type { Stage } from '#lib/model/records/stage.ts';
import { stageLabel } from '../labels.ts';
import { Alert } from '../ui/alert.tsx';
import { Button } from '../ui/button.tsx';
import { SelectField } from './controls.tsx';

/** Takes a stage out of the waterfall, once it is said where its decisions go: that cannot be taken back. */
export function RetireStage({
  stage,
  others,
  onRetire,
}: {
  stage: Stage;
  others: readonly Stage[];
  onRetire: (moveTo: string) => Promise<boolean>;
}) {
  const nearest = [...others].reverse().find(({ order }) => order < stage.order) ?? others[0];
  const [chosen, setChosen] = useState<string>();
  const moveTo = others.find(({ id }) => id === chosen) ?? nearest;
  const name = stageLabel(stage);
  return (
    <Alert
      trigger={
        <Button look="bare" disabled={!moveTo}>
          {t('retireStage')}
        </Button>
      }
      title={t('retireTitle', { stage: name })}
      description={t('retireWhat')}
      stay={t('keepStage')}
      act={
        <Button look="danger" onClick={() => moveTo && void onRetire(moveTo.id)}>
          {t('retireNow')}
        </Button>
      }
    >
      <SelectField
        label={t('retireInto')}
        value={moveTo?.id}
        onChange={({ target }) => setChosen(target.value)}
      >
        {others.map((other) => (
          <option key={other.id} value={other.id}>
            {stageLabel(other)}
          </option>
        ))}
      </SelectField>
    </Alert>
  );
}
