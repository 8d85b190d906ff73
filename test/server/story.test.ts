// @vitest-environment node
import { expect, test } from 'vitest';
import { figures } from '#lib/model/figures.ts';
import { decisions } from '#server/demo/decisions.ts';
import { demoRecords } from '#server/demo/story.ts';

test('the demo’s decisions came to their stages by transitions that end where they stand', () => {
  const now = Date.parse('2026-11-22T12:00:00.000Z');
  const records = demoRecords(now);
  const of = <T>(kind: string) =>
    records.flatMap((record) => (record.kind === kind ? [record.data as T] : []));
  type Told = { opportunityId: string; from?: string; to: string; at: string; after: object };
  type Decision = { id: string; stageId: string; stageSince: string; amount: number };
  for (const decision of of<Decision>('opportunity')) {
    const way = of<Told>('transition').filter(({ opportunityId }) => opportunityId === decision.id);
    expect(way.map(({ from }) => from)).toEqual([
      undefined,
      ...way.slice(0, -1).map(({ to }) => to),
    ]);
    expect(way.at(-1)).toMatchObject({
      to: decision.stageId,
      at: decision.stageSince,
      after: { amount: decision.amount },
    });
  }
  const all = figures(of('transition'), of('stage'), {
    from: '2020-01-01T00:00:00.000Z',
    until: new Date(now).toISOString(),
    now: new Date(now).toISOString(),
  });
  expect(all.find(({ stageId }) => stageId === 'detected')).toMatchObject({
    volume: decisions.length,
    conversion: { standing: 2 },
  });
});
