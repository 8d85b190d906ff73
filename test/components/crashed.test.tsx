// @vitest-environment happy-dom
import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test, vi } from 'vitest';
import { CrashGuard } from '#components/crashed.tsx';

function Card(): never {
  throw new TypeError('no stage “gone”');
}

function crash() {
  const said = vi.spyOn(console, 'error').mockImplementation(() => {});
  const onReload = vi.fn(() => new Promise<void>(() => {}));
  const user = userEvent.setup();
  const shown = render(
    <CrashGuard version="1.2.3" onReload={onReload}>
      <p>before</p>
      <Card />
    </CrashGuard>,
  );
  said.mockRestore();
  return { onReload, user, ...shown };
}

test('a part that cannot be drawn leaves no white panel: what happened, what is safe, and a way on', async () => {
  const { onReload, user } = crash();
  expect(screen.getByRole('alert')).toHaveTextContent('Quorum cannot show this.');
  expect(screen.getByRole('alert')).toHaveTextContent('safe on this computer');
  await user.click(screen.getByRole('button', { name: 'Load again' }));
  expect(screen.getByRole('status')).toHaveTextContent('Looking through what is stored');
  await user.click(screen.getByRole('button', { name: 'Load again' }));
  expect(onReload).toHaveBeenCalledOnce();
});

test('the diagnostics name the version, the error and the part', async () => {
  const { user } = crash();
  await user.click(screen.getByRole('button', { name: 'Copy diagnostics' }));
  expect(await screen.findByText(/^Copied/)).toBeVisible();
  const copied = await navigator.clipboard.readText();
  expect(copied).toContain('Quorum 1.2.3');
  expect(copied).toContain('no stage “gone”');
  expect(copied).toContain('Card');
});

test('where the clipboard is closed, the text can be selected', async () => {
  const { user } = crash();
  vi.spyOn(navigator.clipboard, 'writeText').mockRejectedValue(new DOMException('no'));
  await user.click(screen.getByRole('button', { name: 'Copy diagnostics' }));
  expect(await screen.findByText(/Open the details/)).toBeVisible();
  expect(screen.getByText(/no stage “gone”/)).toBeInTheDocument();
});

test('what can be drawn is left alone', () => {
  render(
    <CrashGuard version="1" onReload={async () => {}}>
      <p>All well</p>
    </CrashGuard>,
  );
  expect(screen.getByText('All well')).toBeVisible();
  expect(screen.queryByRole('alert')).toBeNull();
});
