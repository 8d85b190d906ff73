import { t } from '#lib/browser/i18n.ts';
import { persona } from '#lib/model/persona/persona.ts';

/** Below it a title says too little to repeat it as a persona. */
const sureEnough = 0.4;

/** Function and seniority as the title says them. */
export function PersonaHint({ title }: { title: string }) {
  const { confidence, function: work, seniority } = persona(title);
  const said = confidence >= sureEnough && work !== 'other';
  return (
    <p className="min-h-4 text-small text-muted">
      {said &&
        t('personaIs', {
          function: t(`function_${work}`),
          seniority: t(`seniority_${seniority}`),
        })}
    </p>
  );
}
