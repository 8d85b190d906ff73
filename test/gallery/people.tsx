/** People and companies on record: tags, the forms, where each field came from, and those who left. */
import type { ReactNode } from 'react';
import { EditAccount } from '#components/account/edit-account.tsx';
import { DoingProvider } from '#components/acts.tsx';
import { MergeWith } from '#components/merge/merge-with.tsx';
import { TakeApart } from '#components/merge/merged-from.tsx';
import type { PanelProps } from '#components/panel.tsx';
import { EditPerson } from '#components/person/edit-person.tsx';
import { MarkLeft } from '#components/person/mark-left.tsx';
import { RecordBar } from '#components/record/record-bar.tsx';
import { WhereFrom } from '#components/record/where-from.tsx';
import { TagField } from '#components/tags/tag-field.tsx';
import { coverage } from '#lib/model/coverage.ts';
import { joinedAccount, joinedContact } from '#lib/model/merging/joined.ts';
import type { Account } from '#lib/model/records/account.ts';
import type { Contact } from '#lib/model/records/contact.ts';
import { shortDrafts } from '#lib/panel/drafts.ts';
import { withSeat } from '#lib/panel/effect.ts';
import type { HistoryDoor } from '#lib/panel/history/history.ts';
import type { MergePreview } from '#lib/panel/merge-preview.ts';
import type { Merged, MergesView } from '#lib/panel/merges.ts';
import type { Questions } from '#lib/panel/questions.ts';
import type { Moment, PersonView } from '#lib/panel/view.ts';
import { long } from './awkward.ts';
import { panelOf } from './panel.tsx';
import {
  account,
  acme,
  contact,
  deals,
  decision,
  everybody,
  idle,
  jo,
  known,
  knownAccount,
  learningDeal,
  mara,
  member,
  now,
  solutions,
  talent,
  talentDeal,
} from './world.ts';

const holding = account({ id: 'holding', name: 'Globex Holding', placeholder: true });
const placeholder = account({
  id: 'seen',
  name: 'Globex',
  placeholder: true,
  tags: ['Webinar 2026'],
});
const globex = account({ id: 'globex', name: 'Globex GmbH', domains: ['globex.example'] });
const twin = contact({
  ...{
    id: 'twin',
    name: 'J. Park',
    title: 'Procurement lead, all of Europe, Middle East and Africa',
  },
  ...{ emails: ['j.park@acme.example'], linkedin: 'jo-park-2', location: 'Zürich' },
});

/** As merging the two would do: the twin is a ratifier there. */
const merging = {
  solution: 'Talent Management',
  before: talentDeal.coverage,
  after: coverage(withSeat(talentDeal.group, jo, ['ratifier'])),
};

const manyAddresses = [
  'maximiliane.eleonore.von.und.zu.hohenstein@talent-acquisition.emea.hohenstein-werke.example',
  'm.hohenstein@acme.example',
];
const longTwin = {
  ...twin,
  name: long.toUpperCase(),
  emails: [`${'m'.repeat(60)}@acme.example`],
  linkedin: `maximiliane-eleonore-${'x'.repeat(60)}`,
};

/** What the cache would answer, whichever of the two stays. */
function previewOf(keptId: string, one: Merged, other: Merged): MergePreview {
  const [kept, merged] = keptId === one.id ? [one, other] : [other, one];
  const people = 'domains' in kept ? [] : ['Talent Management'];
  return {
    ...{
      kept,
      merged,
      bothIn: people,
      twoOf: people.length > 0 ? [] : ['Learning'],
      effects: people.length > 0 ? [merging] : [],
      partial: true,
    },
    joined:
      'domains' in kept
        ? joinedAccount(kept, merged as Account)
        : joinedContact(kept, merged as Contact),
    moves: [
      { kind: 'member', count: 2 },
      { kind: 'touch', count: 14 },
      { kind: 'note', count: 1 },
    ],
  };
}

export const mergedBefore: MergesView = {
  merges: [
    {
      name: 'J. Park',
      changed: ['title', 'emails'],
      merge: {
        ...{ id: 'merge', kind: 'contact', accountId: 'acme', contactId: 'jo', keptId: 'jo' },
        ...{ mergedId: 'twin', moved: {}, shared: [], by: 'bo', at: '2026-11-21T09:00:00.000Z' },
        parts: [{ kind: 'contact', from: twin, to: jo, was: jo }],
      },
    },
  ],
};

export const asked: Questions = {
  tagsInUse: async () => ['Webinar 2026', 'Advisory board', 'Event Zürich', 'Newsletter'],
  users: async () => [
    { id: 'ana', name: 'Ana Lima', email: 'ana@quorum.example', team: 'sales' },
    { id: 'bo', name: 'Bo Chen', email: 'bo@quorum.example', team: 'sales_development' },
  ],
  contactWith: async () => mara,
  accountWith: async () => undefined,
  mergeable: async (kind) => (kind === 'account' ? [globex, holding] : [twin, mara]),
  apartEffects: async () => [{ ...merging, before: merging.after, after: merging.before }],
  mergePreview: async (kind, keptId) =>
    kind === 'account' ? previewOf(keptId, placeholder, globex) : previewOf(keptId, jo, twin),
};

const noor = account({
  id: 'far',
  name: 'Umbra Systems of Northern Europe and Scandinavia',
  domains: ['umbra.example'],
});
/** With the server's own besides: one may be the same by its people and its name. */
export const askedBeyond: Questions = {
  ...asked,
  mergeable: async () => [],
  mergePreview: async (_, keptId) => previewOf(keptId, placeholder, noor),
  beyond: {
    find: async () => ({
      is: 'found',
      accounts: [
        {
          ...{ id: noor.id, name: noor.name, line: 'umbra.example', placeholder: false },
          because: [{ fact: 'peopleDomain', domain: 'umbra.example' }, { fact: 'namePart' }],
        },
        {
          ...{ id: 'same', name: 'UMBRA', line: '', placeholder: true },
          because: [{ fact: 'sameName' }],
        },
      ],
    }),
    fetch: async (id) => (id === noor.id ? noor : null),
  },
};
export const askedAway: Questions = {
  ...asked,
  beyond: { find: async () => ({ is: 'away' }), fetch: async () => null },
};

const nothing = () => {};
const drafts = shortDrafts();

/** A part of the panel alone, at work. */
export const alone = (part: ReactNode, ask = asked, history?: HistoryDoor) => (
  <DoingProvider acts={idle} ask={ask} solutions={solutions} drafts={drafts} history={history}>
    <main className="min-h-80">
      <h1 className="sr-only">Quorum</h1>
      {part}
    </main>
  </DoingProvider>
);

export const inPanel = (moment: Moment, more: Partial<PanelProps> = {}) =>
  panelOf(moment, { ask: asked, ...more });

export const onPage = (person: PersonView): Moment => ({
  at: 'person',
  url: 'https://www.linkedin.com/in/somebody',
  unread: [],
  person,
});

const tagged: Contact = {
  ...jo,
  tags: [
    'Webinar 2026',
    'Advisory board',
    'Ein Schlagwort, das in keine Zeile passen will, so lang',
  ],
};
const gone: Contact = { ...mara, left: '2026-11-03T12:00:00.000Z' };
const withGone = decision(
  talent,
  [
    member('talent-deal', 'mara', ['champion']),
    member('talent-deal', 'kim', ['decision_maker']),
    member('talent-deal', 'sam', ['user']),
  ],
  {},
  everybody.map((person) => (person.id === 'mara' ? gone : person)),
);
const at = '2026-11-10T09:00:00.000Z';
export const sourced: Contact = {
  ...tagged,
  left: '2026-11-03T12:00:00.000Z',
  sources: {
    name: { from: 'page', site: 'linkedin-profile', by: 'ana', at },
    title: { from: 'user', by: 'bo', at: '2026-11-21T09:00:00.000Z' },
    emails: { from: 'signal', by: 'signal.marketing-automation', at: '2026-06-01T09:00:00.000Z' },
    linkedin: { from: 'page', site: 'linkedin-profile', by: 'ana', at },
    tags: { from: 'import', by: 'ana', at },
    left: { from: 'user', by: 'bo', at },
  },
};
const elsewhere: PersonView = {
  ...known(jo, [learningDeal], true),
  seenAccount: { name: 'Globex', domains: ['globex.example'] },
  pageAccount: knownAccount(globex),
};
const unsure = { ...globex, id: 'globex-2', name: 'Globex Systems', domains: [] };

export const peopleStates: Record<string, () => ReactNode> = {
  'person-tags': () => inPanel(onPage(known(tagged, [learningDeal]))),
  'person-left': () => inPanel(onPage(known(gone, [withGone, learningDeal]))),
  'person-moved': () => inPanel(onPage(elsewhere)),
  'person-moved-where': () =>
    inPanel(
      onPage({
        ...elsewhere,
        pageAccount: { is: 'maybe', accounts: [globex, unsure], because: 'name' },
      }),
    ),
  'person-edit': () =>
    alone(<EditPerson contact={jo} first={nothing} onDone={nothing} onMerge={nothing} />),
  'person-sources': () =>
    alone(<WhereFrom record={sourced} now={now} first={nothing} onDone={nothing} />),
  'person-sources-none': () =>
    alone(
      <WhereFrom
        record={contact({ id: 'x', name: 'Jo' })}
        now={now}
        first={nothing}
        onDone={nothing}
      />,
    ),
  'person-mark-left': () => alone(<MarkLeft contact={jo} first={nothing} onDone={nothing} />),
  'merge-candidates-server': () =>
    alone(<MergeWith kind="account" record={placeholder} onDone={nothing} />, askedBeyond),
  'merge-candidates-away': () =>
    alone(<MergeWith kind="account" record={placeholder} onDone={nothing} />, askedAway),
  'merge-candidates': () => alone(<MergeWith kind="contact" record={jo} onDone={nothing} />),
  'merge-people': () =>
    alone(<MergeWith kind="contact" record={jo} other={twin} onDone={nothing} />),
  'merge-people-long': () =>
    alone(
      <MergeWith
        kind="contact"
        record={{ ...jo, name: long, emails: manyAddresses }}
        other={longTwin}
        onDone={nothing}
      />,
      {
        ...asked,
        mergePreview: async (_, keptId) =>
          previewOf(keptId, { ...jo, name: long, emails: manyAddresses }, longTwin),
      },
    ),
  'merge-accounts': () =>
    alone(<MergeWith kind="account" record={placeholder} other={globex} onDone={nothing} />),
  'merge-take-apart': () =>
    alone(mergedBefore.merges.map((view) => <TakeApart key="one" view={view} onDone={nothing} />)),
  'merge-waiting': () =>
    inPanel(
      onPage({
        ...known(jo, [learningDeal]),
        merges: { merges: [], waiting: { is: 'merging', name: 'J. Park' } },
      }),
    ),
  'account-placeholder-like': () =>
    inPanel({
      ...{ at: 'account', url: 'https://globex.example', unread: [], people: [], decisions: [] },
      seen: { name: 'Globex', domains: [] },
      account: knownAccount(placeholder),
    }),
  'tag-field': () =>
    alone(
      <div className="p-4">
        <TagField had={[]} onAdd={nothing} onDone={nothing} />
      </div>,
    ),
  'record-bar-empty': () =>
    alone(
      <RecordBar name="Jo Park" tags={[]} tagging="tag:jo" onTags={async () => {}}>
        {null}
      </RecordBar>,
    ),
  'account-tags': () =>
    inPanel({
      at: 'account',
      url: 'https://acme.example',
      unread: [],
      seen: { name: 'ACME', domains: ['acme.example'] },
      account: knownAccount({ ...acme, tags: ['Key account', 'EMEA'] }),
      decisions: [withGone, ...deals.slice(1)],
      people: [known(gone, [withGone])],
    }),
  'account-edit': () =>
    alone(<EditAccount account={{ ...acme, linkedin: 'acme' }} first={nothing} onDone={nothing} />),
};
