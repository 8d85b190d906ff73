import { expect, test, vi } from 'vitest';
import { guarded } from '#components/acts.tsx';
import { actsOnDemand } from '#lib/panel/acts-on-demand.ts';
import type { Acts } from '#lib/panel/view.ts';

const acts = (over: Partial<Acts>) => over as Acts;

test('an act is done by those that come with the first of them, guarded as others are', async () => {
  const addDecision = vi.fn(async () => {});
  const undo = vi.fn(async () => {});
  const make = vi.fn(async () => acts({ addDecision, undo }));
  const safe = guarded(actsOnDemand(make), () => {});
  expect(make).not.toHaveBeenCalled();

  await safe.addDecision('acme', 'talent');
  await safe.undo();

  expect(addDecision).toHaveBeenCalledWith('acme', 'talent');
  expect(undo).toHaveBeenCalledOnce();
  expect(make).toHaveBeenCalledOnce();
});

test('each act stays the same one, so that nothing is drawn anew for it', () => {
  const all = actsOnDemand(async () => acts({}));
  expect(all.undo).toBe(all.undo);
  const safe = guarded(all, () => {});
  expect(safe.undo).toBe(safe.undo);
});

test('what goes wrong is told, and acts that could not come are asked for again', async () => {
  const undo = vi.fn(async () => {});
  const make = vi
    .fn<() => Promise<Acts>>()
    .mockRejectedValueOnce(new TypeError('No network for code.'))
    .mockResolvedValue(acts({ undo }));
  const told = vi.fn();
  const safe = guarded(actsOnDemand(make), told);
  await expect(safe.undo()).rejects.toThrow('The act failed.');
  expect(told).toHaveBeenCalledWith({ code: 'TypeError', message: 'No network for code.' });
  await safe.undo();
  expect(undo).toHaveBeenCalledOnce();
});
