// @vitest-environment node
import { expect, test, vi } from 'vitest';
import { Book } from '#lib/model/transfer/book.ts';
import { planImport } from '#lib/model/transfer/plan.ts';

test('a row looks at those of its name alone, however many of the file are at its account', () => {
  const people = 1000;
  const rows = Array.from({ length: people }, (_, at) => ({
    line: at + 1,
    values: { name: `Person ${at}`, emails: `p${at}@acme.example`, account: 'ACME' },
  }));
  rows.push({
    line: people + 1,
    values: { name: 'Person 7', emails: 'other@acme.example', account: 'ACME' },
  });
  const book = new Book();
  const looked = vi.spyOn(book, 'under');
  let ids = 0;
  const planned = planImport('contacts', rows, book, {
    ...{ newId: () => `id-${++ids}`, by: 'ana', at: '2026-11-22T12:00:00.000Z' },
  });
  expect(planned.filter(({ status }) => status === 'create')).toHaveLength(people + 1);
  expect(planned.at(-1)?.notes).toMatchObject([{ code: 'sameName' }]);
  const found = looked.mock.results.flatMap(({ value }) => value as unknown[]);
  expect(found.length).toBeLessThanOrEqual(2 * people);
});
