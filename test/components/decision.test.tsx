// @vitest-environment happy-dom
import { screen, waitFor, within } from '@testing-library/react';
import { expect, test, vi } from 'vitest';
import type { DecisionDetail, PersonView } from '#lib/panel/view.ts';
import { opened } from '#test/gallery/decisions.tsx';
import { jo, kim, known, member, talentDeal } from '#test/gallery/world.ts';
import { person, show } from './show.tsx';

const detail = opened();
const at = (it: DecisionDetail = detail, who: PersonView = known(jo)) =>
  show(person(who), { opened: it, onOpenDecision: () => {} });
const section = (name: string | RegExp) => within(screen.getByRole('region', { name }));
const row = (name: string) => {
  const list = screen.getByRole('list', { name: 'Buying group of Talent Management' });
  const found = within(list)
    .getAllByRole('listitem')
    .find((item) => item.textContent?.includes(name));
  if (!found) throw new Error(`No row of ${name}`);
  return within(found);
};

test('the title of a card opens the decision, and the way back gives the focus back', async () => {
  const asked: (string | null)[] = [];
  const onOpenDecision = (id: string | null) => void asked.push(id);
  const { user, become } = show(person(known(jo, [talentDeal])), { onOpenDecision });
  const title = screen.getByRole('button', { name: 'Talent Management' });
  await user.click(title);
  expect(asked).toEqual(['talent-deal']);

  become(person(known(jo, [talentDeal])), { opened: detail });
  expect(screen.getByRole('heading', { level: 1, name: 'Talent Management' })).toHaveFocus();
  expect(title).not.toBeVisible();
  await user.click(screen.getByRole('button', { name: 'Back to Jo Park' }));
  await user.keyboard('{Escape}');
  expect(asked).toEqual(['talent-deal', null, null]);

  become(person(known(jo, [talentDeal])));
  expect(title).toHaveFocus();
});

test('a browser whose scrolling answers a promise leads back as well', () => {
  const scrollTo = vi.spyOn(window, 'scrollTo').mockReturnValue(Promise.resolve() as never);
  const { become } = show(person(known(jo, [talentDeal])), { onOpenDecision: () => {} });
  become(person(known(jo, [talentDeal])), { opened: detail });
  expect(scrollTo).toHaveBeenCalled();
  become(person(known(jo, [talentDeal])));
  expect(screen.getByRole('button', { name: 'Talent Management' })).toBeVisible();
  scrollTo.mockRestore();
});

test('what is opened in the place of something opened begins at its top', () => {
  const scrollTo = vi.spyOn(window, 'scrollTo').mockReturnValue(undefined);
  const page = person(known(jo, [talentDeal]));
  const visit = { is: 'open', moment: { ...person(known(kim)), url: 'record/kim' } } as const;
  const { become } = show(page);
  become(page, { opened: detail, onOpenDecision: () => {} });
  scrollTo.mockClear();
  become(page, { visit, onVisit: () => {} });
  expect(screen.getByRole('region', { name: kim.name })).toHaveFocus();
  expect(scrollTo).toHaveBeenCalledExactlyOnceWith(0, 0);
  become(page, { visit: { ...visit }, onVisit: () => {} });
  expect(scrollTo).toHaveBeenCalledOnce();
  scrollTo.mockRestore();
});

test('each stage stands with the days spent in it, counted over both visits', () => {
  at();
  const path = screen.getByRole('list', { name: 'Days in each stage' });
  expect(
    within(path)
      .getAllByRole('listitem')
      .map((item) => item.textContent),
  ).toEqual([
    'Target–',
    'Detected45 d45 days',
    'Engaged151 d151 days',
    'Prioritized77 d77 days',
    'Qualified12 d12 days',
    'Pipeline–',
  ]);
  expect(path.querySelector('[aria-current="step"]')).toHaveTextContent('Qualified');
});

test('moving on with gaps names the seats first', async () => {
  const { acts, user } = at();
  await user.click(screen.getByRole('button', { name: 'Move to Pipeline' }));
  expect(acts.setStage).not.toHaveBeenCalled();
  const alert = within(screen.getByRole('form')).getByRole('alert');
  expect(alert).toHaveTextContent('At Pipeline, 3 seats due are still empty');
  expect(alert).toHaveTextContent('Economic buyerUserRatifier');
  await user.keyboard('{Escape}');
  expect(screen.queryByRole('form')).toBeNull();
  expect(screen.getByRole('button', { name: 'Move to Pipeline' })).toHaveFocus();
  await user.click(screen.getByRole('button', { name: 'Move to Pipeline' }));
  await user.keyboard('{Enter}');
  expect(acts.setStage).toHaveBeenCalledExactlyOnceWith(
    detail.decision.opportunity,
    'pipeline',
    undefined,
  );
});

test('moving back asks why, and does nothing without an answer', async () => {
  const { acts, user } = at();
  await user.click(screen.getByRole('button', { name: 'Another stage' }));
  await user.click(screen.getByRole('menuitem', { name: 'Engaged' }));
  const why = screen.getByRole('textbox', { name: 'Why does it go back to Engaged?' });
  await waitFor(() => expect(why).toHaveFocus());
  await user.keyboard('{Enter}');
  expect(screen.getByText('Say in a few words why.')).toBeVisible();
  expect(acts.setStage).not.toHaveBeenCalled();
  await user.type(why, 'New budget year{Enter}');
  expect(acts.setStage).toHaveBeenCalledExactlyOnceWith(
    detail.decision.opportunity,
    'engaged',
    'New budget year',
  );
});

test('amount and close date are changed together, and a wrong amount is refused in place', async () => {
  const { acts, user } = at();
  await user.click(screen.getByRole('button', { name: 'Edit amount and close date' }));
  const amount = screen.getByRole('textbox', { name: 'Amount' });
  await user.clear(amount);
  await user.type(amount, 'much{Enter}');
  expect(screen.getByText('An amount is a number of 0 or more.')).toBeVisible();
  await user.clear(amount);
  await user.type(amount, '150000{Enter}');
  expect(acts.setTerms).toHaveBeenCalledExactlyOnceWith(detail.decision.opportunity, {
    amount: 150_000,
    currency: 'EUR',
    closeDate: '2027-03-12',
  });
  expect(screen.getByRole('button', { name: 'Edit amount and close date' })).toHaveFocus();
});

test('a member stands with roles, stance and engagement, and each is changed at once', async () => {
  const { acts, user } = at();
  expect(row('Mara Ott').getByText('Champion')).toBeVisible();
  expect(row('Mara Ott').getByText('supporter')).toBeVisible();
  expect(row('Kim Adeyemi').getByText('dark')).toBeVisible();
  expect(row('Li Wei').getByText('inactive')).toBeVisible();
  expect(row('Li Wei').getByText('external')).toBeVisible();

  await user.click(screen.getByRole('button', { name: 'Change Mara Ott in this decision' }));
  const mara = detail.members.find(({ contact }) => contact?.id === 'mara')?.member;
  await user.selectOptions(row('Mara Ott').getByRole('combobox', { name: 'Stance' }), 'mentor');
  expect(acts.editMember).toHaveBeenLastCalledWith(mara, { stance: 'mentor' });
  await user.selectOptions(row('Mara Ott').getByRole('combobox', { name: 'Stance' }), '');
  expect(acts.editMember).toHaveBeenLastCalledWith(mara, { stance: null });
  await user.selectOptions(row('Mara Ott').getByRole('combobox', { name: 'Status' }), 'inactive');
  expect(acts.editMember).toHaveBeenLastCalledWith(mara, { status: 'inactive' });
  await user.click(row('Mara Ott').getByRole('switch'));
  expect(acts.editMember).toHaveBeenLastCalledWith(mara, { external: true });
  await user.click(row('Mara Ott').getByRole('button', { name: 'Roles of Mara Ott: Champion' }));
  await user.click(screen.getByRole('menuitemcheckbox', { name: /^User/ }));
  expect(acts.editMember).toHaveBeenLastCalledWith(mara, { roles: ['champion', 'user'] });
  await user.keyboard('{Escape}');
  await user.click(row('Mara Ott').getByRole('button', { name: /^Take out of this decision/ }));
  expect(acts.detach).toHaveBeenCalledExactlyOnceWith('talent-deal', 'mara');
});

test('a likely role is accepted or declined in one click, with its reason beside it', async () => {
  const { acts, user } = at();
  expect(row('Jo Park').getByText(/Likely Ratifier, 80%/)).toBeVisible();
  expect(row('Jo Park').getByText(/Head of Procurement/)).toBeVisible();
  const joHere = detail.members.find(({ contact }) => contact?.id === 'jo')?.member;
  await user.click(screen.getByRole('button', { name: 'Yes, Jo Park is Ratifier' }));
  expect(acts.acceptRole).toHaveBeenCalledExactlyOnceWith(joHere, 'ratifier');
  await user.click(screen.getByRole('button', { name: 'No, Jo Park is not Ratifier' }));
  expect(acts.declineRole).toHaveBeenCalledExactlyOnceWith(joHere, 'ratifier');
});

test('what was declined is not offered again, and nothing is asked of who has a role', () => {
  at(
    opened({
      members: [
        member('talent-deal', 'jo', [], { status: 'potential', declined: ['ratifier'] }),
        member('talent-deal', 'kim', ['decision_maker']),
      ],
    }),
  );
  expect(screen.queryByRole('button', { name: /^Yes, .* is Ratifier/ })).toBeNull();
  expect(screen.queryByRole('list', { name: 'Likely roles of Kim Adeyemi' })).toBeNull();
});

test('an empty seat has a plan: who looks, by when, and what is late', async () => {
  const { acts, user } = at();
  const empty = section(/Empty seats/);
  expect(empty.getByText('Bo Chen')).toBeVisible();
  expect(empty.getByText('was due Nov 18')).toBeVisible();
  await user.click(empty.getByRole('button', { name: 'Plan the seat Economic buyer' }));
  await user.selectOptions(empty.getByRole('combobox', { name: 'Assigned to' }), 'ana');
  await user.type(empty.getByRole('textbox', { name: 'Note' }), 'Ask Kim{Enter}');
  expect(acts.planSeat).toHaveBeenCalledExactlyOnceWith('talent-deal', 't3', {
    assigneeId: 'ana',
    due: null,
    note: 'Ask Kim',
  });
  expect(empty.getByRole('button', { name: 'Plan the seat Economic buyer' })).toHaveFocus();
});

test('interest stands by solution, with what shows it, and a user’s word goes above', async () => {
  const { acts, user } = at();
  const interest = section('What ACME looks at');
  expect(interest.getByRole('heading', { level: 3, name: /Talent Management/ })).toBeVisible();
  await user.click(
    interest.getByRole('button', { name: 'Interest of Mara Ott in Talent Management: strong' }),
  );
  expect(screen.queryByRole('menuitem', { name: 'as the touches show' })).toBeNull();
  await user.click(screen.getByRole('menuitem', { name: 'possible' }));
  expect(acts.sayInterest).toHaveBeenCalledExactlyOnceWith('mara', 'talent', 'possible');
});

test('a word about an interest names who said it, and can be left to the touches again', async () => {
  const said = detail.interests.map((one) => ({
    ...one,
    people: one.people.map((who) => ({ ...who, level: 'shown' as const, by: 'bo' })),
  }));
  const { acts, user } = at({ ...detail, interests: said });
  const interest = section('What ACME looks at');
  expect(interest.getAllByText('said by Bo Chen')[0]).toBeVisible();
  await user.click(interest.getByRole('button', { name: /^Interest of Mara Ott in Talent/ }));
  await user.click(screen.getByRole('menuitem', { name: 'as the touches show' }));
  expect(acts.sayInterest).toHaveBeenCalledExactlyOnceWith('mara', 'talent', null);
});
