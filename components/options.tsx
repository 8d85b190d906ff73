/** The options page: server, account, sites, language, privacy, and what the workspace is made of. */
import type { ReactNode } from 'react';
import { type Locale, localeNames, locales, t } from '#lib/browser/i18n.ts';
import type { Team } from '#lib/model/vocabulary.ts';
import type { Problem } from './acts.tsx';
import { PrivacyPoints } from './first-run.tsx';
import { problemText } from './labels.ts';
import { Localized } from './localized.tsx';
import { AccountOptions } from './options/account.tsx';
import { BadgeOption } from './options/badge.tsx';
import { ServerOptions } from './options/server.tsx';
import { SiteOptions, type SiteRow } from './options/sites.tsx';

export type { SiteRow };

export interface OptionsProps {
  /** The origin in use. */
  server: string;
  /** `origin` is checked; resolves when it is in use. */
  onSaveServer: (origin: string) => Promise<void>;
  user?: { name: string; team: Team; email?: string };
  /** Edits that the server does not have yet: signing out loses them. */
  waiting: number;
  onSignIn: () => void;
  onSignOut: () => void;
  sites: readonly SiteRow[];
  /** Called inside the click, so that it may ask for the permission. */
  onToggleSite: (host: string, on: boolean) => void;
  onAddSite: (host: string) => void;
  /** For hosts the user added. */
  onRemoveSite: (host: string) => void;
  /** Whether the toolbar icon tells of the page in front; absent, that is not offered. */
  badge?: boolean;
  onBadge?: (on: boolean) => void;
  /** `auto` follows the browser. Absent, no choice of language is shown. */
  language?: Locale | 'auto';
  onLanguage?: (language: Locale | 'auto') => void;
  problem?: Problem;
  /** What the workspace is made of, for whoever is signed in. */
  workspace?: ReactNode;
}

export function Options(props: OptionsProps) {
  return (
    <Localized>
      <Page {...props} />
    </Localized>
  );
}

function Page(props: OptionsProps) {
  const { language, onLanguage, problem, workspace } = props;
  return (
    <main className="mx-auto flex max-w-2xl flex-col px-4 py-6">
      <h1 className="pb-4 text-name font-semibold">{t('optionsTitle')}</h1>
      <div role="alert">
        {problem && (
          <p className="mb-4 rounded-medium bg-danger-soft px-3 py-2 text-danger">
            {problemText(problem)}
          </p>
        )}
      </div>
      <Part title={t('optionsServer')}>
        <ServerOptions server={props.server} onSave={props.onSaveServer} />
      </Part>
      <Part title={t('optionsAccount')}>
        <AccountOptions
          user={props.user}
          waiting={props.waiting}
          onSignIn={props.onSignIn}
          onSignOut={props.onSignOut}
        />
      </Part>
      <Part title={t('optionsSites')}>
        <SiteOptions
          sites={props.sites}
          onToggle={props.onToggleSite}
          onAdd={props.onAddSite}
          onRemove={props.onRemoveSite}
        />
        {props.badge !== undefined && props.onBadge && (
          <BadgeOption on={props.badge} onChange={props.onBadge} />
        )}
      </Part>
      {language && onLanguage && (
        <Part title={t('optionsLanguage')}>
          <select
            aria-label={t('optionsLanguage')}
            value={language}
            onChange={({ target }) => onLanguage(target.value as Locale | 'auto')}
            className="min-h-8 rounded-medium border border-edge bg-page px-2"
          >
            <option value="auto">{t('languageAuto')}</option>
            {localeNames.map((name) => (
              <option key={name} value={name}>
                {locales[name].name}
              </option>
            ))}
          </select>
        </Part>
      )}
      <Part title={t('optionsPrivacy')}>
        <PrivacyPoints />
      </Part>
      {workspace}
    </main>
  );
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section aria-label={title} className="border-t border-line py-4">
      <h2 className="pb-3 text-title font-semibold">{title}</h2>
      {children}
    </section>
  );
}
