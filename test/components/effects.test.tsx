// @vitest-environment happy-dom
import { screen, within } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { percent } from '#components/format.ts';
import { coverage } from '#lib/model/coverage.ts';
import type { Member } from '#lib/model/records/member.ts';
import type { DecisionDetail, PersonView } from '#lib/panel/view.ts';
import { opened } from '#test/gallery/decisions.tsx';
import { roleless } from '#test/gallery/effects.tsx';
import { asked, mergedBefore, onPage } from '#test/gallery/people.tsx';
import {
  daysAgo,
  jo,
  known,
  mara,
  now,
  operationsDeal,
  talentDeal,
  touch,
} from '#test/gallery/world.ts';
import { withMember } from '#test/model/groups.ts';
import { person, show } from './show.tsx';

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'], now });
});
afterEach(() => {
  vi.useRealTimers();
});

const detail = opened();
const at = (it: DecisionDetail = detail, who: PersonView = known(jo)) =>
  show(person(who), { opened: it, onOpenDecision: () => {} });
const memberIn = ({ decision }: DecisionDetail, id: string): Member =>
  decision.group.members.find(({ contactId }) => contactId === id) ?? expect.fail(`No ${id}.`);
const glued = (text: string) => expect.stringContaining(text.replaceAll(' ', '\u00a0'));
/** The change of the figure of known seats, by the figures' own words. */
const knownAs = ({ decision: { group } }: DecisionDetail, member: Member) =>
  `Known ${percent(coverage(group)?.known ?? -1)} → ${percent(coverage(withMember(group, member))?.known ?? -1)}`;

test('a member’s form says of each status, of each role and of taking out what it would do', async () => {
  const { user } = at();
  await user.click(screen.getByRole('button', { name: 'Change Mara Ott in this decision' }));
  const form = within(screen.getByRole('region', { name: 'Mara Ott' }));
  const whom = memberIn(detail, 'mara');
  const out = knownAs(detail, { ...whom, status: 'inactive' });
  expect(out).toBe('Known 64% → 36%');
  const status = form.getByRole('combobox', { name: 'Status' });
  expect(
    within(status)
      .getAllByRole('option')
      .map(({ textContent }) => textContent?.split(',')[0]?.replaceAll('\u00a0', ' ')),
  ).toEqual(['potential', 'confirmed', `inactive · ${out}`]);
  expect(form.getByRole('button', { name: /^Take out of this decision/ })).toHaveTextContent(out);

  await user.click(form.getByRole('button', { name: 'Roles of Mara Ott: Champion' }));
  const role = (name: RegExp) => screen.getByRole('menuitemcheckbox', { name });
  expect(role(/^Ratifier/)).toHaveTextContent(
    knownAs(detail, { ...whom, roles: ['champion', 'ratifier'] }),
  );
  expect(role(/^Champion/)).toHaveTextContent(knownAs(detail, { ...whom, roles: [] }));
  expect(role(/^Influencer/)).toHaveTextContent(/^Influencer$/);
});

test('somebody inactive comes back with what that adds', async () => {
  const { user } = at();
  await user.click(screen.getByRole('button', { name: 'Change Li Wei in this decision' }));
  const status = screen.getByRole('combobox', { name: 'Status' });
  const back = knownAs(detail, { ...memberIn(detail, 'li'), status: 'confirmed' });
  expect(within(status).getByRole('option', { name: /^confirmed/ })).toHaveTextContent(back);
});

test('a likely role says what accepting it would do', () => {
  at();
  const accept = screen.getByRole('button', { name: 'Yes, Jo Park is Ratifier' });
  expect(accept).toHaveAccessibleDescription(
    glued(knownAs(detail, { ...memberIn(detail, 'jo'), roles: ['ratifier'] })),
  );
});

test('a member without a role, and none that is likely, is given one in two clicks', async () => {
  const { acts, user } = at(roleless);
  expect(screen.queryByRole('button', { name: /^Give Jo Park/ })).toBeNull();
  await user.click(
    screen.getByRole('button', { name: 'Give a role in Talent Management to Chen Fang' }),
  );
  const whom = memberIn(roleless, 'chen');
  const champion = screen.getByRole('menuitem', { name: /^User/ });
  expect(champion).toHaveTextContent(knownAs(roleless, { ...whom, roles: ['user'] }));
  expect(screen.getByRole('menuitem', { name: /^Influencer/ })).toHaveTextContent(
    'No seat for this role here',
  );
  await user.click(champion);
  expect(acts.editMember).toHaveBeenCalledExactlyOnceWith(whom, {
    roles: ['user'],
    status: 'confirmed',
  });
});

test('of somebody who left: in their row, and over all their decisions', () => {
  at(roleless);
  const kim = memberIn(roleless, 'kim');
  expect(
    screen.getByRole('button', { name: 'Set inactive: Kim Adeyemi' }),
  ).toHaveAccessibleDescription(glued(knownAs(roleless, { ...kim, status: 'inactive' })));
});

test('somebody’s decisions stand by name with what setting them inactive does in each', () => {
  const left = { ...mara, left: daysAgo(3) };
  show(person(known(left, [talentDeal, operationsDeal])));
  expect(
    screen.getByRole('button', { name: 'Set inactive in 1 decision' }),
  ).toHaveAccessibleDescription(/^Talent Management: Known\s64%\s→\s36%/);
});

test('being taken out of a decision says what is lost, in the menu of one’s roles', async () => {
  const { user } = show(person(known(mara, [talentDeal])));
  await user.click(screen.getByRole('button', { name: 'Change roles in Talent Management' }));
  expect(screen.getByRole('menuitem', { name: /^Take out/ })).toHaveTextContent('Known 64% → 36%');
  // Nothing is done yet: the roles are chosen first, and the button says what they do.
  expect(screen.getByRole('menuitemcheckbox', { name: /^Ratifier/ })).not.toHaveTextContent('→');
});

test('a contact says which figures it lifts while it is filled in, and nothing where it lifts none', async () => {
  const { user } = at();
  await user.click(screen.getByRole('button', { name: 'Mail' }));
  const form = within(screen.getByRole('form', { name: 'Mail' }));
  for (const box of form.getAllByRole<HTMLInputElement>('checkbox'))
    if (box.checked) await user.click(box);
  expect(form.queryByText(/→/)).toBeNull();
  await user.click(form.getByRole('checkbox', { name: /^Mara Ott/ }));
  expect(form.queryByText(/→/)).toBeNull();
  await user.click(form.getByRole('checkbox', { name: /^Kim Adeyemi/ }));
  expect(form.getByText(/^Engaged \d+% → \d+%$/)).toBeVisible();
  await user.selectOptions(form.getByRole('combobox', { name: 'Who wrote' }), 'inbound');
  expect(form.getByText(/^Engaged \d+% → \d+%/)).toBeVisible();
});

test('a merge and its taking back name the decisions they change', async () => {
  const { user } = show(onPage({ ...known(jo, []), merges: mergedBefore }), { ask: asked });
  const open = async (item: string | RegExp) => {
    await user.click(screen.getByRole('button', { name: /^Record of/ }));
    await user.click(await screen.findByRole('menuitem', { name: item }));
  };
  await open('Merge with…');
  await user.click(await screen.findByRole('button', { name: /J\. Park/ }));
  expect(await screen.findByText('Talent Management: Known 64% → 79%')).toBeVisible();
  await user.click(screen.getByRole('button', { name: 'Cancel' }));
  await open(/^Merged from/);
  expect(await screen.findByText('Talent Management: Known 79% → 64%')).toBeVisible();
});

test('a touch without a solution says which decisions lose it, wherever it is routed', async () => {
  const stray = touch(['mara'], {
    ...{ id: 'stray', channel: 'web', title: 'Careers', unrouted: 'noSolution', at: daysAgo(2) },
  });
  const here = opened({ touches: [stray] });
  const { user } = at({ ...here, open: [here.decision, operationsDeal] });
  await user.click(screen.getByRole('button', { name: /belongs? to no decision yet/ }));
  const touches = within(screen.getByRole('list', { name: 'Touches without a decision' }));
  await user.click(touches.getByRole('button', { name: /^Route.*Careers/ }));
  expect(screen.getByRole('menuitem', { name: /^HR Operations/ })).toHaveTextContent(
    'HR OperationsTalent Management: Engaged 29% → 0%',
  );
  expect(screen.getByRole('menuitem', { name: /^Learning/ })).toHaveTextContent(
    /Engaged 29% → 0%$/,
  );
  expect(screen.getByRole('menuitem', { name: 'Talent Management' })).toBeVisible();
});
