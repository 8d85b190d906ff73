// @vitest-environment happy-dom
import { cleanup, screen, waitFor } from '@testing-library/react';
import { expect, test } from 'vitest';
import type { PersonView } from '#lib/panel/view.ts';
import { asked, onPage } from '#test/gallery/people.tsx';
import {
  account,
  contact,
  jo,
  known,
  knownAccount,
  learningDeal,
  mara,
  talentDeal,
} from '#test/gallery/world.ts';
import { show } from './show.tsx';

const tagged = { ...jo, tags: ['Webinar 2026'] };

test('a tag is chosen among those in use, or made, by keyboard alone, and taken off', async () => {
  const { acts, user } = show(onPage(known(tagged, [])), { ask: asked });
  screen.getByRole('button', { name: 'Tag' }).focus();
  await user.keyboard('{Enter}');
  await screen.findByRole('option', { name: 'Advisory board' });
  expect(screen.queryByRole('option', { name: 'Webinar 2026' })).toBeNull();
  await user.keyboard('event zur{Enter}');
  expect(acts.tagMany).toHaveBeenLastCalledWith(['jo'], ['Event Zürich'], []);
  await user.keyboard('Brand new{Enter}');
  expect(acts.tagMany).toHaveBeenLastCalledWith(['jo'], ['Brand new'], []);
  await user.keyboard('{Escape}');
  await waitFor(() => expect(screen.getByRole('button', { name: 'Tag' })).toHaveFocus());
  await user.click(screen.getByRole('button', { name: 'Remove tag Webinar 2026' }));
  expect(acts.tagMany).toHaveBeenLastCalledWith(['jo'], [], ['Webinar 2026']);
});

const open = async (user: ReturnType<typeof show>['user'], item: string) => {
  await user.click(screen.getByRole('button', { name: /^Record of/ }));
  await user.click(await screen.findByRole('menuitem', { name: item }));
};

test('a person is edited; what is wrong is said and nothing is lost', async () => {
  const ask = { ...asked, contactWith: async () => undefined };
  const { acts, user } = show(onPage(known(jo, [])), { ask });
  await open(user, 'Edit');
  const email = screen.getByRole('textbox', { name: 'E-mails, line 1' });
  await user.clear(email);
  await user.type(email, 'not an address');
  await user.type(screen.getByLabelText('Location'), 'Bern');
  await user.click(screen.getByRole('button', { name: 'Save' }));
  expect(screen.getByText('This is not an e-mail address.')).toBeVisible();
  expect(acts.changeContact).not.toHaveBeenCalled();
  await user.clear(email);
  await user.type(email, 'Jo@Acme.example');
  await user.clear(screen.getByLabelText('LinkedIn'));
  await user.type(screen.getByLabelText('LinkedIn'), 'https://www.linkedin.com/in/jo-p/');
  await user.click(screen.getByRole('button', { name: 'Save' }));
  expect(acts.changeContact).toHaveBeenCalledWith(
    'jo',
    { location: 'Bern', linkedin: 'jo-p' },
    { add: ['jo@acme.example'], remove: ['jo.park@acme.example'] },
  );
});

test('an address that somebody has already is said, and nothing is saved', async () => {
  const { acts, user } = show(onPage(known(jo, [])), { ask: asked });
  await open(user, 'Edit');
  await user.click(screen.getByRole('button', { name: 'Save' }));
  expect(await screen.findByText(/Mara Ott has this address already/)).toBeVisible();
  expect(acts.changeContact).not.toHaveBeenCalled();
});

test('where each field came from is shown on demand', async () => {
  const sources = { title: { from: 'user' as const, by: 'bo', at: new Date().toISOString() } };
  const { user } = show(onPage(known({ ...jo, sources }, [])), { ask: asked });
  expect(screen.queryByText(/Said by/)).toBeNull();
  await open(user, 'Where from?');
  expect(await screen.findByText(/Said by Bo Chen · just now/)).toBeVisible();
});

test('who left is shown with the day, set inactive in every decision at once, or still there', async () => {
  const gone = contact({ ...mara, left: '2026-11-03T12:00:00.000Z' });
  const { acts, user } = show(onPage(known(gone, [talentDeal, learningDeal])));
  expect(screen.getByText('Left ACME on Nov 3')).toBeVisible();
  await user.click(screen.getByRole('button', { name: 'Set inactive in 2 decisions' }));
  expect(acts.setInactive).toHaveBeenCalledWith([
    expect.objectContaining({ opportunityId: 'talent-deal' }),
    expect.objectContaining({ opportunityId: 'learning-deal' }),
  ]);
  await user.click(screen.getByRole('button', { name: 'Still there' }));
  expect(acts.setLeft).toHaveBeenCalledWith('mara', null);
});

test('who left is offered no further seat, and can give up one they hold', () => {
  const gone = contact({ ...jo, left: '2026-11-03T12:00:00.000Z' });
  show(onPage(known(gone, [talentDeal])));
  expect(screen.queryByRole('button', { name: /^(Attach|Confirm|Add) as/ })).toBeNull();
  cleanup();
  const seated = contact({ ...mara, left: '2026-11-03T12:00:00.000Z' });
  show(onPage(known(seated, [talentDeal])));
  expect(screen.getByRole('button', { name: /^Change roles in/ })).toBeVisible();
});

test('of somebody on the do-not-record list it is not said whether they are known, nor their company', () => {
  const person = known(jo, []);
  show(onPage({ ...person, match: { is: 'new' }, account: { is: 'new' }, withheld: 'excluded' }));
  expect(screen.getByText('Do not record')).toBeVisible();
  expect(screen.queryByText('New')).toBeNull();
  expect(screen.queryByText(/new here/)).toBeNull();
});

test('a person seen elsewhere is moved by one click, to the account that the user says', async () => {
  const globex = account({ id: 'globex', name: 'Globex' });
  const person: PersonView = {
    ...known(jo, [], true),
    seenAccount: { name: 'Globex', domains: [] },
    pageAccount: { is: 'maybe', accounts: [globex], because: 'name' },
  };
  const { acts, user, become } = show(onPage(person));
  await user.click(screen.getByRole('button', { name: 'Yes, add Globex and move on' }));
  expect(acts.moveOn).toHaveBeenLastCalledWith(person, undefined);
  const sure = { ...person, pageAccount: knownAccount(globex) };
  become(onPage(sure));
  await user.click(screen.getByRole('button', { name: 'Yes, now at Globex' }));
  expect(acts.moveOn).toHaveBeenLastCalledWith(sure, 'globex');
});
