// @vitest-environment happy-dom
import { screen, waitFor, within } from '@testing-library/react';
import { expect, test, vi } from 'vitest';
import {
  account,
  acme,
  contact,
  decision,
  jo,
  kim,
  known,
  knownAccount,
  li,
  member,
  operationsDeal,
  stranger,
  talent,
  talentDeal,
} from '#test/gallery/world.ts';
import { person, show } from './show.tsx';

const deal = (name = 'Talent Management') => within(screen.getByRole('article', { name }));
const seat = (name: string, solution = 'Talent Management') =>
  deal(solution)
    .getAllByRole('listitem')
    .find((item) => item.textContent?.includes(name));
const joSeen = { name: 'Jo Park', title: 'Head of Procurement', company: 'ACME' };

test('whom the server has not answered about is not called new, can be added, and asked about again', async () => {
  const onLookAgain = vi.fn();
  const ines = stranger(
    { name: 'Inês Carvalho', company: 'Globex' },
    [],
    { is: 'new' },
    { is: 'new' },
  );
  const { acts, user } = show(
    { at: 'person', url: 'https://x.example/', unread: [], person: ines, unsaid: 'unanswered' },
    { onLookAgain },
  );
  expect(screen.getByRole('region', { name: 'Your server has not answered yet' })).toBeVisible();
  expect(screen.queryByText('New')).toBeNull();
  expect(screen.queryByText('new here')).toBeNull();
  expect(screen.queryByText(/Nobody has recorded/)).toBeNull();
  await user.click(screen.getByRole('button', { name: 'Look again' }));
  expect(onLookAgain).toHaveBeenCalledOnce();
  await user.click(screen.getByRole('button', { name: 'Add Inês Carvalho and Globex' }));
  expect(acts.addPerson).toHaveBeenCalledOnce();
});

test('shows at first glance who it is, which account, and the seat held in each decision', () => {
  show(person(known(jo)));
  expect(screen.getByRole('heading', { level: 1, name: 'Jo Park' })).toBeVisible();
  expect(screen.getByText('Head of Procurement')).toBeVisible();
  expect(screen.getByText('ACME')).toBeVisible();
  expect(screen.getByText('Target account')).toBeVisible();
  expect(
    screen.getAllByRole('article').map((card) => within(card).getByRole('heading').textContent),
  ).toEqual([
    'HR Operations', // where the person sits comes first
    'Talent Management',
    'Learning',
  ]);
  expect(seat('Jo Park', 'HR Operations')).toHaveTextContent('Ratifier');
});

test('a title that says so gives the persona; one that does not gives none', async () => {
  const { become } = show(person(known(jo)));
  expect(await screen.findByText('Purchasing, lead')).toBeVisible();
  become(person(known({ ...jo, title: 'Ninja' })));
  await waitFor(() => expect(screen.queryByText(/Purchasing|Other/)).not.toBeInTheDocument());
});

test('shows seats filled and empty, the stage with its days, and coverage in words', () => {
  show(person(known(jo, [talentDeal])));
  expect(seat('Mara Ott')).toHaveTextContent('Champion, Two-way');
  expect(seat('Kim Adeyemi')).toHaveTextContent('Decision maker, Engaged');
  expect(seat('Economic buyer')).toHaveTextContent('empty, by Pipeline');
  expect(seat('Sam Rossi')).toHaveTextContent('1 of 2');
  expect(deal().getByText('12 days')).toBeVisible();
  expect(deal().getByText('€120K')).toBeVisible();
  expect(deal().getByText('Known').parentElement).toHaveTextContent('64%');
  expect(deal().getByText('Engaged').parentElement).toHaveTextContent('57%');
  expect(deal().getByText('Two-way').parentElement).toHaveTextContent('29%');
});

test('an empty seat that is due says so', () => {
  show(person(known(kim, [talentDeal])));
  expect(seat('Ratifier')).toHaveTextContent('empty, due now');
});

test('attaches in the suggested role with one click, saying before what it does and why', async () => {
  const view = known(jo, [talentDeal]);
  const { acts, user } = show(person(view));
  const button = screen.getByRole('button', { name: /^Attach as Ratifier/ });
  expect(button).toHaveTextContent('Known 64% → 79%');
  expect(seat('Ratifier')).toHaveTextContent('would be filled');
  expect(screen.getByText('80% likely: “Head of Procurement”, empty seat')).toBeVisible();
  await user.click(button);
  expect(acts.attach).toHaveBeenCalledExactlyOnceWith(view, 'talent-deal', ['ratifier']);
});

test('a role that nothing speaks for is called a guess', () => {
  show(person(stranger({ name: 'Noor Haddad', company: 'ACME' }, [talentDeal])));
  expect(screen.getByText('Only a guess: empty seat')).toBeVisible();
});

test('other roles, several at once, are chosen with the keyboard alone', async () => {
  const view = known(jo, [talentDeal]);
  const { acts, user } = show(person(view));
  screen.getByRole('button', { name: 'Other roles in Talent Management' }).focus();
  await user.keyboard('{Enter}');
  screen.getByRole('menuitemcheckbox', { name: /Influencer/ }).focus();
  await user.keyboard('{Enter}');
  screen.getByRole('menuitemcheckbox', { name: /Economic buyer/ }).focus();
  await user.keyboard('{Enter}{Escape}');
  const button = screen.getByRole('button', { name: /^Attach as Economic buyer and Influencer/ });
  button.focus();
  await user.keyboard('{Enter}');
  expect(acts.attach).toHaveBeenCalledExactlyOnceWith(view, 'talent-deal', [
    'economic_buyer',
    'influencer',
  ]);
});

test('a choice of roles can be taken back', async () => {
  const { user } = show(person(known(jo, [talentDeal])));
  await user.click(screen.getByRole('button', { name: 'Other roles in Talent Management' }));
  await user.click(screen.getByRole('menuitemcheckbox', { name: /Influencer/ }));
  await user.keyboard('{Escape}');
  await user.click(screen.getByRole('button', { name: 'Cancel' }));
  expect(screen.getByRole('button', { name: /^Attach as Ratifier/ })).toBeVisible();
});

test('a member changes roles and leaves from the same menu', async () => {
  const view = known(jo, [operationsDeal]);
  const { acts, user } = show(person(view));
  expect(screen.getByText('In this decision as Ratifier')).toBeVisible();
  const change = () => screen.getByRole('button', { name: /roles in HR Operations/ });
  await user.click(change());
  await user.click(screen.getByRole('menuitemcheckbox', { name: /User/ }));
  await user.keyboard('{Escape}');
  await user.click(screen.getByRole('button', { name: /^Save as User and Ratifier/ }));
  expect(acts.attach).toHaveBeenCalledExactlyOnceWith(view, 'operations-deal', [
    'user',
    'ratifier',
  ]);
  await user.click(change());
  await user.click(screen.getByRole('menuitem', { name: /^Take out of this decision/ }));
  expect(acts.detach).toHaveBeenCalledExactlyOnceWith('operations-deal', 'jo');
});

test('after attaching, the focus goes on where the roles can be changed', async () => {
  const { user, become } = show(person(known(jo, [talentDeal])));
  await user.click(screen.getByRole('button', { name: /^Attach as Ratifier/ }));
  const joined = decision(talent, [
    ...talentDeal.group.members,
    member('talent-deal', 'jo', ['ratifier']),
  ]);
  become(person(known(jo, [joined])));
  await waitFor(() =>
    expect(screen.getByRole('button', { name: 'Change roles in Talent Management' })).toHaveFocus(),
  );
});

test('a potential member is confirmed in the role on record', async () => {
  const view = known(jo, [
    decision(talent, [member('talent-deal', 'jo', ['evaluator'], { status: 'potential' })]),
  ]);
  const { acts, user } = show(person(view));
  expect(screen.queryByText(/Head of Procurement”/)).not.toBeInTheDocument(); // speaks for another role
  await user.click(screen.getByRole('button', { name: /^Confirm as Evaluator/ }));
  expect(acts.attach).toHaveBeenCalledExactlyOnceWith(view, 'talent-deal', ['evaluator']);
});

test('a role without a seat in the profile says that it fills none', () => {
  const { solution } = operationsDeal;
  show(person(known(jo, [decision({ ...solution, profile: solution.profile.slice(0, 2) }, [])])));
  expect(screen.getByRole('button', { name: /^Attach as Ratifier/ })).toHaveTextContent(
    'No seat for this role here',
  );
});

test('an empty target profile has no coverage rather than 100 %', () => {
  show(person(known(jo, [decision({ ...talent, profile: [] }, [])])));
  expect(screen.getByText(/names no seats yet/)).toBeVisible();
  expect(screen.queryByText(/%$/)).not.toBeInTheDocument();
});

test('a new person of a known account is added with the attachment, or alone', async () => {
  const view = stranger(joSeen, [talentDeal]);
  const { acts, user } = show(person(view));
  await user.click(screen.getByRole('button', { name: /^Add and attach as Ratifier/ }));
  expect(acts.attach).toHaveBeenCalledExactlyOnceWith(view, 'talent-deal', ['ratifier']);
  await user.click(screen.getByRole('button', { name: 'Add to ACME' }));
  expect(acts.addPerson).toHaveBeenCalledExactlyOnceWith(view, {
    name: 'Jo Park',
    company: 'ACME',
    title: 'Head of Procurement',
    email: '',
  });
});

test('a new person of a new account is added with it, and can be edited before', async () => {
  const view = stranger(
    { name: 'Inês Carvalho', company: 'Globex' },
    [],
    { is: 'new' },
    { is: 'new' },
  );
  const { acts, user } = show(person(view));
  await user.click(screen.getByRole('button', { name: 'Edit first' }));
  expect(screen.getByRole('textbox', { name: 'Name' })).toHaveFocus();
  await user.clear(screen.getByRole('textbox', { name: 'Company' }));
  await user.type(screen.getByRole('textbox', { name: 'Company' }), 'Globex SA');
  await user.click(screen.getByRole('button', { name: 'Add' }));
  expect(acts.addPerson).toHaveBeenCalledExactlyOnceWith(view, {
    name: 'Inês Carvalho',
    company: 'Globex SA',
    title: '',
    email: '',
  });
});

test('of a person with nothing but a name, the company is asked for', async () => {
  const view = stranger({ name: 'Noor Haddad' }, [], { is: 'new' }, { is: 'new' });
  const { acts, user } = show(person(view, ['company']));
  expect(screen.getByText('Not readable on this page: Company.')).toBeVisible();
  await user.click(screen.getByRole('button', { name: 'Add' }));
  expect(screen.getByRole('textbox', { name: 'Company' })).toHaveAccessibleDescription(
    'A company is needed: every person belongs to one.',
  );
  expect(acts.addPerson).not.toHaveBeenCalled();
  await user.type(screen.getByRole('textbox', { name: 'Company' }), ' Initech ');
  await user.type(screen.getByRole('textbox', { name: 'E-mail' }), 'noor');
  await user.keyboard('{Enter}');
  expect(screen.getByText('This is not an e-mail address.')).toBeVisible();
  await user.type(screen.getByRole('textbox', { name: 'E-mail' }), '@initech.example{Enter}');
  expect(acts.addPerson).toHaveBeenCalledExactlyOnceWith(view, {
    name: 'Noor Haddad',
    company: 'Initech',
    title: '',
    email: 'noor@initech.example',
  });
});

test('a name alone is a question; nothing can be attached before it is answered', async () => {
  const view = stranger(
    { name: 'J. Park', title: 'Procurement', company: 'ACME' },
    [operationsDeal, talentDeal],
    {
      is: 'maybe',
      contacts: [jo],
      because: 'name',
    },
  );
  const { acts, user } = show(person(view));
  expect(screen.getByRole('heading', { name: 'Is this Jo Park?' })).toBeVisible();
  expect(screen.queryByRole('button', { name: /attach as/i })).not.toBeInTheDocument();
  await user.click(screen.getByRole('button', { name: /^Yes, Jo Park/ }));
  expect(screen.getByText('In this decision as Ratifier')).toBeVisible(); // Jo's own seat
  expect(screen.getByRole('button', { name: 'Change the answer' })).toHaveFocus();
  await user.click(screen.getByRole('button', { name: /^Attach as Ratifier/ }));
  expect(acts.attach).toHaveBeenCalledExactlyOnceWith(
    expect.objectContaining({
      match: { is: 'known', contact: jo, by: 'user', elsewhere: false },
      seen: view.seen,
    }),
    'talent-deal',
    ['ratifier'],
  );
});

test('none of those on offer: somebody new', async () => {
  const view = stranger({ name: 'J. Park', company: 'ACME' }, [talentDeal], {
    is: 'maybe',
    contacts: [jo, contact({ id: 'jin', name: 'Jin Park' })],
    because: 'name',
  });
  const { acts, user } = show(person(view));
  expect(screen.getByRole('heading', { name: 'Which J. Park is this?' })).toBeVisible();
  await user.click(screen.getByRole('button', { name: /somebody new/ }));
  await user.click(screen.getByRole('button', { name: 'Add to ACME' }));
  expect(acts.addPerson).toHaveBeenCalledExactlyOnceWith(
    expect.objectContaining({ match: { is: 'new' } }),
    expect.objectContaining({ name: 'J. Park' }),
  );
});

test('a known person seen with another employer is said, not moved', () => {
  const view = known(jo, [operationsDeal], true);
  const seen = { ...view.seen, company: 'Globex' };
  show(person({ ...view, seen, seenAccount: { name: 'Globex', domains: [] } }));
  expect(screen.getByText('Left ACME?')).toBeVisible();
  expect(screen.getByText(/On record at ACME, seen here with Globex/)).toBeVisible();
});

test('two accounts under one domain: the user says which', async () => {
  const view = stranger(
    joSeen,
    [],
    { is: 'new' },
    {
      is: 'ambiguous',
      by: 'domain:acme.example',
      accounts: [acme, account({ id: 'acme-fr', name: 'ACME France' })],
    },
  );
  const { onChooseAccount, user } = show(person(view));
  expect(screen.getByText('Several accounts on record share acme.example.')).toBeVisible();
  await user.click(screen.getByRole('button', { name: 'ACME France' }));
  expect(onChooseAccount).toHaveBeenCalledExactlyOnceWith('acme-fr');
});

test('an account of the same name is a question too', async () => {
  const view = stranger(
    joSeen,
    [],
    { is: 'new' },
    { is: 'maybe', accounts: [acme], because: 'name' },
  );
  const { onChooseAccount, user } = show(person(view));
  await user.click(screen.getByRole('button', { name: 'Another company' }));
  expect(onChooseAccount).toHaveBeenCalledExactlyOnceWith(null);
});

test('moves a decision to one of the stages it may go to', async () => {
  const { acts, user } = show(person(known(jo, [talentDeal])));
  await user.click(screen.getByRole('button', { name: /Stage of Talent Management: Qualified/ }));
  await user.click(screen.getByRole('menuitem', { name: 'Pipeline' }));
  expect(acts.setStage).not.toHaveBeenCalled();
  const form = within(screen.getByRole('form', { name: 'Move to Pipeline' }));
  expect(form.getByRole('alert')).toHaveTextContent('Economic buyer');
  await user.click(form.getByRole('button', { name: 'Move to Pipeline anyway' }));
  expect(acts.setStage).toHaveBeenCalledExactlyOnceWith(
    talentDeal.opportunity,
    'pipeline',
    undefined,
  );
});

test('adds a decision about a solution that is not in motion', async () => {
  const { acts, user } = show(person(known(li)));
  await user.click(screen.getByRole('button', { name: 'Add a decision' }));
  expect(screen.getAllByRole('menuitem').map((item) => item.textContent)).toEqual([
    'Workforce Analytics',
  ]);
  await user.click(screen.getByRole('menuitem', { name: 'Workforce Analytics' }));
  expect(acts.addDecision).toHaveBeenCalledExactlyOnceWith('acme', 'analytics');
});

test('an account without decisions teaches what will stand there', () => {
  show(person(stranger(joSeen, [], { is: 'new' }, knownAccount())));
  expect(screen.getByText(/No decision in motion at ACME yet/)).toBeVisible();
});

test('of sixty decisions the own ones stand open, a dozen are shown, the rest come on demand', async () => {
  const many = Array.from({ length: 60 }, (_, at) =>
    decision({ ...talent, id: `s${at}`, name: `Solution ${at}` }, [
      member(`s${at}-deal`, at === 50 ? 'jo' : 'kim', ['ratifier']),
    ]),
  );
  const { user } = show(person(known(jo, many)));
  expect(screen.getAllByRole('article')).toHaveLength(12);
  expect(screen.getAllByRole('heading', { level: 3 })[0]).toHaveTextContent('Solution 50');
  expect(screen.getByText('In this decision as Ratifier')).toBeVisible();
  const folded = screen.getByRole('button', { name: 'Solution 9' });
  expect(folded).toHaveAttribute('aria-expanded', 'false');
  await user.click(folded);
  expect(deal('Solution 9').getByRole('list', { name: 'Seats of Solution 9' })).toBeVisible();
  await user.click(screen.getByRole('button', { name: 'Show 48 more' }));
  expect(screen.getAllByRole('article')).toHaveLength(60);
});

test('a failing act says so in plain words and leaves the panel standing', async () => {
  const { acts, user } = show(person(known(jo, [talentDeal])));
  acts.attach.mockRejectedValue(
    Object.assign(new Error('x'), { code: 'storageFailed', full: true }),
  );
  await user.click(screen.getByRole('button', { name: /^Attach as Ratifier/ }));
  expect(screen.getByRole('alert')).toHaveTextContent(
    'The disk is full, so this edit was not kept.',
  );
  await user.click(screen.getByRole('button', { name: 'Dismiss this message' }));
  expect(screen.getByRole('alert')).toBeEmptyDOMElement();
});
