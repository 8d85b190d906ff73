import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Api } from '#lib/api/api.ts';
import {
  NotUnderstoodError,
  RefusedError,
  SignedOutError,
  UnreachableError,
} from '#lib/api/errors.ts';
import { createSyncer, type SyncState } from '#lib/sync/syncer.ts';
import { cache, page } from '#test/store/cache.ts';

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  vi.spyOn(Math, 'random').mockReturnValue(1);
});
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

let locks = 0;

/** A syncer of a cache of its own; `answer` is what its server does with each pull. */
async function syncing(answer: () => Promise<void> | void, lock = `lock-${++locks}`) {
  const store = await cache();
  const ended = new AbortController();
  const states: SyncState[] = [];
  const pulls = vi.fn(async () => {
    await answer();
    return page();
  });
  const api = { pull: pulls } as unknown as Api;
  const { signal } = ended;
  const syncer = createSyncer({
    ...{ store, api, signal, lock, now: () => 1000 },
    onState: (state) => states.push(state),
  });
  return { syncer, states, pulls, end: () => ended.abort(), lock };
}

/** Something to wait on, to be let go by the test. */
function gate() {
  const { promise, resolve } = Promise.withResolvers<void>();
  return { wait: () => promise, open: () => resolve() };
}

describe('the state', () => {
  test('is idle, then syncing, then idle with the time of it', async () => {
    const { syncer, states } = await syncing(() => {});
    expect(syncer.state()).toEqual({ is: 'idle', at: null });
    await syncer.nudge();
    expect(states).toEqual([{ is: 'syncing' }, { is: 'idle', at: 1000 }]);
  });

  test.each([
    [new UnreachableError('Away.'), { is: 'offline' }],
    [new SignedOutError('Who?'), { is: 'signedOut' }],
    [new NotUnderstoodError('What?'), { is: 'failed', code: 'answerNotUnderstood' }],
    [
      new RefusedError('extensionOutdated', 426, 'Update.'),
      { is: 'failed', code: 'extensionOutdated', message: 'Update.' },
    ],
    [new Error('Oh.'), { is: 'failed', code: 'unexpected' }],
  ])('after %s is %j', async (error, state) => {
    const { syncer } = await syncing(() => Promise.reject(error));
    await syncer.nudge();
    expect(syncer.state()).toMatchObject(state);
  });
});

describe('after a failure', () => {
  const away = () => Promise.reject(new UnreachableError('Away.'));

  test('it tries again after 1, 2, 4 … 60 seconds', async () => {
    const { syncer, pulls, end } = await syncing(away);
    await syncer.nudge();
    for (const [index, seconds] of [1, 2, 4, 8, 16, 32, 60, 60].entries()) {
      await vi.advanceTimersByTimeAsync(seconds * 1000 - 1);
      expect(pulls).toHaveBeenCalledTimes(index + 1);
      await vi.advanceTimersByTimeAsync(1);
      await expect.poll(() => pulls).toHaveBeenCalledTimes(index + 2);
      await expect.poll(() => syncer.state()).toEqual({ is: 'offline' });
    }
    end();
  });

  test('a success starts the pauses anew', async () => {
    let down = true;
    const { syncer, pulls } = await syncing(() => (down ? away() : undefined));
    await syncer.nudge();
    await syncer.nudge();
    down = false;
    await syncer.nudge();
    await vi.advanceTimersByTimeAsync(120_000);
    expect(pulls).toHaveBeenCalledTimes(3);
    down = true;
    await syncer.nudge();
    pulls.mockClear();
    await vi.advanceTimersByTimeAsync(1000);
    await expect.poll(() => pulls).toHaveBeenCalledTimes(1);
  });

  test('a version no longer served is not asked again until somebody acts', async () => {
    const old = new RefusedError('extensionOutdated', 426, 'Update.');
    const { syncer, pulls } = await syncing(() => Promise.reject(old));
    await syncer.nudge();
    await vi.advanceTimersByTimeAsync(120_000);
    expect(pulls).toHaveBeenCalledTimes(1);
  });

  test('a server that says when to come back is asked then', async () => {
    const busy = new RefusedError('tooManyRequests', 429, 'Later.', 7000);
    const { syncer, pulls } = await syncing(() => Promise.reject(busy));
    await syncer.nudge();
    await vi.advanceTimersByTimeAsync(6999);
    expect(pulls).toHaveBeenCalledTimes(1);
    await vi.advanceTimersByTimeAsync(1);
    await expect.poll(() => pulls).toHaveBeenCalledTimes(2);
  });

  test('nobody signed in is not asked again by itself, but by a nudge', async () => {
    let out = true;
    const { syncer, pulls } = await syncing(() =>
      out ? Promise.reject(new SignedOutError('Who?')) : undefined,
    );
    await syncer.nudge();
    await vi.advanceTimersByTimeAsync(120_000);
    expect(pulls).toHaveBeenCalledTimes(1);
    out = false;
    await syncer.nudge();
    expect(syncer.state()).toEqual({ is: 'idle', at: 1000 });
  });

  test('it does not try again once it is over', async () => {
    const { syncer, pulls, end, states } = await syncing(away);
    await syncer.nudge();
    end();
    const before = states.length;
    await vi.advanceTimersByTimeAsync(120_000);
    await syncer.nudge();
    expect(pulls).toHaveBeenCalledTimes(1);
    expect(states).toHaveLength(before);
  });
});

describe('one round at a time', () => {
  test('many nudges during a round are one more, and each resolves after a round begun since', async () => {
    const door = gate();
    const { syncer, pulls } = await syncing(door.wait);
    const first = syncer.nudge();
    await expect.poll(() => pulls).toHaveBeenCalledTimes(1);
    const later = [1, 2, 3, 4].map(async () => {
      await syncer.nudge();
      return pulls.mock.calls.length;
    });
    door.open();
    await first;
    expect(await Promise.all(later)).toEqual([2, 2, 2, 2]);
    expect(pulls).toHaveBeenCalledTimes(2);
  });

  test('and so again during a later round', async () => {
    let door = gate();
    const { syncer, pulls } = await syncing(() => door.wait());
    for (const rounds of [2, 4]) {
      const first = syncer.nudge();
      await expect.poll(() => pulls).toHaveBeenCalledTimes(rounds - 1);
      const second = syncer.nudge();
      door.open();
      await Promise.all([first, second]);
      expect(pulls).toHaveBeenCalledTimes(rounds);
      door = gate();
    }
  });

  test('[C7] also over two panels of one cache', async () => {
    const together = { now: 0, most: 0 };
    const slowly = async () => {
      together.most = Math.max(together.most, ++together.now);
      await new Promise((done) => setImmediate(done));
      together.now -= 1;
    };
    const one = await syncing(slowly);
    const two = await syncing(slowly, one.lock);
    await Promise.all([one, two, one, two].map(({ syncer }) => syncer.nudge()));
    expect(together.most).toBe(1);
    expect(one.pulls.mock.calls.length + two.pulls.mock.calls.length).toBe(4);
  });

  test('a panel that waits for another’s round and is closed gives up quietly', async () => {
    const door = gate();
    const one = await syncing(door.wait);
    const two = await syncing(() => {}, one.lock);
    const first = one.syncer.nudge();
    await expect.poll(() => one.pulls).toHaveBeenCalled();
    const waiting = two.syncer.nudge();
    two.end();
    await waiting;
    door.open();
    await first;
    expect(two.pulls).not.toHaveBeenCalled();
    expect(two.states).toEqual([{ is: 'syncing' }]);
  });
});
