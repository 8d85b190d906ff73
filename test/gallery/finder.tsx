/** Search, palette, keys, what they open, and the page that shows nobody: with invented people. */
import type { ReactNode } from 'react';
import { commandsFor, type Listed, type Used } from '#components/finder/commands.ts';
import { Finder } from '#components/finder/finder.tsx';
import { Shortcuts } from '#components/finder/shortcuts.tsx';
import type { PanelProps } from '#components/panel.tsx';
import { t } from '#lib/browser/i18n.ts';
import type { HomeView } from '#lib/panel/home.ts';
import type { SearchView } from '#lib/panel/use-search.ts';
import type { Moment } from '#lib/panel/view.ts';
import { sixty } from './awkward.ts';
import { acme, idle, jo, known, li, operationsDeal, solutions, talentDeal } from './world.ts';

const nothing = () => {};
const hit = { scope: 'acme', line: 'ACME' };
const long = 'Maximiliane Eleonore von und zu Hohenstein-Wittgenstein-Berleburg';

export const home: HomeView = {
  recent: [
    { ...hit, kind: 'contact', id: 'jo', name: jo.name, line: 'Head of Procurement · ACME' },
    { ...hit, kind: 'account', id: 'acme', name: 'ACME', line: 'acme.example' },
    { ...hit, kind: 'opportunity', id: 'learning-deal', name: 'Learning' },
  ],
  mine: [
    { account: acme, decision: talentDeal },
    { account: acme, decision: operationsDeal },
  ],
};

const view = (query: string, more: Partial<SearchView> = {}): SearchView => ({
  query,
  hits: [
    { ...hit, kind: 'contact', id: 'li', name: li.name, line: 'HR Business Partner · ACME' },
    { ...hit, kind: 'contact', id: 'long', name: long, line: 'VP · ACME' },
    { ...hit, kind: 'account', id: 'acme', name: 'ACME', line: '' },
    { ...hit, kind: 'opportunity', id: 'deal', name: 'Learning' },
  ],
  reading: false,
  beyond: {
    is: 'found',
    hits: [{ ...hit, kind: 'contact', id: 'x', name: '李伟', line: '上海远望科技' }],
  },
  ...more,
});

const person = {
  at: 'person',
  url: 'https://x.example/',
  unread: [],
  person: known(jo),
} satisfies Moment;
const commands = (moment: Moment = person) =>
  commandsFor({
    acts: idle,
    solutions,
    moment,
    sync: { is: 'synced', at: null },
    undoable: { label: 'Kim Adeyemi' },
    openDecision: nothing,
    openForm: nothing,
    pageReport: async () => null,
    onFront: nothing,
    tell: nothing,
    onEnableSite: nothing,
    onReadPage: nothing,
    onOpenOutbox: nothing,
    onLanguage: nothing,
    onOpenOptions: nothing,
    onRetrySync: nothing,
    onSignIn: nothing,
  });

type Draw = (moment: Moment, more?: Partial<PanelProps>) => ReactNode;

export const finderStates = (panel: Draw): Record<string, () => ReactNode> => {
  const door = (search: SearchView, acts?: () => Listed[], used?: Used[]) => () => (
    <>
      {panel(person)}
      <Finder
        {...(acts && { commands: acts() })}
        {...(used && { used })}
        search={search}
        onFind={nothing}
        onMore={nothing}
        onOpen={nothing}
        onClose={nothing}
      />
    </>
  );
  const search = { view: view(''), onFind: nothing };
  const untyped = view('', { hits: [], beyond: { is: 'idle', hits: [] } });
  const none = { hits: [], beyond: { is: 'found' as const, hits: [] } };
  return {
    'search-found': door(view('li')),
    'search-empty': door(view('', { hits: [], beyond: { is: 'idle', hits: [] } })),
    'search-none': door(view('zzz', none)),
    'search-offline': door(view('li', { beyond: { is: 'away', hits: [] } })),
    'search-more': door(view('li', { beyond: { ...view('').beyond, more: true } })),
    'search-asking': door(view('li', { beyond: { is: 'asking', hits: [] } })),
    palette: door(untyped, () => commands()),
    'palette-many': door(untyped, () => commands({ ...person, person: known(jo, sixty) }), [
      { kind: 'log', label: t('commandLog', { what: t('log_call') }) },
    ]),
    'palette-typed': door(view('jo'), () => commands()),
    shortcuts: () => (
      <>
        {panel(person)}
        <Shortcuts single={{ on: true, onChange: nothing }} onClose={nothing} />
      </>
    ),
    'nothing-home': () => panel({ at: 'nothing', site: null }, { home, search, onVisit: nothing }),
    'nothing-home-new': () =>
      panel(
        { at: 'nothing', site: null },
        { home: { recent: [], mine: [] }, search, onVisit: nothing },
      ),
    'visit-person': () =>
      panel(
        { at: 'nothing', site: null },
        { visit: { is: 'open', moment: person }, search, onVisit: nothing },
      ),
    'visit-fetching': () => panel(person, { visit: { is: 'fetching' }, onVisit: nothing }),
    'visit-offline': () =>
      panel(person, {
        visit: { is: 'fetching' },
        sync: { is: 'offline', waiting: 0 },
        onVisit: nothing,
      }),
    'visit-gone': () => panel(person, { visit: { is: 'missing' }, onVisit: nothing }),
  };
};
