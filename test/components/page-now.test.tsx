// @vitest-environment happy-dom
/** What was opened stays while the page changes: the panel says whom the page shows now, and leads there. */
import { screen, within } from '@testing-library/react';
import { expect, test, vi } from 'vitest';
import { opened } from '#test/gallery/decisions.tsx';
import { kim, known, mara, stranger, talentDeal } from '#test/gallery/world.ts';
import { person, show } from './show.tsx';

const on = (slug: string, moment: ReturnType<typeof person>) => ({
  ...moment,
  url: `https://www.linkedin.com/in/${slug}`,
});
const maraHere = on('mara', person(known(mara, [talentDeal])));
const kimHere = on('kim', person(known(kim, [talentDeal])));
const newcomer = on('dana', person(stranger({ name: 'Dana Cole', emails: [] })));
const told = () =>
  screen.getAllByRole('status').find((status) => within(status).queryByText('On this page now'));
const ways = () => ({ onOpenDecision: vi.fn(), onVisit: vi.fn(), onOpenOutbox: vi.fn() });

test('an opened decision stays, and says who is on the page once that is somebody else', () => {
  const { become } = show(maraHere, ways());
  become(maraHere, { opened: opened() });
  expect(told()).toBeUndefined();
  screen.getByRole('button', { name: 'Back to Mara Ott' });

  become(kimHere, { opened: opened() });
  expect(told()).toHaveTextContent('On this page nowKim AdeyemiKnownShow');
  expect(screen.getByRole('heading', { level: 1 })).toHaveTextContent('Talent Management');
  screen.getByRole('button', { name: 'Back' });
  become(newcomer, { opened: opened() });
  expect(told()).toHaveTextContent('On this page nowDana ColeNewShow');

  // Back on the page where it was opened, or on one that shows nobody, there is nothing to say.
  become(maraHere, { opened: opened() });
  expect(told()).toBeUndefined();
  become({ at: 'nothing', site: null }, { opened: opened() });
  expect(told()).toBeUndefined();
});

test('one press leads to the page, from however deep; what was typed there is kept', async () => {
  const calls = ways();
  const { user, become } = show(maraHere, calls);
  become(maraHere, { opened: opened() });
  await user.click(screen.getByRole('button', { name: /amount/i }));
  const amount = await screen.findByLabelText('Amount');
  await user.clear(amount);
  await user.type(amount, '98765');
  const visit = { is: 'open', moment: { ...newcomer, url: 'record:contact:dana' } } as const;
  become(kimHere, { opened: opened(), visit });
  expect(amount).toHaveValue('98765');

  await user.click(screen.getByRole('button', { name: 'Show Kim Adeyemi' }));
  expect(calls.onVisit).toHaveBeenCalledExactlyOnceWith(null);
  become(kimHere);
  expect(screen.getByRole('heading', { level: 1, name: 'Kim Adeyemi' })).toBeVisible();
  expect(told()).toBeUndefined();
  become(kimHere, { opened: opened() });
  expect(screen.getByLabelText('Amount')).toHaveValue('98765');
});

test('a page that came meanwhile begins at its top, with the focus in it', async () => {
  const scrolled = vi.spyOn(window, 'scrollTo').mockImplementation(() => {});
  const calls = ways();
  const { user, become } = show(maraHere, calls);
  Object.defineProperty(window, 'scrollY', { value: 700, configurable: true });
  await user.click(screen.getByRole('button', { name: 'Talent Management' }));
  expect(calls.onOpenDecision).toHaveBeenCalledOnce();
  become(maraHere, { opened: opened() });
  become(kimHere, { opened: opened() });
  become(kimHere);
  expect(scrolled).toHaveBeenLastCalledWith(0, 0);
  expect(screen.getByRole('main')).toHaveFocus();
});
