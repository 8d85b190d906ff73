/** Profiles and companies before the panel: known, new, unclear, on the do-not-record list, and the awkward ones. */
import type { ReactNode } from 'react';
import { ErasePerson } from '#components/privacy/erase-person.tsx';
import type { MentionView } from '#lib/contract/privacy.ts';
import type { PersonOffice } from '#lib/panel/person-office.ts';
import type { Moment, PersonView } from '#lib/panel/view.ts';
import { arabic, awkward, crowded, long, sixty } from './awkward.ts';
import { officeWith } from './office.ts';
import { panelOf } from './panel.tsx';
import {
  account,
  acme,
  analytics,
  contact,
  deals,
  decision,
  jo,
  kim,
  known,
  knownAccount,
  learningDeal,
  li,
  mara,
  member,
  now,
  operationsDeal,
  sam,
  stranger,
  talent,
  talentDeal,
} from './world.ts';

export const at = (person: PersonView, unread: string[] = []): Moment => ({
  at: 'person',
  url: 'https://www.linkedin.com/in/somebody',
  unread,
  person,
});

const full = decision(
  talent,
  [
    member('talent-deal', 'mara', ['champion']),
    member('talent-deal', 'kim', ['decision_maker', 'economic_buyer']),
    member('talent-deal', 'li', ['user']),
    member('talent-deal', 'sam', ['user']),
    member('talent-deal', 'jo', ['ratifier']),
  ],
  { stageId: 'pipeline', amount: 120_000, currency: 'EUR' },
  undefined,
  [mara, kim, li, sam, jo].map(({ id }) => ({
    id: `t-${id}`,
    accountId: 'acme',
    team: 'sales',
    channel: 'meeting',
    at: new Date(now - 86_400_000 * 4).toISOString(),
    solutionIds: [],
    contactIds: [id],
  })),
);
const potential = decision(talent, [
  ...talentDeal.group.members,
  member('talent-deal', 'jo', ['ratifier'], { status: 'potential' }),
]);

const joNew = stranger({
  name: 'Jo Park',
  title: 'Head of Procurement',
  company: 'ACME',
  linkedin: 'jo-park',
});
const ines = stranger(
  {
    name: 'Inês Carvalho',
    headline: 'People & Culture at Globex | Speaker',
    company: 'Globex',
    emails: [],
  },
  [],
  { is: 'new' },
  { is: 'new' },
);
const mailOnly = stranger({ emails: ['purchasing@acme.example'] });

const named: MentionView = {
  ...{ kind: 'note', id: 'n1', field: 'text', text: 'Jo Park wants numbers.' },
  account: { id: 'acme', name: 'ACME' },
};
const erasing = (office: PersonOffice) => (
  <main>
    <h1 className="px-4 py-3 text-name font-semibold">Jo Park</h1>
    <ErasePerson contactId="jo" name="Jo Park" office={office} onDone={() => {}} />
  </main>
);

export const profileStates: Record<string, () => ReactNode> = {
  'person-known': () => panelOf(at(known(jo))),
  'person-known-elsewhere-none': () => panelOf(at(known(jo, [talentDeal, learningDeal]))),
  'person-seated-everywhere': () => panelOf(at(known(kim, [talentDeal, operationsDeal]))),
  'person-potential': () => panelOf(at(known(jo, [potential]))),
  'person-attached-undo': () =>
    panelOf(at(known(jo, [operationsDeal])), {
      undoable: { label: 'Jo Park attached to HR Operations as Ratifier' },
    }),
  'person-quorum': () => panelOf(at(known(kim, [full]))),
  'person-new': () => panelOf(at(joNew)),
  'person-new-account': () => panelOf(at(ines, ['title'])),
  'person-unanswered': () =>
    panelOf(
      { at: 'person', url: 'https://x.example/', unread: [], person: ines, unsaid: 'unanswered' },
      { onLookAgain: () => {} },
    ),
  'account-unanswered': () =>
    panelOf({
      ...{ at: 'account', url: 'https://globex.example', unread: [], unsaid: 'unanswered' },
      seen: { name: 'Globex', domains: ['globex.example'] },
      ...{ account: { is: 'new' }, decisions: [], people: [] },
    }),
  'person-excluded': () =>
    panelOf(at({ ...joNew, places: [], account: { is: 'new' }, withheld: 'excluded' })),
  'people-excluded': () =>
    panelOf({
      ...{ at: 'people', url: 'https://page.example/', unread: [], decisions: [] },
      people: [{ ...joNew, places: [], account: { is: 'new' }, withheld: 'excluded' }, known(kim)],
    }),
  'person-erase': () => erasing(officeWith([named])),
  'person-erase-not-you': () => erasing(officeWith([], false)),
  'person-only-name': () =>
    panelOf(
      at(stranger({ name: 'Noor Haddad' }, [], { is: 'new' }, { is: 'new' }), ['company', 'title']),
    ),
  'person-only-mail': () => panelOf(at(mailOnly)),
  'person-no-decisions': () =>
    panelOf(at(stranger({ name: 'Jo Park', title: 'Head of Procurement', company: 'ACME' }, []))),
  'person-maybe': () =>
    panelOf(
      at(
        stranger({ name: 'J. Park', title: 'Procurement Lead', company: 'ACME' }, deals, {
          is: 'maybe',
          contacts: [jo],
          because: 'name',
        }),
      ),
    ),
  'person-maybe-several': () =>
    panelOf(
      at(
        stranger({ name: 'J. Park', company: 'ACME' }, deals, {
          is: 'maybe',
          contacts: [jo, contact({ id: 'jp2', name: 'Jin Park', title: 'Payroll Specialist' })],
          because: 'name',
        }),
      ),
    ),
  'person-left': () => {
    const view = known(jo, [operationsDeal], true);
    return panelOf(
      at({
        ...view,
        seen: { ...view.seen, company: 'Globex' },
        seenAccount: { name: 'Globex', domains: ['globex.example'] },
      }),
    );
  },
  'person-which-account': () =>
    panelOf(
      at(
        stranger(
          { name: 'Jo Park', title: 'Head of Procurement', company: 'ACME' },
          [],
          { is: 'new' },
          {
            is: 'ambiguous',
            by: 'domain:acme.example',
            accounts: [
              acme,
              account({ id: 'acme-fr', name: 'ACME France', domains: ['acme.example', 'acme.fr'] }),
            ],
          },
        ),
      ),
      { onChooseAccount: () => {} },
    ),
  'person-25-members': () => panelOf(at(known(jo, [crowded]))),
  'person-awkward': () =>
    panelOf(
      at(
        stranger(
          { name: long, headline: long, company: long.slice(0, 120) },
          [awkward],
          { is: 'new' },
          knownAccount({ ...acme, name: long.slice(0, 120) }),
        ),
      ),
    ),
  'person-rtl': () => panelOf(at(known(arabic, [awkward]))),
  'person-empty-profile': () =>
    panelOf(at(known(jo, [decision(analytics, [member('analytics-deal', 'mara', ['champion'])])]))),
  'person-60-decisions': () => panelOf(at(known(jo, sixty))),
  account: () =>
    panelOf({
      at: 'account',
      url: 'https://www.linkedin.com/company/acme',
      unread: [],
      seen: { name: 'ACME', domains: ['acme.example'] },
      account: knownAccount(),
      decisions: deals,
      people: [known(mara), joNew, known(sam)],
    }),
  'account-new': () =>
    panelOf({
      at: 'account',
      url: 'https://globex.example',
      unread: [],
      seen: { name: 'Globex', domains: ['globex.example'] },
      account: { is: 'new' },
      decisions: [],
      people: [ines],
    }),
  'account-empty': () =>
    panelOf({
      at: 'account',
      url: 'https://acme.example',
      unread: [],
      seen: { name: 'ACME', domains: ['acme.example'] },
      account: knownAccount(),
      decisions: [],
      people: [],
    }),
  'account-60-decisions': () =>
    panelOf({
      at: 'account',
      url: 'https://acme.example',
      unread: [],
      seen: { name: 'ACME', domains: ['acme.example'] },
      account: knownAccount(),
      decisions: sixty,
      people: [],
    }),
};
