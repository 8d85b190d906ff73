import { Compass, X } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { t } from '#lib/browser/i18n.ts';
import type { TourStep } from '#lib/browser/settings.ts';
import { nextStep, passed, type TourFacts, tourSteps } from '#lib/panel/tour.ts';
import { Button, IconButton } from '../ui/button.tsx';
import { practiceAddress } from './practice.ts';

/** One step of the tour, in a quiet card that moves on by itself when the user did what it asks for. */
export function Tour({
  step,
  facts,
  server,
  listed = false,
  onEnableSite,
  onStep,
}: {
  step: TourStep;
  facts: TourFacts;
  server: string | undefined;
  /** The page in front is read, and names people to click. */
  listed?: boolean;
  /** There while the page in front is not read; called inside the click, so that it may ask for the permission. */
  onEnableSite?: ((host: string) => void) | undefined;
  /** `null` ends the tour. */
  onStep: (step: TourStep | null) => void;
}) {
  const before = useRef(facts);
  useEffect(() => {
    const last = before.current;
    before.current = facts;
    if (passed(step, last, facts)) onStep(nextStep(step));
  }, [step, facts, onStep]);
  const end = step === 'end';
  const practice = step === 'person' && !listed ? practiceAddress(server) : undefined;
  // Of the first step only what is still to be done.
  const how = step !== 'person' || onEnableSite ? step : listed ? 'personListed' : 'personOpen';
  return (
    <section
      aria-label={t('tour')}
      className="flex flex-col gap-1 border-t border-accent-line bg-accent-soft py-2 ps-4 pe-2"
    >
      <div className="flex items-center gap-2">
        <Compass aria-hidden size={16} className="shrink-0 text-accent" />
        <p className="min-w-0 flex-1 text-small text-muted">
          {end
            ? t('tour')
            : t('tourStep', { step: tourSteps.indexOf(step) + 1, of: tourSteps.length - 1 })}
        </p>
        {!end && (
          <Button look="bare" className="text-small" onClick={() => onStep(nextStep(step))}>
            {t('tourSkip')}
          </Button>
        )}
        <IconButton label={t('tourLeave')} onClick={() => onStep(null)}>
          <X aria-hidden size={16} />
        </IconButton>
      </div>
      <div role="status" className="ps-6 pe-2">
        <p className="font-semibold">{t(`tour_${step}`)}</p>
        <p>{t(`tourHow_${how}`)}</p>
      </div>
      {practice && onEnableSite && (
        <Button
          look="solid"
          className="ms-6 me-2 mb-1"
          onClick={() => onEnableSite(new URL(practice).hostname)}
        >
          {t('switchOnPractice')}
        </Button>
      )}
      {practice && (
        <a
          href={practice}
          target="_blank"
          rel="noreferrer"
          className="ms-6 rounded-small font-medium text-accent underline underline-offset-2"
        >
          {t('openPractice')}
        </a>
      )}
    </section>
  );
}
