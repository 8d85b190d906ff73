import { t } from '#lib/browser/i18n.ts';

/** Shown only while nothing is cached. */
export function Loading() {
  const bar =
    'rounded-small bg-sunk forced-colors:border motion-safe:animate-[breathe_1.6s_ease-in-out_infinite]';
  return (
    <div role="status" className="flex flex-col gap-4 px-4 py-3">
      <h1 className="sr-only">{t('loading')}</h1>
      <div className="flex gap-3">
        <span className={`${bar} size-10 rounded-full`} />
        <span className="flex flex-1 flex-col gap-2 pt-1">
          <span className={`${bar} h-4 w-2/5`} />
          <span className={`${bar} h-3 w-3/5`} />
        </span>
      </div>
      {[0, 1].map((card) => (
        <div key={card} className="flex flex-col gap-3 border-t border-line pt-4">
          <div className="flex items-center gap-3">
            <span className={`${bar} size-10 rounded-full`} />
            <span className={`${bar} h-4 w-1/2`} />
          </div>
          <div className="grid grid-cols-2 gap-3">
            {[0, 1, 2, 3].map((seat) => (
              <span key={seat} className={`${bar} h-7`} />
            ))}
          </div>
        </div>
      ))}
    </div>
  );
}
