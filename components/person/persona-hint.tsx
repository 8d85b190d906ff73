import { useEffect, useState } from 'react';
import { t } from '#lib/browser/i18n.ts';
import type { Persona } from '#lib/model/persona/persona.ts';

/** Below it a title says too little to repeat it as a persona. */
const sureEnough = 0.4;

/** Function and seniority as the title says them. The words of eight languages weigh more than the panel, so they come after it. */
export function PersonaHint({ title }: { title: string }) {
  const [persona, setPersona] = useState<Persona>();
  useEffect(() => {
    const live = new AbortController();
    void import('#lib/model/persona/persona.ts').then((module) => {
      if (!live.signal.aborted) setPersona(module.persona(title));
    });
    return () => live.abort();
  }, [title]);
  const said = persona && persona.confidence >= sureEnough && persona.function !== 'other';
  return (
    <p className="min-h-4 text-small text-muted">
      {said &&
        t('personaIs', {
          function: t(`function_${persona.function}`),
          seniority: t(`seniority_${persona.seniority}`),
        })}
    </p>
  );
}
