/** Quorum's server as functions: the only place that fetches. Every answer is parsed before anybody sees it. */

import type { Access } from '#lib/contract/access.ts';
import type { AlikeAnswer } from '#lib/contract/alike.ts';
import type { HistoryAnswer, HistoryAsked } from '#lib/contract/history.ts';
import type { ContactExport, EraseAnswer } from '#lib/contract/privacy.ts';
import type { JourneyAnswer, JourneyAsked } from '#lib/contract/read.ts';
import type { MineAnswer, SearchAnswer } from '#lib/contract/search.ts';
import type {
  Health,
  LookupAnswer,
  Me,
  PullAnswer,
  PullRequest,
  PushAnswer,
  PushRequest,
  ServerInfo,
} from '#lib/contract/sync.ts';
import type { ExportQuery, ImportAnswer, ImportRequest } from '#lib/contract/transfer.ts';
import { olderSide } from '#lib/contract/version.ts';
import type { RowKind } from '#lib/model/transfer/columns.ts';
import { NotUnderstoodError, RefusedError, SignedOutError, UnreachableError } from './errors.ts';

const answers = () => import('./answers.ts');
type Answers = Awaited<ReturnType<typeof answers>>;
type Answer = keyof Answers;
type Answered<N extends Answer> = ReturnType<Answers[N]['parse']>;

/** Whole lists take longer than an edit: five minutes. */
const longPatience = 300_000;

export interface ApiOptions {
  /** The server's address, e.g. `http://127.0.0.1:8787`. */
  server: string;
  /** A valid access token, renewed when needed. @throws SignedOutError */
  token: () => Promise<string>;
  /** The server did not accept this token: forget it, so that the next call renews it. */
  tokenRefused?: (token: string) => Promise<void>;
  fetch?: typeof fetch;
  /** Whether there may be a network at all. */
  online?: () => boolean;
  /** Milliseconds after which a call counts as unanswered. */
  patience?: number;
}

export interface Api {
  /**
   * Throws where a call would certainly reach nobody: without a network or a sign-in, or where the server did not answer
   * last time and still does not. Nothing that is to be sent is said.
   */
  ready: () => Promise<void>;
  push: (request: PushRequest, signal?: AbortSignal) => Promise<PushAnswer>;
  pull: (request: PullRequest, signal?: AbortSignal) => Promise<PullAnswer>;
  lookup: (keys: string[], signal?: AbortSignal) => Promise<LookupAnswer>;
  /** Whom and what the whole workspace has under these words; `cursor` asks for the next page. */
  search: (query: string, cursor?: string, signal?: AbortSignal) => Promise<SearchAnswer>;
  /** Other accounts that may be the same company. */
  alike: (accountId: string, signal?: AbortSignal) => Promise<AlikeAnswer>;
  /** The accounts of the user’s own open decisions. */
  mine: (signal?: AbortSignal) => Promise<MineAnswer>;
  me: (signal?: AbortSignal) => Promise<Me>;
  /** Rows of a list: what each would do, or all of them written. */
  importRows: (request: ImportRequest, signal?: AbortSignal) => Promise<ImportAnswer>;
  /** Everything of one kind as a file. */
  exportRows: (kind: RowKind, query: ExportQuery, signal?: AbortSignal) => Promise<Blob>;
  /** One page of who changed what of a record, newest first. */
  history: (asked: HistoryAsked, signal?: AbortSignal) => Promise<HistoryAnswer>;
  /** One page of an account's journey. */
  journey: (accountId: string, asked: JourneyAsked, signal?: AbortSignal) => Promise<JourneyAnswer>;
  /** Everything that is kept of one person. */
  exportPerson: (contactId: string, signal?: AbortSignal) => Promise<ContactExport>;
  /** Who may see an account. */
  access: (accountId: string, signal?: AbortSignal) => Promise<Access>;
  /** Says who may see it from now on; for admins. */
  setAccess: (accountId: string, access: Access, signal?: AbortSignal) => Promise<Access>;
  /** Erases one person everywhere; `exclude` puts them on the do-not-record list as well. */
  erasePerson: (
    contactId: string,
    wish: { exclude: boolean; reason?: string },
    signal?: AbortSignal,
  ) => Promise<EraseAnswer>;
  /** The live stream's response, for `events.ts` to read. */
  stream: (lastEventId: string | null, signal: AbortSignal) => Promise<Response>;
}

export function createApi({
  online = () => navigator.onLine !== false,
  ...given
}: ApiOptions): Api {
  let away = false;
  const fetcher: typeof fetch = async (...call) => {
    try {
      const response = await (given.fetch ?? fetch)(...call);
      away = false;
      return response;
    } catch (error) {
      // Whoever asked no longer wants to know: that says nothing of the server.
      away ||= !(error instanceof Error && error.name === 'AbortError');
      throw error;
    }
  };
  const options = { ...given, fetch: fetcher };
  const post = <N extends Answer>(path: string, shape: N, body: unknown, signal?: AbortSignal) =>
    ask(options, path, shape, { method: 'POST', body: JSON.stringify(body) }, signal);
  return {
    ready: async () => {
      if (!online()) throw new UnreachableError('There is no network.');
      await options.token();
      if (away) await serverHealth(options.server, fetcher);
    },
    push: (request, signal) => post('/v1/push', 'PushAnswer', request, signal),
    pull: (request, signal) => post('/v1/pull', 'PullAnswer', request, signal),
    lookup: (keys, signal) => post('/v1/lookup', 'LookupAnswer', { keys }, signal),
    search: (words, cursor, signal) => {
      const asked = new URLSearchParams({ q: words, ...(cursor && { cursor }) });
      return ask(options, `/v1/search?${asked}`, 'SearchAnswer', {}, signal);
    },
    alike: (accountId, signal) => {
      const path = `/v1/accounts/${encodeURIComponent(accountId)}/like`;
      return ask(options, path, 'AlikeAnswer', {}, signal);
    },
    mine: (signal) => ask(options, '/v1/mine', 'MineAnswer', {}, signal),
    me: (signal) => ask(options, '/v1/me', 'Me', {}, signal),
    importRows: (request, signal) => {
      const patience = longPatience;
      const init = { method: 'POST', body: JSON.stringify(request) };
      return ask({ patience, ...options }, '/v1/import', 'ImportAnswer', init, signal);
    },
    exportRows: async (kind, asked, signal) => {
      const path = `/v1/export/${kind}?${new URLSearchParams(asked)}`;
      const timeout = AbortSignal.timeout(options.patience ?? longPatience);
      const response = await authorized(options, path, {
        signal: signal ? AbortSignal.any([signal, timeout]) : timeout,
      });
      try {
        return await response.blob();
      } catch (error) {
        throw new UnreachableError('The file broke off.', { cause: error });
      }
    },
    history: (asked, signal) =>
      ask(options, `/v1/history?${query(asked)}`, 'HistoryAnswer', {}, signal),
    journey: (accountId, asked, signal) => {
      const path = `/v1/accounts/${encodeURIComponent(accountId)}/journey?${query(asked)}`;
      return ask(options, path, 'JourneyAnswer', {}, signal);
    },
    access: (accountId, signal) => ask(options, accessPath(accountId), 'Access', {}, signal),
    setAccess: (accountId, access, signal) => {
      const init = { method: 'PUT', body: JSON.stringify(access) };
      return ask(options, accessPath(accountId), 'Access', init, signal);
    },
    exportPerson: (contactId, signal) =>
      ask(options, `${personPath(contactId)}/export`, 'ContactExport', {}, signal),
    erasePerson: (contactId, { exclude, reason }, signal) => {
      const wish = new URLSearchParams({ exclude: String(exclude), ...(reason && { reason }) });
      const path = `${personPath(contactId)}?${wish}`;
      return ask(options, path, 'EraseAnswer', { method: 'DELETE' }, signal);
    },
    stream: (lastEventId, signal) =>
      authorized(options, '/v1/events', {
        signal,
        headers: {
          accept: 'text/event-stream',
          ...(lastEventId && { 'last-event-id': lastEventId }),
        },
      }),
  };
}

const accessPath = (accountId: string) => `/v1/accounts/${encodeURIComponent(accountId)}/access`;
/** What is said of a question, as an address says it. */
const query = (asked: object): URLSearchParams =>
  new URLSearchParams(
    Object.entries(asked).flatMap(([name, value]) =>
      value === undefined ? [] : [[name, String(value)]],
    ),
  );

const personPath = (contactId: string) => `/v1/contacts/${encodeURIComponent(contactId)}`;

/** What the server at this address is; no sign-in needed. */
export async function serverInfo(
  server: string,
  fetcher: typeof fetch = fetch,
): Promise<ServerInfo> {
  const response = await answered(fetcher, new URL('/v1/server', server), {
    signal: AbortSignal.timeout(10_000),
  });
  return parse(response, 'ServerInfo');
}

/** Whether the server at this address is well; no sign-in needed. */
export async function serverHealth(server: string, fetcher: typeof fetch = fetch): Promise<Health> {
  const response = await answered(fetcher, new URL('/health', server), {
    credentials: 'omit',
    signal: AbortSignal.timeout(10_000),
  });
  return parse(response, 'Health');
}

async function ask<N extends Answer>(
  options: ApiOptions,
  path: string,
  shape: N,
  init: RequestInit,
  signal?: AbortSignal,
): Promise<Answered<N>> {
  const timeout = AbortSignal.timeout(options.patience ?? 20_000);
  const response = await authorized(options, path, {
    ...init,
    signal: signal ? AbortSignal.any([signal, timeout]) : timeout,
  });
  return parse(response, shape);
}

/** One call with the access token; a token the server refuses is renewed once. */
async function authorized(options: ApiOptions, path: string, init: RequestInit): Promise<Response> {
  const { server, token, tokenRefused, fetch: fetcher = fetch } = options;
  for (let attempt = 1; ; attempt++) {
    const bearer = await token();
    const response = await answered(fetcher, new URL(path, server), {
      ...init,
      credentials: 'omit',
      headers: {
        ...(init.headers as Record<string, string> | undefined),
        ...(init.body ? { 'content-type': 'application/json' } : {}),
        authorization: `Bearer ${bearer}`,
      },
    });
    if (response.ok) return response;
    if (response.status !== 401) throw await refusal(response);
    await tokenRefused?.(bearer);
    if (attempt > 1) throw new SignedOutError('The server does not accept this sign-in.');
  }
}

async function answered(fetcher: typeof fetch, url: URL, init: RequestInit): Promise<Response> {
  try {
    return await fetcher(url, init);
  } catch (error) {
    throw new UnreachableError('The server does not answer.', { cause: error });
  }
}

async function refusal(response: Response): Promise<RefusedError> {
  const body: unknown = await response.json().catch(() => null);
  const problem = (await answers()).Problem.safeParse(body);
  const seconds = Number(response.headers.get('retry-after') ?? Number.NaN);
  const retryAfter = Number.isFinite(seconds) ? seconds * 1000 : null;
  if (!problem.success)
    return new RefusedError(
      `http${response.status}`,
      response.status,
      response.statusText,
      retryAfter,
    );
  const { code, detail, title, speaks } = problem.data;
  // The server says that the two cannot speak; who is to be updated follows from what it speaks.
  const said = code === 'upgradeRequired' ? olderSide(speaks) : code;
  return new RefusedError(said, response.status, detail ?? title, retryAfter);
}

async function parse<N extends Answer>(response: Response, shape: N): Promise<Answered<N>> {
  if (!response.ok) throw await refusal(response);
  const body: unknown = await response.json().catch((error: unknown) => {
    throw error instanceof SyntaxError
      ? new NotUnderstoodError('The server’s answer is no JSON.', { cause: error })
      : new UnreachableError('The answer broke off.', { cause: error });
  });
  const parsed = (await answers())[shape].safeParse(body);
  if (parsed.success) return parsed.data as Answered<N>;
  throw new NotUnderstoodError('The server’s answer has another shape than expected.', {
    cause: parsed.error,
  });
}
