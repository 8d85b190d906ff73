// @vitest-environment node
import { expect, test } from 'vitest';
import { testDatabase } from '#test/support/database.ts';
import { run } from '#test/support/process.ts';
import { inTurns } from '../../scripts/bench/measure.ts';
import { pushesOn } from '../../scripts/bench/push.ts';
import { table } from '../../scripts/bench/table.ts';

test('the ratio is taken round by round, and told with its quartiles', () => {
  const rounds = [
    { ours: 1000, bare: 500 },
    { ours: 3000, bare: 1000 },
    { ours: 4000, bare: 1000 },
  ];
  const lines = table([{ what: 'Fill', bare: 'bulkPut', rounds }], 3).split('\n');
  expect(lines[1]).toMatch(/^Fill +3\.0 s +bulkPut +1\.0 s +3\.00x +2\.00–4\.00$/);
});

test('what is done many times is told by how many a second', () => {
  const rounds = [{ ours: 2000, bare: 500 }];
  const [, line] = table([{ what: 'Push', bare: 'bare', rounds, each: 100 }], 1).split('\n');
  expect(line).toMatch(/^Push +50\/s +bare +200\/s +4\.00x/);
});

test('ours and the bare thing take turns in beginning', async () => {
  const order: string[] = [];
  const one = (what: string) => async (round: number) => order.push(`${what}${round}`);
  expect(await inTurns(2, one('ours'), one('bare'))).toHaveLength(2);
  expect(order).toEqual(['ours0', 'bare0', 'bare1', 'ours1']);
});

test('a push leaves the rows behind that the bare transaction beside it does', async () => {
  const { rounds } = await pushesOn('PGlite', await testDatabase(), 1, 2);
  expect(rounds).toEqual([{ ours: expect.any(Number), bare: expect.any(Number) }]);
});

test.each([[[]], [['nothing']], [['sync', '--rounds', '0']], [['toString']]])(
  'asked for %j, it says what there is',
  async (args) => {
    const program = run('scripts/bench.ts', args);
    expect(await program.ended).toBe(2);
    expect(program.output()).toMatch(/^Usage: bench -- .*sync/);
  },
);
