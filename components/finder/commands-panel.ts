/** What can be done wherever one is. */
import { locale, localeNames, locales, t } from '#lib/browser/i18n.ts';
import { does, type Entry, shows } from './command.ts';

const page: Entry = ({ moment, opened, pageReport, tell, onEnableSite, onReadPage }) => {
  if (opened) return [];
  if (moment.at === 'siteOff') {
    const { host } = moment;
    if (host === null) return [];
    return [
      shows({ id: 'read once', label: t('readOnce'), run: onReadPage }),
      does({ id: 'site on', label: t('switchOn', { host }), run: () => onEnableSite(host) }),
    ];
  }
  if (!pageReport) return [];
  const copy = async () => {
    const report = await pageReport();
    if (report) await navigator.clipboard.writeText(report);
    tell(t(report ? 'reportCopied' : 'reportMissing'));
  };
  return [shows({ id: 'report', label: t('copyReport'), run: copy })];
};

const panel: Entry = (here) => {
  const { acts, undoable, back, sync, onFront, onOpenOutbox } = here;
  return [
    ...(undoable
      ? [does({ id: 'undo', label: t('undo'), about: undoable.label, run: acts.undo })]
      : []),
    ...(back ? [shows({ id: 'back', label: t('back'), run: back })] : []),
    shows({ id: 'search', label: t('findPlaceholder'), run: () => onFront('search') }),
    ...(sync.is === 'signedOut'
      ? [shows({ id: 'sign in', label: t('signIn'), run: here.onSignIn })]
      : []),
    ...(onOpenOutbox
      ? [shows({ id: 'own edits', label: t('ownEdits'), run: () => onOpenOutbox(true) })]
      : []),
    shows({ id: 'sync', label: t('commandSync'), run: here.onRetrySync }),
  ];
};

const settings: Entry = ({ onLanguage, onOpenOptions, onFront }) => [
  ...(onLanguage
    ? localeNames
        .filter((name) => name !== locale())
        .map((name) =>
          does({
            id: `language ${name}`,
            label: locales[name].name,
            about: t('optionsLanguage'),
            run: () => onLanguage(name),
          }),
        )
    : []),
  shows({ id: 'options', label: t('openOptions'), run: onOpenOptions }),
  // There it is said first what waits and would be lost.
  shows({ id: 'sign out', label: t('signOut'), about: t('openOptions'), run: onOpenOptions }),
  shows({ id: 'shortcuts', label: t('shortcuts'), run: () => onFront('shortcuts') }),
];

export const panelCommands: readonly Entry[] = [page, panel, settings];
