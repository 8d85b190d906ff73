// @vitest-environment happy-dom
import { screen, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { accountMoment, accountOf, touchesOfAnAccount } from '#test/gallery/accounts.tsx';
import { opened, touchesOfAYear } from '#test/gallery/decisions.tsx';
import { daysAgo, jo, known } from '#test/gallery/world.ts';
import { person, show } from './show.tsx';

const at = () => show(accountMoment(accountOf()));
const list = () => within(screen.getByRole('list', { name: 'Journey' }));
const lines = () =>
  list()
    .getAllByRole('listitem')
    .map((item) => item.textContent);

test('an account’s journey has both teams, every decision and nobody known, each line saying of which solution', async () => {
  const { user } = at();
  expect(screen.getByRole('img', { name: /^Journey from/ })).toHaveAccessibleName(
    'Journey from Feb 7 to Nov 22. Touches of marketing: 8, of sales: 8, of anonymous visitors: 10; changes of stage: 8. The list below tells each.',
  );
  expect(lines()[1]).toBe('MailMara Ott · Ana LimaTalent ManagementNov 16');
  expect(lines()).toContain('Detected → EngagedLearning · Ana LimaNov 2');
  expect(lines()).toContain(
    'Courses that people finishContent · Li Wei · MarketingHR Operations and LearningNov 10',
  );
  await user.selectOptions(screen.getByRole('combobox', { name: 'Solution' }), 'learning');
  expect(lines()).toEqual([
    'Courses that people finishContent · Li Wei · MarketingHR Operations and LearningNov 10',
    'Detected → EngagedLearning · Ana LimaNov 2',
    'Put in motion at DetectedLearning · Ana LimaSep 13',
    'Open day: Learning at workEvent · Li Wei · MarketingLearningSep 8',
  ]);
  await user.selectOptions(screen.getByRole('combobox', { name: 'Channel' }), 'event');
  expect(lines()).toHaveLength(3);
});

test('what nobody routed says why, and goes to a decision in two clicks', async () => {
  const { acts, user } = at();
  await user.click(
    screen.getByRole('button', { name: '2 touches of this account belong to no decision yet' }),
  );
  const waiting = within(screen.getByRole('list', { name: 'Touches without a decision' }));
  expect(waiting.getByText('Not in the catalogue')).toBeVisible();
  const route = { name: 'Route “Autumn fair, stand 14” to a decision' };
  await user.click(waiting.getByRole('button', route));
  await user.click(screen.getByRole('menuitem', { name: 'HR Operations' }));
  const fair = touchesOfAnAccount.find(({ id }) => id === 'fair');
  expect(acts.routeTouch).toHaveBeenCalledExactlyOnceWith(fair, {
    opportunityId: 'operations-deal',
  });
});

test('or to a solution that is not in motion yet', async () => {
  const { acts, user } = at();
  const [inList] = list().getAllByRole('button', { name: /^Route “Autumn fair/ });
  if (inList) await user.click(inList);
  await user.click(screen.getByRole('menuitem', { name: 'Workforce Analytics' }));
  expect(acts.routeTouch).toHaveBeenCalledWith(expect.objectContaining({ id: 'fair' }), {
    solutionId: 'analytics',
  });
});

test('in a decision it is a quiet hint, closed until asked for', async () => {
  const { user } = show(person(known(jo)), {
    opened: opened({ touches: touchesOfAnAccount }),
    onOpenDecision: () => {},
  });
  const hint = screen.getByRole('button', { name: /^2 touches of this account belong/ });
  expect(screen.queryByRole('list', { name: 'Touches without a decision' })).toBeNull();
  await user.click(hint);
  expect(hint).toHaveAttribute('aria-expanded', 'true');
  expect(screen.getByRole('list', { name: 'Touches without a decision' })).toBeVisible();
});

test('where nothing waits and nothing happened, the journey teaches what will stand there', () => {
  show(accountMoment(accountOf([], [])));
  expect(screen.getByText(/changes of stage of every decision will stand here/)).toBeVisible();
  expect(screen.queryByText(/belong to no decision/)).toBeNull();
});

test('what shows an interest is opened, touch by touch', async () => {
  const { user } = at();
  const looks = within(screen.getByRole('region', { name: 'What ACME looks at' }));
  expect(looks.getByRole('heading', { level: 3, name: 'Learning' })).toBeVisible();
  await user.click(
    looks.getByRole('button', { name: '2 touches show the interest of Li Wei in Learning' }),
  );
  const shown = within(
    looks.getByRole('list', { name: 'What shows the interest of Li Wei in Learning' }),
  );
  expect(shown.getByText('Courses that people finish')).toBeVisible();
  expect(shown.getByText('Open day: Learning at work')).toBeVisible();
});

test('ten thousand touches are drawn as few marks, and listed a page at a time', async () => {
  const many = Array.from({ length: 10_000 }, (_, at) => ({
    ...touchesOfAYear[at % touchesOfAYear.length],
    ...{ id: `many-${at}`, accountId: 'acme', team: 'marketing' as const, channel: 'web' as const },
    ...{ at: daysAgo((at * 365) / 10_000), solutionIds: ['talent'], contactIds: ['mara'] },
  }));
  const { container, user } = show(accountMoment(accountOf(many)));
  expect(screen.getByRole('img', { name: /Touches of marketing: 10,?000/ })).toBeVisible();
  expect(container.querySelectorAll('svg circle').length).toBeLessThan(1000);
  expect(lines()).toHaveLength(12);
  await user.click(screen.getByRole('button', { name: /^Show 9,?997 more$/ }));
  expect(lines()).toHaveLength(62);
  await user.click(screen.getByRole('button', { name: /touches show the interest of Mara Ott/ }));
  expect(
    within(screen.getByRole('list', { name: /^What shows the interest of Mara/ })).getAllByRole(
      'listitem',
    ),
  ).toHaveLength(20);
});
