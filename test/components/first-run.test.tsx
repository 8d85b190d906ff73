// @vitest-environment happy-dom
import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test, vi } from 'vitest';
import { FirstRun } from '#components/first-run.tsx';

const address = () => screen.getByRole('textbox', { name: 'Address of your server' });
const agree = () => screen.getByRole('button', { name: 'Agree and sign in' });

test('says what is read, what is kept, what never happens, and the terms of LinkedIn', () => {
  render(<FirstRun server="" onAgree={() => {}} />);
  for (const name of ['What is read', 'What is kept', 'What never happens', "LinkedIn's terms"])
    expect(screen.getByRole('heading', { name })).toBeVisible();
  expect(screen.getByText(/never clicks, scrolls or requests anything there/)).toBeVisible();
});

test('agreeing hands over the checked origin', async () => {
  const onAgree = vi.fn();
  const user = userEvent.setup();
  render(<FirstRun server="http://127.0.0.1:8787" onAgree={onAgree} />);
  await user.clear(address());
  await user.type(address(), 'quorum.example.com/panel{Enter}');
  expect(onAgree).toHaveBeenCalledExactlyOnceWith('https://quorum.example.com');
});

test.each([
  ['', 'This is not an address.'],
  ['my server', 'This is not an address.'],
  ['http://quorum.example.com', 'Only https is safe enough here'],
])('“%s” is no server: said at the field, nothing is agreed', async (typed, said) => {
  const onAgree = vi.fn();
  const user = userEvent.setup();
  render(<FirstRun server={typed} onAgree={onAgree} />);
  await user.click(agree());
  expect(address()).toBeInvalid();
  expect(address()).toHaveAccessibleDescription(expect.stringContaining(said));
  expect(onAgree).not.toHaveBeenCalled();
});

test('a server that is not there is an alert, with nothing lost, until another address is typed', async () => {
  render(
    <FirstRun
      server="https://q.example"
      problem={{ code: 'unreachable', message: '' }}
      onAgree={() => {}}
    />,
  );
  expect(screen.getByRole('alert')).toHaveTextContent(
    'No Quorum server answered at this address. Nothing was read or sent.',
  );
  const user = userEvent.setup();
  await user.type(address(), ' ple');
  await user.click(agree());
  expect(address()).toHaveAccessibleDescription(expect.stringContaining('This is not an address.'));
  expect(screen.getByRole('alert')).toBeEmptyDOMElement();
});

test('while signing in the button waits', () => {
  render(<FirstRun server="https://q.example" busy onAgree={() => {}} />);
  expect(screen.getByRole('button', { name: 'Signing in…' })).toBeDisabled();
});
