import { expect, test } from 'vitest';
import type { MutationContext, Reader } from '#lib/model/mutation.ts';
import { removeTouch } from '#lib/model/mutations/touch.ts';
import type { Touch } from '#lib/model/records/touch.ts';
import { touch } from './groups.ts';

const by = (who: string): MutationContext => ({
  ...{ by: who, team: 'sales', at: '2026-11-22T12:00:00.000Z' },
});
const having = (held: Touch | undefined): Reader => ({
  get: (kind) => (kind === 'touch' ? (held as never) : undefined),
  all: () => [],
});
const noted: Touch = { ...touch(['dana']), id: 'noted', actorId: 'ana' };

test('who noted a touch takes it back; nobody else does, and never what a signal told', () => {
  const args = { touchId: 'noted' };
  expect(removeTouch.run(args, having(noted), by('ana'))).toEqual({
    changes: [{ kind: 'touch', id: 'noted', data: null }],
  });
  expect(removeTouch.run(args, having(noted), by('bo'))).toMatchObject({ rejected: 'notAllowed' });
  const told = { ...noted, actorId: undefined };
  expect(removeTouch.run(args, having(told), by('ana'))).toMatchObject({ rejected: 'notAllowed' });
  expect(removeTouch.run(args, having(undefined), by('ana'))).toMatchObject({ rejected: 'gone' });
});
