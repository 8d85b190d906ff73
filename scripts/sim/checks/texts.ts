/** [6] What was saved into a long text stays until somebody who had seen it takes it out. */
import { z } from 'zod';
import { address } from '../naming.ts';
import { Violation } from '../violation.ts';
import type { Ended } from './ended.ts';
import type { Rest } from './rest.ts';

const Args = z.object({
  noteId: z.string().optional(),
  opportunityId: z.string().optional(),
  base: z.string().default(''),
  text: z.string(),
});
const Texts = z.object({ text: z.string().default(''), nextSteps: z.string().default('') });

const writes = new Set(['note.add@1', 'note.edit@1', 'opportunity.editNextSteps@1']);
/** The words that the simulator's writers bring, each of them once. */
const words = (text: string): string[] => text.match(/says\d+[ab]/gu) ?? [];

export function checkTexts({ ended, served, now }: Rest): void {
  const taken = ended.flatMap((one) => {
    if (!writes.has(one.name) || one.result.status !== 'applied') return [];
    return [{ one, ...Args.parse(one.args) }];
  });
  for (const { one, noteId, opportunityId = '', base, text } of taken) {
    if (one.restored) continue;
    const [kind, id] = noteId
      ? ['note', noteId]
      : ['opportunity', now('opportunity', opportunityId)];
    const record = served.get(address(kind, id));
    if (!record) continue; // deleted with all that is in it
    const is = Texts.parse(record.data)[noteId ? 'text' : 'nextSteps'];
    for (const word of words(text)) {
      if (words(base).includes(word) || words(is).includes(word)) continue;
      const seen = taken.some(
        (other) => words(other.base).includes(word) && !words(other.text).includes(word),
      );
      if (!seen)
        throw new Violation(
          6,
          `${said(one)} wrote “${word}”, nobody took it out, and the text is “${is}”`,
        );
    }
  }
}

const said = ({ called }: Ended) => called;
