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
import { type Diagnosing, Diagnostics } from './options/diagnostics.tsx';
import { ServerOptions } from './options/server.tsx';
import { ShortcutOptions } from './options/shortcuts.tsx';
import type { Waiting } from './options/sign-out-question.tsx';
import { SiteOptions, type SiteRow } from './options/sites.tsx';
import { Button } from './ui/button.tsx';

export type { SiteRow };

export interface OptionsProps {
  /** The origin in use. */
  server: string;
  /** `origin` is checked; resolves when it is in use. */
  onSaveServer: (origin: string) => Promise<void>;
  user?: { name: string; team: Team; email?: string };
  /** Edits that the server does not have yet: signing out loses them. `unread`: the cache that would tell cannot be opened. */
  waiting: Waiting;
  onSignIn: () => void;
  onSignOut: () => void;
  sites: readonly SiteRow[];
  /** Called inside the click, so that it may ask for the permission. */
  onToggleSite: (host: string, on: boolean) => void;
  onAddSite: (host: string) => unknown;
  /** For hosts the user added. */
  onRemoveSite: (host: string) => void;
  /** Whether the toolbar icon tells of the page in front; absent, that is not offered. */
  badge?: boolean;
  onBadge?: (on: boolean) => void;
  /** `auto` follows the browser. Absent, no choice of language is shown. */
  language?: Locale | 'auto';
  onLanguage?: (language: Locale | 'auto') => void;
  shortcuts?: { panelKey: string; address: string };
  /** Begins the tour; absent while nobody is signed in. */
  onTour?: () => void;
  diagnosing?: Diagnosing;
  problem?: Problem;
  /** What the workspace is made of, for whoever is signed in. */
  workspace?: ReactNode;
}

export function Options(props: OptionsProps) {
  return <Localized>{() => <Page {...props} />}</Localized>;
}

interface Chapter {
  id: string;
  title: string;
  body: ReactNode;
}

function Page(props: OptionsProps) {
  const { problem, workspace } = props;
  const chapters = chaptersOf(props);
  const index = [
    ...chapters.map(({ id, title }) => ({ id, title })),
    ...(workspace ? [{ id: 'workspace', title: t('workspace') }] : []),
  ];
  return (
    <div className="mx-auto max-w-2xl px-4 lg:grid lg:max-w-5xl lg:grid-cols-[11rem_minmax(0,42rem)] lg:gap-10">
      <Index entries={index} />
      <main className="flex min-w-0 flex-col py-6">
        <h1 className="pb-4 text-name font-semibold">{t('optionsTitle')}</h1>
        <div role="alert">
          {problem && (
            <p className="mb-4 rounded-medium bg-danger-soft px-3 py-2 text-danger">
              {problemText(problem)}
            </p>
          )}
        </div>
        {chapters.map(({ id, title, body }) => (
          <Part key={id} id={id} title={title}>
            {body}
          </Part>
        ))}
        {workspace && <div id="workspace">{workspace}</div>}
      </main>
    </div>
  );
}

function chaptersOf(props: OptionsProps): Chapter[] {
  const { language, onLanguage, shortcuts, diagnosing, onTour } = props;
  return [
    {
      id: 'server',
      title: t('optionsServer'),
      body: (
        <ServerOptions
          server={props.server}
          signedIn={props.user !== undefined}
          waiting={props.waiting}
          onSave={props.onSaveServer}
        />
      ),
    },
    {
      id: 'account',
      title: t('optionsAccount'),
      body: (
        <AccountOptions
          user={props.user}
          waiting={props.waiting}
          onSignIn={props.onSignIn}
          onSignOut={props.onSignOut}
        />
      ),
    },
    {
      id: 'sites',
      title: t('optionsSites'),
      body: (
        <>
          <p className="pb-2 text-muted">{t('sitesHint')}</p>
          <SiteOptions
            sites={props.sites}
            practiceHost={new URL(props.server).hostname}
            onToggle={props.onToggleSite}
            onAdd={props.onAddSite}
            onRemove={props.onRemoveSite}
          />
          {props.badge !== undefined && props.onBadge && (
            <BadgeOption on={props.badge} onChange={props.onBadge} />
          )}
        </>
      ),
    },
    ...(language && onLanguage
      ? [
          {
            id: 'language',
            title: t('optionsLanguage'),
            body: <LanguageOption language={language} onChange={onLanguage} />,
          },
        ]
      : []),
    { id: 'privacy', title: t('optionsPrivacy'), body: <PrivacyPoints /> },
    ...(shortcuts
      ? [{ id: 'keys', title: t('optionsShortcuts'), body: <ShortcutOptions {...shortcuts} /> }]
      : []),
    ...(onTour
      ? [{ id: 'tour', title: t('optionsTour'), body: <TourOption onTour={onTour} /> }]
      : []),
    ...(diagnosing
      ? [
          {
            id: 'diagnostics',
            title: t('optionsDiagnostics'),
            body: <Diagnostics {...diagnosing} />,
          },
        ]
      : []),
  ];
}

/** Beside the page where there is room for it. */
function Index({ entries }: { entries: readonly Pick<Chapter, 'id' | 'title'>[] }) {
  return (
    <nav aria-label={t('optionsIndex')} className="hidden lg:block">
      <ul className="sticky top-0 flex flex-col gap-0.5 pt-16">
        {entries.map(({ id, title }) => (
          <li key={id}>
            <a
              href={`#${id}`}
              className="block rounded-medium px-2 py-1.5 text-muted hover:bg-sunk hover:text-ink"
            >
              {title}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

function LanguageOption({
  language,
  onChange,
}: {
  language: Locale | 'auto';
  onChange: (language: Locale | 'auto') => void;
}) {
  return (
    <select
      aria-label={t('optionsLanguage')}
      value={language}
      onChange={({ target }) => onChange(target.value as Locale | 'auto')}
      className="min-h-8 rounded-medium border border-edge bg-page px-2"
    >
      <option value="auto">{t('languageAuto')}</option>
      {localeNames.map((name) => (
        <option key={name} value={name}>
          {locales[name].name}
        </option>
      ))}
    </select>
  );
}

function TourOption({ onTour }: { onTour: () => void }) {
  return (
    <div className="flex flex-col gap-2">
      <p className="text-muted">{t('tourAgainHint')}</p>
      <Button className="self-start" onClick={onTour}>
        {t('tourAgain')}
      </Button>
    </div>
  );
}

function Part({ id, title, children }: { id: string; title: string; children: ReactNode }) {
  return (
    <section id={id} aria-label={title} className="scroll-mt-4 border-t border-line py-4">
      <h2 className="pb-3 text-title font-semibold">{title}</h2>
      {children}
    </section>
  );
}
