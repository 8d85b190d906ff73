// @vitest-environment happy-dom
import { render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, test, vi } from 'vitest';
import { TransferBench } from '#components/options/transfer-bench.tsx';
import type { Api } from '#lib/api/api.ts';
import { RefusedError, UnreachableError } from '#lib/api/errors.ts';
import { setLocale } from '#lib/browser/i18n.ts';
import type { ImportAnswer } from '#lib/contract/transfer.ts';
import { Book } from '#lib/model/transfer/book.ts';
import { planImport } from '#lib/model/transfer/plan.ts';
import type { Team } from '#lib/model/vocabulary.ts';

afterEach(() => setLocale('en'));

/** A server that plans as the real one does, over what it keeps. */
function server() {
  const book = new Book();
  let ids = 0;
  const importRows = vi.fn<Api['importRows']>(async ({ kind, dryRun, rows }) => {
    const edges = { newId: () => `n${++ids}`, at: '2026-11-22T12:00:00.000Z', by: 'ada' };
    const given = rows.map(({ line, values }) => ({ line: line ?? 0, values: values as object }));
    const planned = planImport(kind, given, dryRun ? new Book() : book, edges);
    const count = (status: string) => planned.filter((row) => row.status === status).length;
    const error = count('error');
    const because = '';
    const answer: ImportAnswer = {
      applied: !dryRun && error === 0,
      totals: {
        create: count('create'),
        update: count('update'),
        unchanged: count('unchanged'),
        error,
      },
      lines: planned.map(({ problems, notes, ...row }) => ({
        ...row,
        errors: problems.map((one) => ({ ...one, because })),
        notes: notes.map((one) => ({ ...one, because })),
      })),
    };
    return answer;
  });
  const exportRows = vi.fn<Api['exportRows']>(async () => new Blob(['id,name']));
  return { importRows, exportRows, book };
}

function atWork(api = server(), team: Team = 'marketing') {
  const onImported = vi.fn();
  render(<TransferBench api={api} team={team} onImported={onImported} />);
  return { api, onImported, user: userEvent.setup() };
}
const file = (text: string | Uint8Array<ArrayBuffer>, name = 'people.csv') =>
  new File([text], name, { type: 'text/csv' });
const choose = (user: ReturnType<typeof userEvent.setup>, given: File) =>
  user.upload(screen.getByLabelText('CSV file'), given);
const button = (name: string | RegExp) => screen.getByRole('button', { name });
const taken = (column: string) => screen.getByRole('combobox', { name: `${column} taken as` });

test('from a file with semicolons to people on record: proposed, checked, then written', async () => {
  const { api, user, onImported } = atWork();
  await choose(user, file('Name;E-Mail;Firma;Hobby\nDana Whitfield;dana@acme.example;ACME;Golf\n'));
  await screen.findByRole('table', { name: 'Columns of people.csv' });
  expect(screen.getByRole('combobox', { name: 'Cells apart by' })).toHaveValue(';');
  expect(taken('Name')).toHaveValue('name');
  expect(taken('E-Mail')).toHaveValue('emails');
  expect(taken('Firma')).toHaveValue('account');
  expect(taken('Hobby')).toHaveValue('');

  await user.click(button('Check'));
  await screen.findByText('1 new');
  expect(screen.getByRole('heading', { name: 'What would happen' })).toHaveFocus();
  const look = within(screen.getByRole('list', { name: /^Worth a look/ }));
  expect(look.getByRole('listitem')).toHaveTextContent(
    'Line 2Account: a new account is made: “ACME”.',
  );
  expect(api.book.changes).toEqual([]);
  expect(onImported).not.toHaveBeenCalled();

  await user.click(button('Import 1 row'));
  await screen.findByRole('heading', { name: 'The import is done' });
  expect(api.book.changes.map(({ data }) => data)).toMatchObject([
    { name: 'ACME' },
    { name: 'Dana Whitfield', emails: ['dana@acme.example'] },
  ]);
  expect(onImported).toHaveBeenCalledOnce();
});

test('a line with an error keeps all from being written, until it is left out by choice', async () => {
  const { api, user } = atWork();
  await choose(user, file('name,email,company\nA B,a@acme.example,ACME\nC D,nope,ACME\n'));
  await user.click(await screen.findByRole('button', { name: 'Check' }));
  const errors = within(await screen.findByRole('list', { name: /^Lines with errors/ }));
  expect(errors.getByRole('listitem')).toHaveTextContent(
    'Line 3E-mails: is no e-mail address: “nope”.',
  );
  expect(screen.getByText(/^Nothing is written while a line has an error/)).toBeVisible();
  expect(button('Download the errors')).toBeVisible();
  await user.click(button('Import the other 1 row'));
  await screen.findByRole('heading', { name: 'The import is done' });
  expect(api.importRows.mock.lastCall?.[0]).toMatchObject({
    dryRun: false,
    rows: [{ line: 2, values: { name: 'A B' } }],
  });
});

test('columns are taken otherwise, and one value taken twice is said before anything is sent', async () => {
  const { api, user } = atWork();
  await choose(user, file('Who,Mail,Job,Role\nA B,a@acme.example,CFO,Boss\n'));
  await user.selectOptions(await screen.findByRole('combobox', { name: 'Who taken as' }), 'Name');
  await user.selectOptions(taken('Job'), 'Title');
  await user.selectOptions(taken('Role'), 'Title');
  expect(
    screen.getByText('Two columns are taken as “Title”. Leave one of them out.'),
  ).toBeVisible();
  expect(button('Check')).toBeDisabled();
  await user.selectOptions(taken('Role'), 'Not imported');
  await user.click(button('Check'));
  await screen.findByText('1 new');
  expect(api.importRows.mock.lastCall?.[0].rows).toEqual([
    { line: 2, values: { name: 'A B', emails: 'a@acme.example', title: 'CFO' } },
  ]);
  await user.click(button('Back to the columns'));
  expect(taken('Job')).toHaveValue('title');
});

test.each([
  ['a workbook', Uint8Array.from([0x50, 0x4b, 3, 4]), /Excel workbook/],
  ['a quote left open', 'a,b\n"x,1\n', /A quote that begins in line 2/],
  ['too many cells', 'a,b\n1,2,3\n', /Line 2 has more cells/],
])('%s is refused by name, and another file can be chosen at once', async (_, text, words) => {
  const { user } = atWork();
  await choose(user, file(text as string));
  expect(await screen.findByText(words)).toBeVisible();
  await choose(user, file('name\nACME\n'));
  await screen.findByRole('table');
});

test('an encoding nobody can tell is asked for, and the letters are right after that', async () => {
  const { user } = atWork();
  const bytes = Uint8Array.from([
    ...[0xc8, 0xec, 0xff, 0x2c, 0x65, 0x6d, 0x61, 0x69, 0x6c, 0x0a],
    ...[0xc8, 0xe2, 0xe0, 0xed, 0x2c, 0x78, 0x0a],
  ]);
  await choose(user, file(bytes));
  await screen.findByText(/its encoding cannot be told/);
  await user.selectOptions(
    screen.getByRole('combobox', { name: 'Encoding of the file' }),
    'Windows-1251',
  );
  await screen.findByRole('rowheader', { name: /Имя/ });
  expect(screen.getByText('Иван')).toBeVisible();
});

test('what the server cannot do is said, and nothing of the work is lost', async () => {
  const api = server();
  api.importRows.mockRejectedValueOnce(new UnreachableError('The server does not answer.'));
  const { user } = atWork(api);
  await choose(user, file('name,email,company\nA B,a@acme.example,ACME\n'));
  await user.click(await screen.findByRole('button', { name: 'Check' }));
  await waitFor(() =>
    expect(screen.getAllByRole('alert').some((one) => one.textContent)).toBe(true),
  );
  await user.click(button('Check'));
  await screen.findByText('1 new');
});

test('an export is saved under its name, or says why not', async () => {
  const make = vi.spyOn(URL, 'createObjectURL').mockReturnValue('blob:x');
  const { api, user } = atWork();
  await user.selectOptions(screen.getByRole('combobox', { name: 'Export' }), 'Members');
  await user.click(button('Export'));
  await screen.findByText(/^members-\d{4}-\d\d-\d\d\.csv is saved$/);
  expect(api.exportRows).toHaveBeenCalledWith('members', { format: 'csv', bom: '1' });
  expect(make).toHaveBeenCalledOnce();
  api.exportRows.mockRejectedValueOnce(new RefusedError('forbidden', 403, 'No.'));
  await user.click(button('Export'));
  await waitFor(() =>
    expect(screen.getAllByRole('alert').some((one) => one.textContent)).toBe(true),
  );
});

test('whoever may neither import nor export sees nothing of it', () => {
  atWork(server(), 'sales');
  expect(screen.queryByRole('heading')).toBeNull();
});

test('all of it is in Chinese too', async () => {
  await setLocale('zh_CN');
  const { user } = atWork();
  const given = file('姓名,邮箱,公司\n王伟,nope,ACME\n');
  await user.upload(screen.getByLabelText('CSV 文件'), given);
  await user.click(await screen.findByRole('button', { name: '检查' }));
  const errors = within(await screen.findByRole('list', { name: /^出错的行/ }));
  expect(errors.getByRole('listitem')).toHaveTextContent(
    '第 2 行邮箱（可多个）：不是邮箱地址：“nope”。',
  );
});
