/** Mails open and being written: nobody, a few, forty, nobody to ask. */
import type { ReactNode } from 'react';
import type { PanelProps } from '#components/panel.tsx';
import { seatsOn } from '#lib/panel/thread.ts';
import type { DecisionView, Moment, PersonView, ThreadPersonView } from '#lib/panel/view.ts';
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

type Mail = Extract<Moment, { at: 'thread' }>;

const nothing = () => {};
const panel = (moment: Mail, more: Partial<PanelProps> = {}) =>
  panelOf(moment, { ask: asked, onOpenDecision: nothing, ...more });

const on = (person: PersonView, part: ThreadPersonView['seen']['part']): ThreadPersonView => ({
  ...person,
  seen: { ...person.seen, part },
});
const concerned = (views: DecisionView[], ids: string[]) =>
  views.map((view) => ({ account: acme, decision: view, ...seatsOn(view, new Set(ids)) }));
const newcomer = (name: string, title: string, address = name.toLowerCase().replace(' ', '.')) =>
  stranger({ name, title, emails: [`${address}@acme.example`] });
const unsure = stranger({ name: 'S. Rossi', emails: ['s.rossi@mail.example'] }, deals, {
  is: 'maybe',
  contacts: [sam],
  because: 'name',
});

const mail: Mail = {
  at: 'thread',
  url: 'https://mail.example.com/?id=1',
  unread: [],
  composing: false,
  people: [
    on(known(mara), 'from'),
    on(known(kim), 'to'),
    on(newcomer('Dana Cole', 'Legal Counsel'), 'to'),
    on(known(sam), 'cc'),
    on(stranger({ emails: ['purchasing@acme.example'] }), 'cc'),
    on(unsure, 'cc'),
  ],
  colleagues: ['Ben Okafor'],
  decisions: concerned(deals, ['mara', 'kim', 'sam']),
};
const writing: Mail = { ...mail, composing: true, colleagues: [] };

const globex = account({ id: 'globex', name: 'Globex', domains: ['globex.example'] });
const pia = contact({ id: 'pia', accountId: 'globex', name: 'Pia Holm', title: 'CFO' });
const globexDeal = decision(
  operations,
  [member('globex-deal', 'pia', ['decision_maker'])],
  { id: 'globex-deal', accountId: 'globex', stageId: 'engaged' },
  [pia],
);
const atGlobex = { ...known(pia, [globexDeal]), account: knownAccount(globex) };

const left = contact({ ...kim, left: '2026-11-02T09:00:00.000Z' });
const talent = deals[0]?.solution ?? operations;
const thin = decision(
  talent,
  [
    member('talent-deal', 'mara', ['champion']),
    member('talent-deal', 'kim', ['decision_maker']),
    member('talent-deal', 'li', ['user'], { status: 'potential' }),
  ],
  {},
  [mara, left, contact({ ...li, emails: [] })],
);

const long = 'Maximiliane Wolfeschlegelsteinhausenbergerdorff '.repeat(7).slice(0, 300).trim();
const odd = [long, 'أميرة بنت خالد المنصوري', 'שרה כהן', '🦊 Kit 🚀', '王小明'];
const forty = Array.from({ length: 40 }, (_, at) => {
  const part = at % 4 ? 'cc' : 'to';
  if (at % 3) return on(newcomer(odd[at] ?? `Person ${at}`, 'Recruiter', `p${at}`), part);
  const id = `known-${at}`;
  const name = ['Mara Ott', 'Kim Adeyemi', 'Sam Rossi', 'Li Wei'][at % 4] ?? '';
  return on(known(contact({ id, name: `${name} ${at}`, title: 'Team lead' })), part);
});

export const mailStates: Record<string, () => ReactNode> = {
  thread: () => panel(mail),
  'thread-colleagues-only': () => panel({ ...mail, people: [], decisions: [] }),
  'thread-two-companies': () =>
    panel({
      ...mail,
      people: [...mail.people, on(atGlobex, 'cc')],
      decisions: [
        ...mail.decisions,
        { account: globex, decision: globexDeal, ...seatsOn(globexDeal, new Set(['pia'])) },
      ],
    }),
  'thread-missing-left': () =>
    panel({ ...mail, people: mail.people.slice(0, 1), decisions: concerned([thin], ['mara']) }),
  'mail-writing-nobody': () => panel({ ...writing, people: [], decisions: [] }),
  'mail-writing': () => panel(writing),
  'mail-writing-strangers': () =>
    panel({
      ...writing,
      people: [
        on(stranger({ emails: ['x@mail.example'] }, [], { is: 'new' }, { is: 'new' }), 'to'),
      ],
      decisions: [],
    }),
  'mail-unanswered': () => panel({ ...mail, unsaid: 'unanswered' }),
  'mail-writing-asked': () => panel({ ...writing, unsaid: 'checking' }),
  'mail-writing-offline': () => panel(writing, { sync: { is: 'offline', waiting: 2 } }),
  'mail-writing-undo': () =>
    panel(
      { ...writing, people: writing.people.slice(0, 2) },
      { undoable: { label: '2 people attached' } },
    ),
  'mail-writing-40': () =>
    panel({
      ...writing,
      people: [on(known(mara), 'to'), ...forty],
      colleagues: ['Ben Okafor', 'Ana Ruiz', 'Ada Novak', 'Bo Quist', 'Chen Li', 'Eva Kern'],
      decisions: concerned(deals, ['mara']),
    }),
};
