import { type ReactNode, useState } from 'react';
import { t } from '#lib/browser/i18n.ts';
import type { JourneyEntry } from '#lib/model/journey.ts';
import type { JourneyGround } from '#lib/panel/view.ts';
import { Button } from '../ui/button.tsx';
import { TouchLine } from './touch-line.tsx';
import { TransitionLine } from './transition-line.tsx';

const firstShown = 12;
const portion = 50;

/** The journey in words, the newest first. */
export function JourneyList({
  entries,
  ground,
  ofAccount,
  beyond,
}: {
  entries: readonly JourneyEntry[];
  ground: JourneyGround;
  /** It tells of several decisions, so each line says of which. */
  ofAccount: boolean;
  /** Stands where there are no more entries; `show` shows more of those that it brings. */
  beyond?: (show: () => void) => ReactNode;
}) {
  const [shown, setShown] = useState(firstShown);
  const newest = entries.slice(-shown).reverse();
  const showMore = () => setShown(shown + portion);
  return (
    <>
      {newest.length === 0 && <p className="px-4 pb-4 text-muted">{t('journeyNothing')}</p>}
      <ol aria-label={t('journey')} className="pb-2" hidden={newest.length === 0}>
        {newest.map((entry) => (
          <li key={`${entry.kind} ${entry.id}`} className="flex gap-2 px-4 py-1.5">
            {entry.kind === 'touch' ? (
              <TouchLine touch={entry.touch} ground={ground} withSolutions={ofAccount} />
            ) : (
              <TransitionLine
                transition={entry.transition}
                ground={ground}
                withSolution={ofAccount}
              />
            )}
          </li>
        ))}
      </ol>
      {entries.length > shown && (
        <div className="px-4 pb-3">
          <Button look="bare" className="-ms-2.5" onClick={showMore}>
            {t('showMore', { count: entries.length - shown })}
          </Button>
        </div>
      )}
      {entries.length <= shown && beyond?.(showMore)}
    </>
  );
}
