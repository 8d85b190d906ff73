// @vitest-environment happy-dom
import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test, vi } from 'vitest';
import { Exclusions } from '#components/options/exclusions.tsx';
import { ErasePerson } from '#components/privacy/erase-person.tsx';
import type { Access } from '#lib/contract/access.ts';
import type { Moment } from '#lib/panel/view.ts';
import { accessWith } from '../gallery/access.tsx';
import { officeWith } from '../gallery/office.ts';
import { asked } from '../gallery/people.tsx';
import { acme, knownAccount } from '../gallery/world.ts';
import { show } from './show.tsx';

const erasing = (office = officeWith([])) => {
  const erase = vi.fn(office.erase);
  const onDone = vi.fn();
  render(
    <ErasePerson contactId="jo" name="Jo Park" office={{ ...office, erase }} onDone={onDone} />,
  );
  return { erase, onDone, user: userEvent.setup() };
};

test('erasing names the texts that no program may judge, and asks before it is done', async () => {
  const mention = { kind: 'note', id: 'n', field: 'text', text: 'Jo wants numbers.' } as const;
  const { erase, onDone, user } = erasing(officeWith([mention]));
  expect(await screen.findByText('Jo wants numbers.')).toBeVisible();
  expect(erase).not.toHaveBeenCalled();
  await user.type(screen.getByRole('textbox', { name: /Reason/ }), 'She asked.');
  await user.click(screen.getByRole('button', { name: 'Erase for good' }));
  expect(erase).toHaveBeenCalledExactlyOnceWith('jo', { exclude: true, reason: 'She asked.' });
  expect(onDone).toHaveBeenCalledOnce();
});

test('what the server refuses is said in place, and nothing is closed', async () => {
  const refused = async () => {
    throw Object.assign(new Error('no'), { code: 'unreachable' });
  };
  const { onDone, user } = erasing({ ...officeWith([]), erase: refused });
  await screen.findByText('Their name was found in no note, step or title.');
  await user.click(screen.getByRole('checkbox', { name: 'Do not record them again' }));
  await user.click(screen.getByRole('button', { name: 'Erase for good' }));
  expect(await screen.findByRole('alert')).toHaveTextContent(/server/i);
  expect(onDone).not.toHaveBeenCalled();
});

test('who may not erase is told whom to ask', async () => {
  erasing(officeWith([], false));
  expect(await screen.findByText(/Marketing and admins may erase/)).toBeVisible();
  expect(screen.queryByRole('button', { name: 'Erase for good' })).toBeNull();
});

test('the list takes an address it understands, and refuses a mail provider’s domain', async () => {
  const addExclusion = vi.fn(async () => true);
  render(
    <Exclusions
      exclusions={[]}
      users={[]}
      salt="salt-of-this-test"
      acts={{ addExclusion, removeExclusion: async () => true }}
      now={0}
    />,
  );
  const user = userEvent.setup();
  const field = screen.getByRole('textbox', { name: /E-mail, LinkedIn/ });
  await user.type(field, 'gmail.com{Enter}');
  expect(field).toHaveAccessibleDescription(/mail provider/);
  expect(addExclusion).not.toHaveBeenCalled();
  await user.clear(field);
  await user.type(field, 'Jo@Acme.example{Enter}');
  expect(addExclusion).toHaveBeenCalledExactlyOnceWith(
    'salt-of-this-test',
    { what: 'person', key: 'email:jo@acme.example', reason: '' },
    'Jo@Acme.example',
  );
  expect(field).toHaveValue('');
});

const company = (over: object = {}): Moment => ({
  ...{ at: 'account', url: 'https://acme.example', unread: [], people: [], decisions: [] },
  seen: { name: 'ACME', domains: ['acme.example'] },
  account: knownAccount(acme),
  ...over,
});

async function whoMaySee(access: Access, mayChange = true) {
  const office = accessWith(access, mayChange);
  const change = vi.fn(office.change);
  const { user } = show(company(), { ask: asked, access: { ...office, change } });
  await user.click(screen.getByRole('button', { name: 'Record of ACME' }));
  await user.click(screen.getByRole('menuitem', { name: 'Who may see it…' }));
  await screen.findByRole('region', { name: 'Who may see ACME' });
  return { user, change };
}

test('[A1] an admin restricts an account to those ticked, and takes it back in the same place', async () => {
  const { user, change } = await whoMaySee({ restricted: false, users: [] });
  await user.click(
    await screen.findByRole('switch', { name: 'Only some people see this account' }),
  );
  await user.click(await screen.findByRole('checkbox', { name: /Bo Chen/ }));
  await user.click(screen.getByRole('button', { name: 'Save' }));
  expect(change).toHaveBeenCalledExactlyOnceWith('acme', { restricted: true, users: ['bo'] });
  await user.click(await screen.findByRole('button', { name: 'Undo who may see it' }));
  expect(change).toHaveBeenLastCalledWith('acme', { restricted: false, users: [] });
  expect(await screen.findByText('Everybody of the workspace sees this account.')).toBeVisible();
});

test('[A1] whoever is no admin is told who sees it, and can change nothing', async () => {
  await whoMaySee({ restricted: true, users: ['ana'] }, false);
  expect(await screen.findByRole('listitem')).toHaveTextContent('Ana Lima');
  expect(screen.queryByRole('switch')).toBeNull();
});

test('[A4] the page of an account that is not open says so and whom to ask, offers another look, and nothing else', async () => {
  const onLookAgain = vi.fn();
  const closed = company({ account: { is: 'new' }, withheld: 'closed' });
  const admin = { id: 'ada', name: 'Ada', email: 'ada@q.example', team: 'admin' as const };
  const { user } = show(closed, {
    ask: { ...asked, users: async () => [admin] },
    onLookAgain,
  });
  const notice = screen.getByRole('region', { name: 'Not open to you' });
  expect(notice).toHaveTextContent(/restricted account/);
  expect(await screen.findByText('An admin can open it to you: Ada.')).toBeVisible();
  expect(screen.queryByRole('button', { name: /^Add/ })).toBeNull();
  await user.click(screen.getByRole('button', { name: 'Look again' }));
  expect(onLookAgain).toHaveBeenCalledOnce();
});
