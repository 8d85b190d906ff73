/** Lists of people, with some of them ticked. */
import type { ReactNode } from 'react';
import { personKey } from '#lib/panel/batch.ts';
import { createTicks } from '#lib/panel/ticks.ts';
import type { ListDecisionView, Moment, PersonView } from '#lib/panel/view.ts';
import { panelOf } from './panel.tsx';
import { asked } from './people.tsx';
import {
  account,
  acme,
  contact,
  deals,
  decision,
  kim,
  known,
  knownAccount,
  li,
  mara,
  member,
  operations,
  sam,
  stranger,
} from './world.ts';

const url = 'https://www.linkedin.com/search/results/people/';

export const atAcme: ListDecisionView[] = deals.map((view) => ({ account: acme, decision: view }));
const globex = account({ id: 'globex', name: 'Globex', domains: ['globex.example'] });
const pia = contact({ id: 'pia', accountId: 'globex', name: 'Pia Holm', title: 'CFO' });
const globexDeal = decision(
  operations,
  [member('globex-deal', 'pia', ['economic_buyer'])],
  { id: 'globex-deal', accountId: 'globex', stageId: 'engaged' },
  [pia],
);
const atGlobex: ListDecisionView = { account: globex, decision: globexDeal };
const elsewhere: PersonView = {
  ...known(pia, [globexDeal]),
  account: knownAccount(globex),
  seenAccount: { name: 'Globex', domains: [] },
};
const byName = (name: string, title: string): PersonView =>
  stranger(
    { name, title, company: 'ACME' },
    [],
    { is: 'new' },
    {
      is: 'maybe',
      accounts: [acme],
      because: 'name',
    },
  );
const newcomer = (name: string, title: string): PersonView =>
  stranger({ name, title, linkedin: name, emails: [] });
const unsure = stranger({ name: 'J. Rossi', title: 'Recruiter', company: 'ACME' }, deals, {
  is: 'maybe',
  contacts: [sam],
  because: 'name',
});
const nowhere = stranger(
  { name: 'Noa Levi', title: 'Consultant' },
  [],
  { is: 'new' },
  { is: 'new' },
);

/** Known and new, at ACME, perhaps there, elsewhere, and at no company known. */
export const mixed: PersonView[] = [
  known(mara),
  newcomer('Dana Cole', 'Legal Counsel'),
  known(kim),
  known(li),
  newcomer('Omar Haddad', 'Head of Procurement'),
  byName('Ines Roth', 'Recruiter'),
  unsure,
  elsewhere,
  nowhere,
];

export const aList = (
  people: PersonView[] = mixed,
  decisions: ListDecisionView[] = [...atAcme, atGlobex],
): Extract<Moment, { at: 'people' }> => ({ at: 'people', url, unread: [], people, decisions });

/** With these ticked, by their place in the list. */
const list = (moment: Extract<Moment, { at: 'people' }>, rows: number[], undoable = false) => {
  const ticks = createTicks();
  ticks.getState().at(url);
  ticks.getState().only(
    rows.flatMap((row) => {
      const person = moment.people[row];
      return person ? [personKey(person.seen)] : [];
    }),
  );
  return panelOf(moment, {
    ...{ ask: asked, ticks },
    ...(undoable && { undoable: { label: 'Dana Cole' } }),
  });
};

const long = 'Maximiliane Wolfeschlegelsteinhausenbergerdorff '.repeat(7).slice(0, 300).trim();
const names = [long, 'أميرة بنت خالد المنصوري', 'שרה כהן', '🦊 Kit 🚀', '王小明', 'Ines Roth'];
const crowd = Array.from({ length: 25 }, (_, at) =>
  newcomer(names[at] ?? `Person ${at}`, at === 0 ? long : 'Recruiter'),
);

export const listStates: Record<string, () => ReactNode> = {
  people: () => list(aList(), []),
  'people-asked': () => list({ ...aList(), unsaid: 'checking' }, []),
  'people-unanswered': () => list({ ...aList(), unsaid: 'unanswered' }, [1]),
  'people-ticked': () => list(aList(), [0, 1, 4]),
  'people-left-out': () => list(aList(), [0, 1, 2, 3, 4, 5, 6, 7, 8], true),
  'people-nobody-joins': () => list(aList(), [8]),
  'people-no-decision': () => list(aList([nowhere, unsure], []), [0]),
  'people-crowd': () => list(aList(crowd, atAcme), [0, 1, 2, 3, 4, 5]),
};
