/** What can come back instead of an answer. None of these ever touches the outbox. */

/** No answer at all: no network, the server is away, or it took too long. */
export class UnreachableError extends Error {
  readonly code = 'unreachable';
}

/** The server answered, but not in the protocol: a proxy's page, a cut-off body, another program on that address. */
export class NotUnderstoodError extends Error {
  readonly code = 'answerNotUnderstood';
}

/** Nobody is signed in, or the server does not accept the sign-in any more. */
export class SignedOutError extends Error {
  readonly code = 'signedOut';
}

/** The server said no, with a code of its own (RFC 9457 problem details). `retryAfter` in milliseconds. */
export class RefusedError extends Error {
  readonly code: string;
  readonly status: number;
  readonly retryAfter: number | null;
  constructor(code: string, status: number, detail: string, retryAfter: number | null = null) {
    super(detail);
    this.code = code;
    this.status = status;
    this.retryAfter = retryAfter;
  }
}

export type ApiError = UnreachableError | NotUnderstoodError | SignedOutError | RefusedError;

export const isApiError = (error: unknown): error is ApiError =>
  error instanceof UnreachableError ||
  error instanceof NotUnderstoodError ||
  error instanceof SignedOutError ||
  error instanceof RefusedError;
