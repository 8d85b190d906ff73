import { describe, expect, test, vi } from 'vitest';
import { type ApiOptions, createApi, serverInfo } from '#lib/api/api.ts';
import { NotUnderstoodError, SignedOutError, UnreachableError } from '#lib/api/errors.ts';

const server = 'http://quorum.test';
const me = {
  workspace: 'demo',
  workspaceName: 'Northwind',
  userId: 'ana',
  name: 'Ana Ruiz',
  team: 'sales',
};

type Answer = () => Response | Promise<Response>;

/** An API whose server gives these answers, one after the other, and the last one from then on. */
function api(answers: Answer[], over: Partial<ApiOptions> = {}) {
  const requests: { url: string; init: RequestInit }[] = [];
  const fetcher: typeof fetch = async (input, init = {}) => {
    requests.push({ url: String(input), init });
    const answer = answers[Math.min(requests.length, answers.length) - 1];
    return (await answer?.()) ?? Response.error();
  };
  const made = createApi({ server, token: async () => 'token', fetch: fetcher, ...over });
  return { ...made, requests };
}

const says = (body: unknown, init?: ResponseInit) => () => Response.json(body, init);
const refuses = (status: number, body: unknown = {}, headers = {}) =>
  says(body, { status, headers });

test('each call goes to its own address with the token, and its answer is parsed', async () => {
  const asked = api([says({ ...me, unknown: 'is left out' })]);
  expect(await asked.me()).toEqual(me);
  expect(asked.requests).toMatchObject([
    {
      url: 'http://quorum.test/v1/me',
      init: { credentials: 'omit', headers: { authorization: 'Bearer token' } },
    },
  ]);
});

test('[R3] it is ready where a call may reach somebody; after one that did not, the server is asked how it is', async () => {
  const away = () => {
    throw new TypeError('Failed to fetch');
  };
  const well = says({ status: 'ok', protocol: 1 });
  const asked = api([says(me), away, away, well, says(me)]);
  await asked.ready();
  expect(asked.requests).toEqual([]);
  await asked.me();
  await expect(asked.me()).rejects.toThrow(UnreachableError);
  await expect(asked.ready()).rejects.toThrow(UnreachableError);
  await asked.ready();
  await asked.ready();
  expect(asked.requests.map(({ url }) => new URL(url).pathname)).toEqual([
    ...['/v1/me', '/v1/me', '/health', '/health'],
  ]);

  // A question that nobody waits for any more says nothing of the server.
  const left = api([() => Promise.reject(new DOMException('Left.', 'AbortError'))]);
  await expect(left.me()).rejects.toThrow(UnreachableError);
  await left.ready();
  expect(left.requests).toHaveLength(1);

  const offline = api([says(me)], { online: () => false });
  await expect(offline.ready()).rejects.toThrow(UnreachableError);
  const nobody = api([says(me)], {
    token: () => Promise.reject(new SignedOutError('Nobody is signed in.')),
  });
  await expect(nobody.ready()).rejects.toThrow(SignedOutError);
  expect([...offline.requests, ...nobody.requests]).toEqual([]);
});

describe('an answer of another kind is not understood', () => {
  test.each<[string, Answer]>([
    ['a page of a proxy', () => new Response('<!doctype html><p>Sign in to the café’s network')],
    ['JSON cut off', () => new Response('{"workspace":"de')],
    ['nothing', () => new Response('')],
    ['another shape', says({ ...me, team: 'juggling' })],
    ['null', says(null)],
  ])('%s', async (_case, answer) => {
    await expect(api([answer]).me()).rejects.toThrow(NotUnderstoodError);
    await expect(api([answer]).me()).rejects.toMatchObject({ code: 'answerNotUnderstood' });
  });

  test('also where somebody else answers at a server’s address', async () => {
    const answer = async () => Response.json({ hello: 'world' });
    await expect(serverInfo(server, answer)).rejects.toThrow(NotUnderstoodError);
  });
});

describe('no answer', () => {
  const away = () => {
    throw new TypeError('fetch failed');
  };
  const brokenOff = (error: unknown) => () =>
    new Response(
      new ReadableStream({
        start(controller) {
          controller.enqueue(new TextEncoder().encode('{"workspace":'));
          controller.error(error);
        },
      }),
    );

  test.each<[string, Answer]>([
    ['a server that is away', away],
    ['a connection that breaks off', brokenOff(new TypeError('network error'))],
    ['an answer that is given up', brokenOff(new DOMException('Gone.', 'AbortError'))],
  ])('%s is unreachable', async (_case, answer) => {
    await expect(api([answer]).me()).rejects.toThrow(UnreachableError);
  });

  test('one that takes too long is unreachable', async () => {
    const never: typeof fetch = (_input, init) =>
      new Promise((_resolve, reject) => {
        init?.signal?.addEventListener('abort', () => reject(init.signal?.reason));
      });
    await expect(api([], { fetch: never, patience: 20 }).me()).rejects.toThrow(UnreachableError);
  });

  test('one that is not waited for any more is unreachable', async () => {
    const signal = AbortSignal.abort();
    const heeds: typeof fetch = async (_input, init) => {
      init?.signal?.throwIfAborted();
      return Response.json(me);
    };
    await expect(api([], { fetch: heeds }).me(signal)).rejects.toThrow(UnreachableError);
  });
});

describe('a token the server does not take', () => {
  const tokens = () => {
    let count = 0;
    return { token: async () => `token-${++count}`, tokenRefused: vi.fn(async () => {}) };
  };
  const bearer = ({ requests }: ReturnType<typeof api>) =>
    requests.map(({ init }) => new Headers(init.headers).get('authorization'));

  test('is renewed once, and the call made again', async () => {
    const source = tokens();
    const asked = api([refuses(401), says(me)], source);
    expect(await asked.me()).toEqual(me);
    expect(bearer(asked)).toEqual(['Bearer token-1', 'Bearer token-2']);
    expect(source.tokenRefused.mock.calls).toEqual([['token-1']]);
  });

  test('and neither the next one: signed out, after two calls', async () => {
    const asked = api([refuses(401)], tokens());
    await expect(asked.me()).rejects.toThrow(SignedOutError);
    expect(asked.requests).toHaveLength(2);
  });

  test('nobody signed in asks nothing of the server', async () => {
    const token = async () => {
      throw new SignedOutError('Nobody is signed in.');
    };
    const asked = api([says(me)], { token });
    await expect(asked.me()).rejects.toThrow(SignedOutError);
    expect(asked.requests).toEqual([]);
  });
});

describe('a refusal', () => {
  test('has the server’s code and words', async () => {
    const problem = {
      title: 'Conflict',
      status: 409,
      code: 'gap',
      detail: 'Mutation 3 is missing.',
    };
    await expect(api([refuses(409, problem)]).me()).rejects.toMatchObject({
      code: 'gap',
      status: 409,
      message: 'Mutation 3 is missing.',
      retryAfter: null,
    });
  });

  test('of something in between has its status for a code', async () => {
    const page = () =>
      new Response('<h1>Bad gateway</h1>', { status: 502, statusText: 'Bad Gateway' });
    await expect(api([page]).me()).rejects.toMatchObject({ code: 'http502', status: 502 });
  });

  test.each([
    ['7', 7000],
    ['0', 0],
    ['Wed, 21 Oct 2026 07:28:00 GMT', null],
    ['soon', null],
    [undefined, null],
  ])('that says to come back after %s waits %s ms', async (after, retryAfter) => {
    const answer = refuses(429, {}, after === undefined ? {} : { 'retry-after': after });
    await expect(api([answer]).me()).rejects.toMatchObject({ status: 429, retryAfter });
  });
});
