// @vitest-environment happy-dom
import { screen, within } from '@testing-library/react';
import { expect, test, vi } from 'vitest';
import { aList, atAcme, mixed } from '#test/gallery/lists.tsx';
import { known, mara, stranger } from '#test/gallery/world.ts';
import { show } from './show.tsx';

const box = (name: string) => screen.getByRole('checkbox', { name });
const bar = () => within(screen.getByRole('region', { name: 'With the ticked people' }));

test('some are ticked, and all join at once in the roles on offer, with the preview of all of them', async () => {
  const { acts, user } = show(aList());
  expect(screen.queryByRole('region', { name: 'With the ticked people' })).toBeNull();
  await user.click(box('Dana Cole'));
  await user.click(box('Omar Haddad'));
  expect(bar().getByText('2 ticked')).toBeVisible();
  await user.selectOptions(bar().getByLabelText('Decision'), 'Talent Management at ACME');
  await user.click(screen.getByRole('button', { name: /^Omar Haddad: Joins as/ }));
  for (const ticked of screen.getAllByRole('menuitemcheckbox', { checked: true }))
    await user.click(ticked);
  await user.click(screen.getByRole('menuitemcheckbox', { name: /^User/ }));
  await user.keyboard('{Escape}');
  await user.click(bar().getByRole('button', { name: /^Attach 2 people Known\s64%\s→\s\d+%$/ }));
  expect(acts.attachMany).toHaveBeenCalledExactlyOnceWith(
    [
      expect.objectContaining({ person: mixed[1], roles: ['ratifier'] }),
      expect.objectContaining({ person: mixed[4], roles: ['user'] }),
    ],
    'talent-deal',
  );
  expect(screen.queryByRole('region', { name: 'With the ticked people' })).toBeNull();
});

test('who cannot join is said, in the row and in sum, and stays ticked afterwards', async () => {
  const { acts, user } = show(aList());
  await user.click(box('Dana Cole'));
  await user.click(box('Pia Holm'));
  await user.click(box('Noa Levi'));
  await user.selectOptions(bar().getByLabelText('Decision'), 'Learning at ACME');
  expect(screen.getByText('Left out: at another company')).toBeVisible();
  expect(screen.getByText('Left out: company not known')).toBeVisible();
  expect(
    bar().getByText('Left out: company not known (1) and at another company (1)'),
  ).toBeVisible();
  await user.click(bar().getByRole('button', { name: /^Attach 1 person/ }));
  expect(acts.attachMany).toHaveBeenCalledExactlyOnceWith([expect.anything()], 'learning-deal');
  expect(bar().getByText('2 ticked')).toBeVisible();
  expect(bar().getByRole('button', { name: 'None of them can be attached here' })).toBeDisabled();
});

test('those whose company only its name tells join when the user says so', async () => {
  const { user } = show(aList(mixed, atAcme));
  await user.click(box('Ines Roth'));
  expect(bar().getByRole('button', { name: 'None of them can be attached here' })).toBeDisabled();
  await user.click(bar().getByRole('checkbox', { name: /^1 names this company/ }));
  expect(bar().getByRole('button', { name: /^Attach 1 person/ })).toBeEnabled();
});

test('all known, all new, none; and a range with Shift', async () => {
  const { user } = show(aList());
  await user.click(screen.getByRole('button', { name: 'All known' }));
  expect(bar().getByText('4 ticked')).toBeVisible();
  await user.click(screen.getByRole('button', { name: 'All new' }));
  expect(box('Dana Cole')).toBeChecked();
  expect(box('Mara Ott')).not.toBeChecked();
  await user.click(screen.getByRole('button', { name: 'None' }));
  expect(box('Dana Cole')).not.toBeChecked();
  await user.click(box('Mara Ott'));
  await user.keyboard('{Shift>}');
  await user.click(box('Li Wei'));
  await user.keyboard('{/Shift}');
  expect(bar().getByText('4 ticked')).toBeVisible();
});

test('ticks survive the list being read again, and are gone with the page', async () => {
  const { user, become } = show(aList());
  await user.click(box('Dana Cole'));
  become(aList([known(mara), ...mixed.slice(1).reverse()]));
  expect(box('Dana Cole')).toBeChecked();
  become({ ...aList(), url: 'https://www.linkedin.com/search/results/people/?page=2' });
  expect(box('Dana Cole')).not.toBeChecked();
});

test('a tag goes to all who are ticked at once', async () => {
  const { acts, user } = show(aList());
  await user.click(box('Mara Ott'));
  await user.click(box('Dana Cole'));
  await user.click(box('Noa Levi'));
  expect(bar().getByText(/^1 cannot be tagged/)).toBeVisible();
  await user.click(bar().getByRole('button', { name: 'Tag' }));
  await user.type(bar().getByRole('combobox', { name: /[Tt]ag/ }), 'Event{Enter}');
  expect(acts.tagPeople).toHaveBeenCalledExactlyOnceWith([mixed[0], mixed[1]], ['Event'], []);
});

/** A hundred newcomers, and whose rows were drawn: nothing else reads the company's name. */
function hundred() {
  const drawn = new Set<string>();
  const people = Array.from({ length: 100 }, (_, at) => {
    const person = stranger({ name: `Newcomer ${at}`, linkedin: `newcomer-${at}` });
    const company = () => {
      drawn.add(`newcomer-${at}`);
      return 'ACME';
    };
    // Not enumerable: whoever copies the person draws nothing.
    Object.defineProperty(person.seen, 'company', { get: company });
    return person;
  });
  return { people, drawn };
}

test('of a hundred, a tick draws the one that is ticked, and none when something is typed elsewhere', async () => {
  const { people, drawn } = hundred();
  const list = aList(people, atAcme);
  const found = { hits: [], reading: false, beyond: { is: 'idle' as const, hits: [] } };
  const search = (query: string) => ({ search: { view: { ...found, query }, onFind: () => {} } });
  const { user, become } = show(list, search(''));
  expect(drawn.size).toBe(100);
  for (const at of [7, 42]) {
    drawn.clear();
    await user.click(box(`Newcomer ${at}`));
    expect([...drawn]).toEqual([`newcomer-${at}`]);
  }
  drawn.clear();
  become(list, search('a'));
  become(list, search('an'));
  expect([...drawn]).toEqual([]);
});

test('nobody is called new before the server has answered: asked about, then not answered, then new', async () => {
  const list = aList();
  if (list.at !== 'people') throw new Error('a list');
  const onLookAgain = vi.fn();
  const { become, user } = show({ ...list, unsaid: 'checking' }, { onLookAgain });
  const dana = () => within(box('Dana Cole').closest('li') as HTMLElement);
  const mara = () => within(box('Mara Ott').closest('li') as HTMLElement);
  expect(dana().getByText('Checking')).toBeVisible();
  expect(screen.queryByText('New')).toBeNull();
  expect(mara().queryByText('Checking')).toBeNull();
  expect(dana().getByRole('button', { name: /^Add as/ })).toBeDisabled();
  expect(screen.getByText(/known, no answer yet about/)).toBeVisible();
  await user.click(box('Dana Cole'));
  expect(bar().getByRole('button', { name: /^Attach 1 person/ })).toBeDisabled();

  become({ ...list, unsaid: 'unanswered' });
  expect(dana().getByText('No answer yet')).toBeVisible();
  expect(bar().getByRole('button', { name: /^Attach 1 person/ })).toBeEnabled();
  await user.click(screen.getByRole('button', { name: 'Look again' }));
  expect(onLookAgain).toHaveBeenCalledOnce();

  become(list);
  expect(dana().getByText('New')).toBeVisible();
  expect(screen.queryByRole('button', { name: 'Look again' })).toBeNull();
});
