import { expect, test, vi } from 'vitest';
import { listen } from '#lib/api/events.ts';

const event = (id: number, data: unknown = { version: id }, name = 'poke') =>
  `event: ${name}\nid: ${id}\ndata: ${typeof data === 'string' ? data : JSON.stringify(data)}\n\n`;

const stream = (...parts: string[]) => new Response(new Blob(parts).stream());
const away = () => {
  throw new TypeError('fetch failed');
};

/** Listens to these connections, one after the other, and stops when there are no more. */
async function listenTo(...connections: (() => Response | Promise<Response>)[]) {
  vi.spyOn(Math, 'random').mockReturnValue(1);
  const ended = new AbortController();
  const heard = {
    pokes: [] as number[],
    states: [] as string[],
    resumed: [] as (string | null)[],
    pauses: [] as number[],
  };
  const api = {
    stream: async (lastEventId: string | null) => {
      heard.resumed.push(lastEventId);
      const next = connections.shift();
      if (!next) {
        ended.abort();
        throw new DOMException('Over.', 'AbortError');
      }
      return next();
    },
  };
  const wait = async (ms: number) => {
    heard.pauses.push(ms);
  };
  await listen(
    api,
    ({ version }) => heard.pokes.push(version),
    (state) => heard.states.push(state),
    ended.signal,
    wait,
  );
  vi.restoreAllMocks();
  return heard;
}

test('each poke is heard, and after a break it goes on from the last one', async () => {
  const heard = await listenTo(
    () => stream(event(4), ': still here\n\n', event(5)),
    () => stream(event(9)),
  );
  expect(heard.pokes).toEqual([4, 5, 9]);
  expect(heard.resumed).toEqual([null, '5', '9']);
  expect(heard.states).toEqual(['live', 'away', 'live', 'away']);
});

test('a server that is away is asked after 1, 2, 4 … 60 seconds, and at once again after it spoke', async () => {
  const heard = await listenTo(...Array(8).fill(away), () => stream(event(3)), away);
  expect(heard.pauses).toEqual([1, 2, 4, 8, 16, 32, 60, 60, 1, 2].map((seconds) => seconds * 1000));
});

test('a server that only opens and closes is not asked without pause', async () => {
  const { pauses } = await listenTo(...Array(4).fill(() => stream()));
  expect(pauses).toEqual([1000, 2000, 4000, 8000]);
});

test('what is no poke is left aside, and the stream read on', async () => {
  const heard = await listenTo(() =>
    stream(
      event(1, 'no json'),
      event(2, { version: -1 }),
      event(3, { version: 3 }, 'news'),
      event(4),
    ),
  );
  expect(heard.pokes).toEqual([4]);
});

test('nothing is asked once it is over, and a pause ends with it', async () => {
  const ended = new AbortController();
  const asked = vi.fn(async () => away());
  const listening = listen(
    { stream: asked },
    () => {},
    () => {},
    ended.signal,
  );
  await expect.poll(() => asked).toHaveBeenCalledTimes(1);
  ended.abort();
  await listening;
  expect(asked).toHaveBeenCalledTimes(1);
});
