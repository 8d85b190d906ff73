import type { Context } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import type { Problem, ProblemCode } from '#lib/contract/problem.ts';
import { protocolVersion, schemaVersion } from '#lib/contract/version.ts';

const known = {
  badRequest: [400, 'The request cannot be understood'],
  unauthorized: [401, 'Sign in first'],
  forbidden: [403, 'Not allowed'],
  notFound: [404, 'There is nothing at this address'],
  clientIdReused: [409, 'This client id belongs to another browser'],
  gap: [409, 'An earlier change is missing'],
  tooLarge: [413, 'The request is too large'],
  upgradeRequired: [426, 'This version is no longer served'],
  tooManyRequests: [429, 'Too many requests'],
  internal: [500, 'Something went wrong on the server'],
  shuttingDown: [503, 'The server is stopping'],
} as const satisfies Record<ProblemCode, readonly [ContentfulStatusCode, string]>;

/** Throw it anywhere below a route: the app answers with RFC 9457 problem details. `detail` is shown to people. */
export class ProblemError extends Error {
  override name = 'ProblemError';
  readonly code: ProblemCode;
  readonly detail: string | undefined;
  readonly headers: Record<string, string>;

  constructor(code: ProblemCode, detail?: string, headers: Record<string, string> = {}) {
    super(detail ?? known[code][1]);
    this.code = code;
    this.detail = detail;
    this.headers = headers;
  }
}

/** The answer itself, for where nothing can be thrown. */
export function problemResponse(c: Context, { code, detail, headers }: ProblemError): Response {
  const [status, title] = known[code];
  const problem: Problem = { type: 'about:blank', title, status, code };
  if (detail) problem.detail = detail;
  if (code === 'upgradeRequired')
    problem.speaks = { protocol: protocolVersion, schema: schemaVersion };
  return c.body(JSON.stringify(problem), status, {
    ...headers,
    'content-type': 'application/problem+json',
  });
}
