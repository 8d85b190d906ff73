import { AlertDialog } from 'radix-ui';
import { useState } from 'react';
import { t } from '#lib/browser/i18n.ts';
import type { Stage } from '#lib/model/records/stage.ts';
import { stageLabel } from '../labels.ts';
import { alertLook, veilLook } from '../ui/alert.ts';
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
    <AlertDialog.Root>
      <AlertDialog.Trigger asChild>
        <Button look="bare" disabled={!moveTo}>
          {t('retireStage')}
        </Button>
      </AlertDialog.Trigger>
      <AlertDialog.Portal>
        <AlertDialog.Overlay className={veilLook} />
        <AlertDialog.Content className={alertLook}>
          <AlertDialog.Title className="text-title font-semibold">
            {t('retireTitle', { stage: name })}
          </AlertDialog.Title>
          <AlertDialog.Description className="text-muted">
            {t('retireWhat')}
          </AlertDialog.Description>
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
          <div className="flex flex-wrap justify-end gap-2">
            <AlertDialog.Cancel asChild>
              <Button>{t('keepStage')}</Button>
            </AlertDialog.Cancel>
            <AlertDialog.Action asChild>
              <Button look="danger" onClick={() => moveTo && void onRetire(moveTo.id)}>
                {t('retireNow')}
              </Button>
            </AlertDialog.Action>
          </div>
        </AlertDialog.Content>
      </AlertDialog.Portal>
    </AlertDialog.Root>
  );
}
