// @vitest-environment node
/** The same histories on real PostgreSQL, where transactions do run side by side. */
import { expect, test } from 'vitest';
import { openGround } from '../../scripts/sim/ground.ts';
import { type Found, simulate } from '../../scripts/sim/simulate.ts';
import { startPostgres } from '../support/postgres.ts';

test('invariants 1 to 5 hold on PostgreSQL too', async ({ skip }) => {
  const postgres = await startPostgres();
  if (!postgres) return skip('PostgreSQL is not installed here.');
  const ground = await openGround(await postgres.fresh());
  try {
    const found: Found[] = [];
    const onViolation = (one: Found) => found.push(one);
    const summary = await simulate({ runs: 50, seed: 50_000, ground, onViolation });
    expect(found).toEqual([]);
    expect(summary).toMatchObject({ runs: 50, violations: 0 });
  } finally {
    await ground.close();
    postgres.stop();
  }
}, 120_000);
