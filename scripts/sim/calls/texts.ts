/** Long texts that several people write at. Each edit brings one word of its own, so that one lost is seen. */
import { z } from 'zod';
import { known } from '../ids.ts';
import type { Draw, Drawn } from './draw.ts';

/** What the writer does to the text they see, which only the runner knows: `first` and `last` add a line, `word` replaces one, `all` everything. */
export const Written = z.object({
  how: z.enum(['first', 'last', 'word', 'all']),
  at: z.number(),
  word: z.string(),
});
export type Written = z.infer<typeof Written>;

const written = ({ chance, tag }: Draw): Written => ({
  how: chance.weighted([
    [3, 'first'],
    [3, 'last'],
    [3, 'word'],
    [0.5, 'all'],
  ] as const),
  at: chance.below(20),
  word: wordOf(tag),
});
const wordOf = (tag: string) => `says${tag}`;

export function rewritten(text: string, { how, at, word }: Written): string {
  if (how === 'first') return text === '' ? word : `${word}\n${text}`;
  if (how === 'last') return text === '' ? word : `${text}\n${word}`;
  if (how === 'all') return word;
  const words = text.split(/(\s+)/u);
  const place = 2 * (at % Math.ceil(words.length / 2));
  return words.with(place, word).join('');
}

export const textCalls: readonly Drawn[] = [
  [
    2,
    ({ chance, tag, names }) => {
      const noteId = `n-${tag}`;
      names.notes.push(noteId);
      const opportunityId = known(chance, names, 'opportunities');
      const args = { noteId, opportunityId, text: wordOf(tag), at: '2026-10-01T09:00:00.000Z' };
      return { name: 'note.add@1', args };
    },
  ],
  [
    5,
    (of) => ({
      name: 'note.edit@1',
      args: { noteId: known(of.chance, of.names, 'notes'), written: written(of) },
    }),
  ],
  [
    0.5,
    ({ chance, names }) => ({
      name: 'note.remove@1',
      args: { noteId: known(chance, names, 'notes') },
    }),
  ],
  [
    3,
    (of) => ({
      name: 'opportunity.editNextSteps@1',
      args: {
        opportunityId: known(of.chance, of.names, 'opportunities'),
        written: written(of),
      },
    }),
  ],
];
