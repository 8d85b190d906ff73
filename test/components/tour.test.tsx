// @vitest-environment happy-dom
import { render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test, vi } from 'vitest';
import { ChooseSites } from '#components/choose-sites.tsx';
import type { TourStep } from '#lib/browser/settings.ts';
import type { Undoable } from '#lib/panel/undo.ts';
import { aList } from '#test/gallery/lists.tsx';
import { kim, known, talentDeal } from '#test/gallery/world.ts';
import { person, show } from './show.tsx';

const nobody = { at: 'nothing', site: null } as const;
const attached: Undoable = { what: 'attached', name: 'Kim', calls: [] };
const at = (step: TourStep, last?: Undoable) => {
  const onStep = vi.fn();
  return { onStep, tour: { step, acts: last ? 1 : 0, last, onStep } };
};
const card = () => within(screen.getByRole('region', { name: 'Tour' }));

test('the card says its step aloud, and moves on by itself when a person is opened', () => {
  const { onStep, tour } = at('person');
  const { become } = show(nobody, { tour });
  expect(card().getByRole('status')).toHaveTextContent('Open a person');
  expect(card().getByText('Tour, step 1 of 6')).toBeVisible();
  expect(card().getByRole('link')).toHaveAttribute('href', 'https://quorum.example/practice');
  expect(onStep).not.toHaveBeenCalled();
  become(person(known(kim, [talentDeal])));
  expect(onStep).toHaveBeenCalledExactlyOnceWith('attach');
});

test('a page that is not read yet is switched on from the step that needs it, inside the click', async () => {
  const { tour } = at('person');
  const { onEnableSite, become, user } = show({ at: 'siteOff', host: null }, { tour });
  await user.click(card().getByRole('button', { name: 'Switch the practice page on' }));
  expect(onEnableSite).toHaveBeenCalledExactlyOnceWith('quorum.example');
  become(nobody, { tour });
  expect(card().queryByRole('button', { name: /Switch on/ })).toBeNull();
});

test('the first step asks for what is still to be done: the site, the page, or a click on somebody', () => {
  const { tour } = at('person');
  const { become } = show({ at: 'siteOff', host: null }, { tour });
  expect(card().getByText(/^Open the practice page, switch its site on, and click/)).toBeVisible();
  become(nobody, { tour });
  expect(card().getByText(/^Open the practice page, and click/)).toBeVisible();
  expect(card().getByRole('link', { name: 'Open the practice page' })).toBeVisible();
  become(aList(), { tour });
  expect(card().getByText(/^Click one of the people on this page/)).toBeVisible();
  expect(card().queryByRole('link')).toBeNull();
});

test('an undone attachment passes the step that asks for it', () => {
  const { onStep, tour } = at('undo', attached);
  const { become } = show(nobody, { tour });
  become(nobody, { tour: { ...tour, acts: 0, last: undefined } });
  expect(onStep).toHaveBeenCalledExactlyOnceWith('decision');
});

test('the search, opened by its key, is the last step', async () => {
  const { onStep, tour } = at('find');
  const { user } = show(nobody, {
    tour,
    search: {
      view: { query: '', reading: false, hits: [], beyond: { is: 'idle', hits: [] } },
      onFind: () => {},
    },
  });
  await user.keyboard('/');
  expect(onStep).toHaveBeenCalledExactlyOnceWith('end');
});

test('a step can be skipped and the tour ended', async () => {
  const { onStep, tour } = at('call');
  const { user } = show(nobody, { tour });
  await user.click(card().getByRole('button', { name: 'Skip this step' }));
  await user.click(card().getByRole('button', { name: 'End the tour' }));
  expect(onStep.mock.calls).toEqual([['find'], [null]]);
});

test('the sites are chosen after signing in, the practice page first, and nothing is on by itself', async () => {
  const calls = { onToggle: vi.fn(), onAdd: vi.fn(), onRemove: vi.fn(), onStart: vi.fn() };
  const user = userEvent.setup();
  render(
    <ChooseSites
      sites={[
        { name: 'LinkedIn', host: 'linkedin.com', on: false },
        { host: '127.0.0.1', on: false, own: true },
      ]}
      practiceHost="127.0.0.1"
      {...calls}
    />,
  );
  const [practice, linkedin] = screen.getAllByRole('switch');
  expect(practice).toHaveAccessibleName('Practice page on this computer 127.0.0.1');
  expect(linkedin).not.toBeChecked();
  expect(screen.getByText(/LinkedIn's user agreement restricts/)).toBeVisible();
  await user.click(practice as HTMLElement);
  expect(calls.onToggle).toHaveBeenCalledExactlyOnceWith('127.0.0.1', true);
  await user.click(screen.getByRole('button', { name: 'Take the two-minute tour' }));
  await user.click(screen.getByRole('button', { name: 'Start without the tour' }));
  expect(calls.onStart.mock.calls).toEqual([[true], [false]]);
});
