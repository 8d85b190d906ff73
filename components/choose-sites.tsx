/** After signing in for the first time: where Quorum may read, chosen one by one, and the tour. */
import { t } from '#lib/browser/i18n.ts';
import type { Problem } from './acts.tsx';
import { problemText } from './labels.ts';
import { Localized } from './localized.tsx';
import { SiteOptions, type SiteRow } from './options/sites.tsx';
import { Button } from './ui/button.tsx';

export interface ChooseSitesProps {
  sites: readonly SiteRow[];
  /** The server's own host, which has the practice page. */
  practiceHost?: string;
  /** Called inside the click, so that it may ask for the permission. */
  onToggle: (host: string, on: boolean) => void;
  onAdd: (host: string) => unknown;
  onRemove: (host: string) => void;
  /** With or without the tour. */
  onStart: (tour: boolean) => void;
  problem?: Problem;
}

export function ChooseSites(props: ChooseSitesProps) {
  return <Localized>{() => <Choice {...props} />}</Localized>;
}

function Choice({ practiceHost, problem, onStart, ...rest }: ChooseSitesProps) {
  // What the tour needs comes first.
  const sites = [
    ...rest.sites.filter(({ host }) => host === practiceHost),
    ...rest.sites.filter(({ host }) => host !== practiceHost),
  ];
  return (
    <main className="mx-auto flex min-h-dvh max-w-xl flex-col gap-4 px-4 pt-5">
      <header>
        <h1 className="text-name font-semibold">{t('chooseSitesTitle')}</h1>
        <p className="text-muted">{t('chooseSitesWhat')}</p>
      </header>
      <div className="flex-1">
        <SiteOptions
          sites={sites}
          practiceHost={practiceHost}
          onToggle={rest.onToggle}
          onAdd={rest.onAdd}
          onRemove={rest.onRemove}
        />
        <p className="pt-3 text-small text-muted">{t('siteOffLinkedin')}</p>
      </div>
      <div className="bottom-0 flex flex-col gap-2 border-t border-line bg-page py-4 tall:sticky">
        <div role="alert" className="empty:-mb-2">
          {problem && <p className="text-danger">{problemText(problem)}</p>}
        </div>
        <Button look="solid" className="min-h-9" onClick={() => onStart(true)}>
          {t('takeTour')}
        </Button>
        <Button onClick={() => onStart(false)}>{t('startWithoutTour')}</Button>
      </div>
    </main>
  );
}
