import { type RawBuilder, sql } from 'kysely';

export type Json = string | number | boolean | null | Json[] | { [key: string]: Json };

declare const written: unique symbol;
/** What a jsonb column takes when written: made by `jsonb()` alone, because the drivers disagree on bare arrays and strings. */
export type Jsonb = { readonly [written]: true };

/** A value for a jsonb column, the same on PGlite and PostgreSQL. */
export const jsonb = (value: unknown): RawBuilder<Jsonb> =>
  sql<Jsonb>`${JSON.stringify(value ?? null)}::jsonb`;
