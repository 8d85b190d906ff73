// @vitest-environment happy-dom
import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test, vi } from 'vitest';
import { Exclusions } from '#components/options/exclusions.tsx';
import { ErasePerson } from '#components/privacy/erase-person.tsx';
import { officeWith } from '../gallery/office.ts';

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
