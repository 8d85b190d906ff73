/** Pieces of the API document that routes share. */
import type { z } from '@hono/zod-openapi';
import { Problem } from '#lib/contract/problem.ts';

export const json = <S extends z.ZodType>(description: string, schema: S) => ({
  description,
  content: { 'application/json': { schema } },
});

export const problems = {
  default: {
    description: 'Problem details (RFC 9457)',
    content: { 'application/problem+json': { schema: Problem } },
  },
};
