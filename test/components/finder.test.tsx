// @vitest-environment happy-dom
import { screen, waitFor, within } from '@testing-library/react';
import { expect, test, vi } from 'vitest';
import type { SearchView } from '#lib/panel/use-search.ts';
import { sixty } from '#test/gallery/awkward.ts';
import { opened } from '#test/gallery/decisions.tsx';
import { home } from '#test/gallery/finder.tsx';
import { jo, known, talentDeal } from '#test/gallery/world.ts';
import { person, show } from './show.tsx';

const view: SearchView = {
  query: '',
  hits: [{ kind: 'contact', id: 'li', scope: 'acme', name: 'Li Wei', line: 'ACME' }],
  reading: false,
  beyond: { is: 'idle', hits: [] },
};
const doors = (over: Partial<SearchView> = {}) => ({
  search: { view: { ...view, ...over }, onFind: vi.fn() },
  onVisit: vi.fn(),
});
const attachable = () => person(known(jo, [talentDeal]));

test('a slash opens the search, the arrow keys choose, Enter opens', async () => {
  const more = doors();
  const { user } = show(attachable(), more);
  await user.keyboard('/');
  const field = await screen.findByRole('combobox', { name: /Find people/ });
  expect(field).toHaveFocus();
  await user.keyboard('l');
  expect(more.search.onFind).toHaveBeenCalledWith('l');
  await user.keyboard('{Enter}');
  await waitFor(() =>
    expect(more.onVisit).toHaveBeenCalledWith(
      expect.objectContaining({ kind: 'contact', id: 'li' }),
    ),
  );
  await waitFor(() => expect(screen.queryByRole('combobox', { name: /Find people/ })).toBeNull());
});

test('somebody typing in a field types a slash', async () => {
  const { user } = show({ at: 'nothing', site: null }, doors());
  await user.click(screen.getByRole('button', { name: 'Enter by hand' }));
  await user.type(screen.getByLabelText(/^Name/), 'a/b?');
  expect(screen.getByLabelText(/^Name/)).toHaveValue('a/b?');
  expect(screen.queryByRole('dialog')).toBeNull();
});

test('the palette attaches in the suggested role, without the mouse', async () => {
  const { user, acts } = show(attachable(), doors({ query: 'attach', hits: [] }));
  await user.keyboard('{Control>}k{/Control}');
  const list = await screen.findByRole('listbox');
  expect(within(list).getAllByRole('option')).toHaveLength(1);
  await user.keyboard('{Enter}');
  await waitFor(() =>
    expect(acts.attach).toHaveBeenCalledWith(expect.anything(), 'talent-deal', ['ratifier']),
  );
});

test('with nothing typed Enter does nothing, and what was used last stands first after it was', async () => {
  const { user, acts } = show(attachable(), doors({ query: '', hits: [] }));
  await user.keyboard('{Control>}k{/Control}');
  expect(await screen.findByRole('group', { name: 'Person' })).toBeVisible();
  expect(screen.queryByRole('group', { name: 'Used last' })).toBeNull();
  await user.keyboard('{Enter}');
  expect(screen.getByRole('dialog')).toBeVisible();
  for (const act of Object.values(acts)) expect(act).not.toHaveBeenCalled();

  await user.click(screen.getByRole('option', { name: /^Attach as Ratifier/i }));
  await waitFor(() => expect(acts.attach).toHaveBeenCalledOnce());
  await user.keyboard('{Control>}k{/Control}');
  const last = await screen.findByRole('group', { name: 'Used last' });
  expect(within(last).getByRole('option')).toHaveTextContent(/^Attach as ratifier/i);
  expect(screen.getAllByRole('group')[0]).toBe(last);
});

test('of an account with many decisions the palette shows the first acts, and the others on request', async () => {
  const { user } = show(person(known(jo, sixty)), doors({ query: '', hits: [] }));
  await user.keyboard('{Control>}k{/Control}');
  const group = await screen.findByRole('group', { name: 'Decisions' });
  const rows = () => within(group).getAllByRole('option');
  expect(rows()).toHaveLength(7);
  await user.click(within(group).getByRole('option', { name: /^Show \d+ more/ }));
  expect(rows().length).toBeGreaterThan(100);
  expect(within(group).queryByRole('option', { name: /^Show \d+ more/ })).toBeNull();
  // The first that was not there before is chosen, and the arrow keys go on from it.
  expect(rows()[6]).toHaveAttribute('aria-selected', 'true');
  await user.keyboard('{ArrowDown}');
  expect(rows()[7]).toHaveAttribute('aria-selected', 'true');
});

test('what the server tells besides is chosen from its first row on', async () => {
  const hit = (id: string) => ({
    ...{ kind: 'contact' as const, scope: 'acme', line: 'ACME' },
    id,
    name: id,
  });
  const onMore = vi.fn();
  const search = (beyond: SearchView['beyond']) => ({
    search: { view: { ...view, query: 'li', beyond }, onFind: vi.fn(), onMore },
  });
  const found = { is: 'found', hits: [hit('lina'), hit('lior')], more: true } as const;
  const { user, become } = show(attachable(), search({ ...found, hits: [...found.hits] }));
  const again = (beyond: SearchView['beyond']) => become(attachable(), search(beyond));
  await user.keyboard('/');
  await user.click(await screen.findByRole('option', { name: 'More from the server' }));
  expect(onMore).toHaveBeenCalledOnce();
  again({ is: 'asking', hits: [...found.hits], more: false });
  again({ is: 'found', hits: [...found.hits, hit('livia'), hit('liz')], more: false });
  const chosen = () => screen.getByRole('option', { selected: true });
  await waitFor(() => expect(chosen()).toHaveTextContent('livia'));
  await user.keyboard('{ArrowDown}');
  expect(chosen()).toHaveTextContent('liz');
});

test('the kinds of acts that were used last stand first when the panel opens again; with whom is not kept', async () => {
  const onUse = vi.fn();
  const first = show(attachable(), {
    ...doors({ query: '', hits: [] }),
    usedActs: { kinds: ['search', 'undo', 'sync'], onUse },
  });
  await first.user.keyboard('{Control>}k{/Control}');
  const last = await screen.findByRole('group', { name: 'Used last' });
  // What cannot be done here is left out.
  expect(
    within(last)
      .getAllByRole('option')
      .map(({ textContent }) => textContent),
  ).toEqual([expect.stringMatching(/^Find people/), 'Sync now']);
  await first.user.click(screen.getByRole('option', { name: /^Attach as Ratifier/i }));
  expect(onUse).toHaveBeenCalledExactlyOnceWith(['attach', 'search', 'undo']);
});

test('undo has its key, and is in the palette while there is something to undo', async () => {
  const { user, acts } = show(attachable(), {
    ...doors({ query: 'undo', hits: [] }),
    undoable: { label: 'Jo Park attached' },
  });
  await user.keyboard('{Control>}z{/Control}');
  expect(acts.undo).toHaveBeenCalledTimes(1);
  await user.keyboard('{Control>}k{/Control}');
  await screen.findByRole('option', { name: /Undo/ });
  await user.keyboard('{Enter}');
  await waitFor(() => expect(acts.undo).toHaveBeenCalledTimes(2));
});

test('a command opens its form with the focus in it, in the decision that has it', async () => {
  const onOpenDecision = vi.fn();
  const more = { ...doors({ query: 'log call', hits: [] }), onOpenDecision };
  const { user, become } = show(attachable(), more);
  await user.keyboard('{Control>}k{/Control}');
  await screen.findByRole('option', { name: /Log: Call.*Talent Management/ });
  await user.keyboard('{Enter}');
  await waitFor(() => expect(onOpenDecision).toHaveBeenCalledWith('talent-deal'));
  become(attachable(), { opened: opened() });
  expect(screen.getByRole('form', { name: 'Call' })).toBeVisible();
  expect(screen.getByRole('textbox', { name: /What about/ })).toHaveFocus();
});

test('the palette does whatever the opened decision offers, and comes back to where it was called', async () => {
  const { user } = show(attachable(), { ...doors({ query: '', hits: [] }), opened: opened() });
  const edit = screen.getByRole('button', { name: 'Edit amount and close date' });
  edit.focus();
  await user.keyboard('{Control>}k{/Control}');
  await screen.findAllByRole('option');
  for (const more of screen.getAllByRole('option', { name: /^Show \d+ more/ }))
    await user.click(more);
  const names = screen.getAllByRole('option').map(({ textContent }) => textContent);
  for (const part of [/^Plan/, /next steps/, /amount/, /^Another step/, /Write a note/, /^Move /])
    expect(names).toContainEqual(expect.stringMatching(part));
  await user.keyboard('{Escape}');
  await waitFor(() => expect(edit).toHaveFocus());
});

test('the palette edits, tags and marks the person, switches the language and opens the own edits', async () => {
  const calls = { onLanguage: vi.fn(), onOpenOutbox: vi.fn() };
  const more = { ...doors({ query: '中文', hits: [] }), ...calls };
  const { user, become } = show(attachable(), more);
  const choose = async (query: string, name: RegExp) => {
    become(attachable(), doors({ query, hits: [] }));
    await user.keyboard('{Control>}k{/Control}');
    await screen.findByRole('option', { name });
    await user.keyboard('{Enter}');
    await waitFor(() => expect(screen.queryByRole('option')).toBeNull());
  };
  await choose('中文', /简体中文/);
  expect(calls.onLanguage).toHaveBeenCalledWith('zh_CN');
  await choose('your edits', /Your edits/);
  expect(calls.onOpenOutbox).toHaveBeenCalledWith(true);
  await choose('tag jo', /^Tag/);
  await waitFor(() => expect(screen.getByRole('combobox', { name: 'Tag' })).toHaveFocus());
  await choose('edit jo', /^Edit/);
  await waitFor(() => expect(screen.getByLabelText(/^Name/)).toHaveFocus());
});

test('keys of a single sign can be switched off; the others stay', async () => {
  const onChange = vi.fn();
  const { user, become } = show(attachable(), { ...doors(), singleKeys: { on: true, onChange } });
  await user.keyboard('?');
  await user.click(await screen.findByRole('switch', { name: /single sign/ }));
  expect(onChange).toHaveBeenCalledWith(false);
  await user.keyboard('{Escape}');
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  become(attachable(), { singleKeys: { on: false, onChange } });
  await user.keyboard('/?');
  expect(screen.queryByRole('dialog')).toBeNull();
  await user.keyboard('{Control>}k{/Control}');
  expect(await screen.findByRole('dialog')).toBeVisible();
});

test('a question mark lists the keys', async () => {
  const { user } = show(attachable(), doors());
  await user.keyboard('?');
  const list = await screen.findByRole('dialog', { name: 'Keyboard shortcuts' });
  expect(list).toHaveTextContent('Ctrl K');
  await user.keyboard('{Escape}');
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
});

test('what was opened stands before the page, and Escape leads back to it', async () => {
  const more = { ...doors(), visit: { is: 'open' as const, moment: attachable() } };
  const { user } = show({ at: 'nothing', site: null }, more);
  expect(screen.getByRole('heading', { name: 'Jo Park' })).toBeVisible();
  await user.keyboard('{Escape}');
  expect(more.onVisit).toHaveBeenCalledWith(null);
});

test('offline, what is not here is said to be on the server', () => {
  show(attachable(), {
    ...doors(),
    visit: { is: 'fetching' },
    sync: { is: 'offline', waiting: 0 },
  });
  expect(screen.getByRole('heading', { name: 'Not kept in this browser' })).toBeVisible();
});

test('a page with nobody names the gaps of the user’s own decisions, and opens them', async () => {
  const more = doors();
  const { user } = show({ at: 'nothing', site: null }, { ...more, home });
  await user.click(screen.getByRole('button', { name: /Talent Management.*Ratifier/ }));
  expect(more.onVisit).toHaveBeenCalledWith({
    kind: 'opportunity',
    id: 'talent-deal',
    scope: 'acme',
  });
});
