/** Where a search stands, so that its next page goes on there. */
import { z } from 'zod';
import { ProblemError } from '../problem.ts';

/**
 * Behind this row of the index, under a word that begins with `term`. `people`: among the people of the accounts behind
 * it, behind the one of this account and id.
 */
export interface Place {
  term: string;
  key: string;
  kind: 'account' | 'contact';
  id: string;
  people?: { of: string; id: string };
}

export const beginning = (term: string): Place => ({ term, key: '', kind: 'account', id: '' });

const Cursor = z.union([
  z.tuple([z.string(), z.string(), z.enum(['account', 'contact']), z.string()]),
  z.tuple([z.string(), z.string(), z.enum(['account']), z.string(), z.string(), z.string()]),
]);

export const written = ({ term, key, kind, id, people }: Place): string =>
  Buffer.from(
    JSON.stringify([term, key, kind, id, ...(people ? [people.of, people.id] : [])]),
  ).toString('base64url');

/** @throws ProblemError `badRequest` for one that no search of these terms gave */
export function parsed(cursor: string, terms: readonly string[]): Place {
  try {
    const [term, key, kind, id, of, person] = Cursor.parse(
      JSON.parse(Buffer.from(cursor, 'base64url').toString()),
    );
    if (terms.includes(term))
      return {
        ...{ term, key, kind, id },
        ...(of !== undefined && person !== undefined && { people: { of, id: person } }),
      };
  } catch (error) {
    if (!(error instanceof SyntaxError || error instanceof z.ZodError)) throw error;
  }
  throw new ProblemError('badRequest', 'This cursor is none of ours.');
}
