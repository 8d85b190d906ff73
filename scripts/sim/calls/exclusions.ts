/** The do-not-record list, which those of marketing keep: people and companies put on it and taken off. */
import type { Drawn } from './draw.ts';

const keys = [
  'email:x@acme.example',
  'email:y@acme.example',
  'domain:initech.example',
  'domain:globex.example', // one that has people already
] as const;

export const exclusionCalls: readonly Drawn[] = [
  [
    3,
    ({ chance, tag, names }) => {
      const id = `x-${tag}`;
      names.exclusions.push(id);
      const key = chance.pick(keys);
      const what = key.startsWith('email') ? 'person' : 'company';
      // The runner hashes the key as its workspace does.
      return { name: 'exclusion.add@1', args: { exclusion: { id, what, hashes: [] }, key } };
    },
  ],
  [
    1,
    ({ chance, names }) => {
      const exclusionId = names.exclusions.at(-1 - chance.below(2)) ?? 'x-none';
      return { name: 'exclusion.remove@1', args: { exclusionId } };
    },
  ],
];
