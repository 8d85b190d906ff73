import { type Logger, pino } from 'pino';
import type { Config } from './config.ts';

export type { Logger };

/** JSON lines on stdout. Headers, queries and bodies are never given to it, so tokens cannot get in. */
export function createLogger(level: Config['logLevel']): Logger {
  return pino({ level, base: undefined, serializers: { err: plainError } });
}

/** A database error also carries the rows it was about; those stay out of the log. */
function plainError(error: unknown): object {
  if (!(error instanceof Error)) return { message: String(error) };
  const { name, message, stack } = error;
  const code = 'code' in error ? String(error.code) : undefined;
  return { name, message, code, stack };
}
