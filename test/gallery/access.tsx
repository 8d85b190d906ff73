/** Restricted accounts: what those see who may not, and how it is said who may. */
import type { ReactNode } from 'react';
import { WhoMaySee } from '#components/account/who-may-see.tsx';
import type { Access } from '#lib/contract/access.ts';
import type { AccessOffice } from '#lib/panel/access-office.ts';
import type { Questions } from '#lib/panel/questions.ts';
import type { Moment, PersonView } from '#lib/panel/view.ts';
import { alone, asked, inPanel, onPage } from './people.tsx';
import { acme, jo, kim, known, learningDeal } from './world.ts';

/** An office that answers at once and keeps nothing. */
export const accessWith = (access: Access, mayChange = true): AccessOffice => ({
  mayChange,
  ask: async () => access,
  change: async (_, next) => next,
});

const withAdmins: Questions = {
  ...asked,
  users: async () => [
    { id: 'ada', name: 'Ada Lindqvist', email: 'ada@quorum.example', team: 'admin' },
    ...(await asked.users()),
    {
      ...{ id: 'long', email: 'long@quorum.example', team: 'customer_success' },
      name: 'Maximiliane von und zu Hohenstaufen-Wolkenstein',
    },
  ],
};
const nothing = () => {};
const closed: PersonView = {
  ...{ match: { is: 'new' }, account: { is: 'new' }, places: [], withheld: 'closed' },
  seen: { name: 'Jo Park', title: 'Head of Procurement', company: 'ACME', emails: [] },
};
const closedCompany: Moment = {
  ...{ at: 'account', url: 'https://acme.example', unread: [], decisions: [] },
  seen: { name: 'ACME', domains: ['acme.example'] },
  account: { is: 'new' },
  people: [closed],
  withheld: 'closed',
};
const show = (moment: Moment) => inPanel(moment, { ask: withAdmins, onLookAgain: nothing });
const form = (access: Access, mayChange = true) =>
  alone(
    <WhoMaySee account={acme} office={accessWith(access, mayChange)} onDone={nothing} />,
    withAdmins,
  );

export const accessStates: Record<string, () => ReactNode> = {
  'account-closed': () => show(closedCompany),
  'person-closed': () => show(onPage(closed)),
  'people-closed': () =>
    show({
      ...{ at: 'people', url: 'https://page.example/', unread: [], decisions: [] },
      people: [closed, known(kim, [learningDeal]), known(jo, [])],
    }),
  'visit-closed': () =>
    inPanel(onPage(known(jo, [])), { ask: withAdmins, visit: { is: 'closed' }, onVisit: nothing }),
  'edit-closed': () =>
    inPanel(onPage(known(jo, [])), {
      unresolved: [
        {
          ...{ nonce: 'n', name: 'contact.edit@1', status: 'rejected', code: 'notOpen' },
          because: 'This account is not open to you. An admin says who may see it.',
          at: '2026-11-22T08:00:00.000Z',
        },
      ],
    }),
  'access-open': () => form({ restricted: false, users: [] }),
  'access-restricted': () => form({ restricted: true, users: ['ana'] }),
  'access-told': () => form({ restricted: true, users: ['ana'] }, false),
};
