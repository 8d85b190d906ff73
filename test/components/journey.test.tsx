// @vitest-environment happy-dom
import { screen, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import type { Transition } from '#lib/model/records/transition.ts';
import { journeyPicture } from '#lib/panel/journey.ts';
import { opened } from '#test/gallery/decisions.tsx';
import { daysAgo, jo, kim, known, now, stranger } from '#test/gallery/world.ts';
import { person, show } from './show.tsx';

const detail = opened();
const at = (who = known(kim)) => show(person(who), { opened: detail, onOpenDecision: () => {} });
const list = () => within(screen.getByRole('list', { name: 'Journey' }));
const lines = () =>
  list()
    .getAllByRole('listitem')
    .map((item) => item.textContent);

test('the journey says in one sentence what its picture shows', () => {
  at();
  expect(screen.getByRole('img', { name: /^Journey from/ })).toHaveAccessibleName(
    'Journey from Feb 7 to Nov 22. Touches of marketing: 5, of sales: 8, of anonymous visitors: 9; changes of stage: 6. The list below tells each.',
  );
});

test('both teams, the moves with their reason and the changed amount stand in one list, newest first', async () => {
  const { user } = at();
  expect(lines()[0]).toBe('MailMara Ott · Ana LimaNov 16');
  expect(lines()[2]).toBe('Prioritized → QualifiedAna LimaNov 10');
  await user.click(screen.getByRole('button', { name: /^Show 17 more$/ }));
  expect(lines()).toContain('Amount: €80K → €120KAna LimaOct 23');
  expect(lines()).toContain(
    'Prioritized → EngagedAna Lima · Their budget was frozen until autumnJul 24',
  );
  expect(lines()).toContain('Webinar: Hiring without guessworkEvent · Mara Ott · MarketingFeb 10');
  expect(lines().at(-1)).toBe(
    'Pricing of Talent ManagementVisit · somebody not identified · MarketingFeb 7',
  );
});

test('team and channel choose among the touches, and the moves stay', async () => {
  const { user } = at();
  await user.selectOptions(screen.getByRole('combobox', { name: 'Team' }), 'marketing');
  expect(list().queryByText(/Workshop on site/)).toBeNull();
  expect(list().getByText('Round table in Lisbon')).toBeVisible();
  expect(list().getByText('Prioritized → Qualified')).toBeVisible();
  await user.selectOptions(screen.getByRole('combobox', { name: 'Channel' }), 'call');
  expect(screen.getByRole('img', { name: /Touches of marketing: 0, of sales: 0/ })).toBeVisible();
  expect(list().getByText('Prioritized → Qualified')).toBeVisible();
});

test('a call is noted in two clicks, with whom the page shows', async () => {
  const { acts, user } = at();
  await user.click(screen.getByRole('button', { name: 'Call' }));
  expect(screen.getByRole('checkbox', { name: /Kim Adeyemi/ })).toBeChecked();
  expect(screen.getByRole('checkbox', { name: /Mara Ott/ })).not.toBeChecked();
  await user.click(screen.getByRole('button', { name: 'Note the call' }));
  expect(acts.logTouch).toHaveBeenCalledExactlyOnceWith(detail.decision.opportunity, {
    channel: 'call',
    at: expect.stringMatching(/Z$/),
    title: '',
    contactIds: ['kim'],
  });
  expect(screen.queryByRole('form')).toBeNull();
  expect(screen.getByRole('button', { name: 'Call' })).toHaveFocus();
});

test('where the page shows nobody of the group, all who are confirmed are ticked, and any can be unticked', async () => {
  const { acts, user } = at(stranger({ name: 'Somebody' }));
  await user.click(screen.getByRole('button', { name: 'Mail' }));
  const boxes = () =>
    within(screen.getByRole('group', { name: 'With whom' })).getAllByRole<HTMLInputElement>(
      'checkbox',
    );
  const ticked = () =>
    boxes()
      .filter(({ checked }) => checked)
      .map((box) => box.closest('label')?.textContent);
  expect(ticked()).toEqual(['Kim AdeyemiDecision maker', 'Mara OttChampion', 'Sam RossiUser']);
  for (const box of boxes()) if (box.checked) await user.click(box);
  expect(screen.getByRole('button', { name: 'Note the mail' })).toBeDisabled();
  await user.click(screen.getByRole('checkbox', { name: /Mara Ott/ }));
  await user.selectOptions(screen.getByRole('combobox', { name: 'Who wrote' }), 'inbound');
  await user.type(screen.getByRole('textbox', { name: /What about/ }), 'Asks for a price{Enter}');
  expect(acts.logTouch).toHaveBeenCalledExactlyOnceWith(detail.decision.opportunity, {
    channel: 'email',
    direction: 'inbound',
    at: expect.stringMatching(/Z$/),
    title: 'Asks for a price',
    contactIds: ['mara'],
  });
});

test('Escape gives up the note alone, and the decision stays open', async () => {
  const asked: unknown[] = [];
  const { user } = show(person(known(jo)), {
    opened: detail,
    onOpenDecision: (id) => void asked.push(id),
  });
  await user.click(screen.getByRole('button', { name: 'Meeting' }));
  await user.keyboard('{Escape}');
  expect(screen.queryByRole('form')).toBeNull();
  expect(asked).toEqual([]);
  await user.keyboard('{Escape}');
  expect(asked).toEqual([null]);
});

test('a decision without anything behind it teaches what will stand there', () => {
  show(person(known(jo)), {
    opened: opened({ touches: [], transitions: [], members: [] }),
    onOpenDecision: () => {},
  });
  expect(screen.getByText(/Touches of both teams .* will stand here/)).toBeVisible();
  expect(screen.getByText(/Nobody is in this buying group yet/)).toBeVisible();
});

test('of changes of stage close to one another the later keeps its name', () => {
  const move = (id: string, days: number): Transition => ({
    ...{ id, accountId: 'acme', opportunityId: 'd', solutionId: 's', from: 'a', to: 'b' },
    ...{ at: daysAgo(days), by: 'ana', before: {}, after: {} },
  });
  const picture = journeyPicture(
    [move('old', 300), move('near', 52), move('late', 50)].map((transition) => ({
      kind: 'transition' as const,
      id: transition.id,
      at: transition.at,
      transition,
    })),
    now,
  );
  expect(picture?.marks.map(({ transition, named }) => [transition.id, named])).toEqual([
    ['late', true],
    ['near', false],
    ['old', true],
  ]);
  // 0.6 of the way: its name would reach into that of the last, which stands before its mark.
  const beside = journeyPicture(
    [move('first', 100), move('beside', 40), move('last', 5)].map((transition) => ({
      ...{ kind: 'transition' as const, id: transition.id, at: transition.at, transition },
    })),
    now,
  );
  expect(beside?.marks.map(({ named }) => named)).toEqual([true, false, true]);
  expect(journeyPicture([], now)).toBeNull();
});
