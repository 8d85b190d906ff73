/** What every history begins with, and what it made since. */
import type { MergedKind } from '../../lib/model/records/merge.ts';
import type { Random } from './random.ts';

/** Ids in the workspace that every history begins with. */
export const ground = {
  accounts: ['acme', 'globex'],
  contacts: ['kim', 'lee', 'max'],
  opportunities: ['deal', 'other'],
  solutions: ['talent', 'learning'],
  stages: ['engaged', 'qualified', 'pipeline', 'won'],
  notes: ['memo'],
  steps: ['first', 'second'],
  touches: ['visit'],
} as const;

const made = ['accounts', 'contacts', 'opportunities', 'notes', 'steps', 'touches'] as const;
type Made = (typeof made)[number];

/** Ids made in this history so far, so that later steps speak of them too. */
export type Names = Record<Made, string[]> & {
  moves: { contactId: string; movedId: string }[];
  exclusions: string[];
  merges: { kind: MergedKind; keptId: string; mergedId: string; mergeId: string }[];
};

export const noNames = (): Names => ({
  ...{ accounts: [], contacts: [], opportunities: [], notes: [], steps: [], touches: [] },
  ...{ moves: [], merges: [], exclusions: [] },
});

/** One that was there at the start or that the history made since, the newest more often. */
export const known = (chance: Random, names: Names, of: Made): string =>
  chance.pick<string>([...ground[of], ...names[of].slice(-3), ...names[of].slice(-1)] as never);
