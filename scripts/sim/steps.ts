/** What can happen in a history, as plain data, so that a failing one can be shortened and printed. */
import type { Call } from '../../lib/model/mutation.ts';
import { drawCall } from './calls/call.ts';
import { known, type Names, noNames } from './ids.ts';
import { type Random, random } from './random.ts';

/**
 * What the network does to one exchange. `hold…`: it stays under way until a later step. `lateCopy`: it goes through,
 * and a copy of the request arrives again later. `garbled`: a proxy's page instead of the answer. `die…`: the server
 * crashes around the commit of a mutation. `crash…`: the browser is killed before sending, or before the answer.
 */
export const fates = [
  'through',
  'loseRequest',
  'loseAnswer',
  'holdRequest',
  'holdAnswer',
  'twice',
  'lateCopy',
  'garbled',
  'dieBeforeCommit',
  'dieAfterCommit',
  'crashBefore',
  'crashAfter',
] as const;
export type Fate = (typeof fates)[number];

/** `who` counts browser profiles, modulo how many there are; a step that finds nothing to do does nothing. */
export type Step =
  | { do: 'edit'; who: number; calls: Call[]; dies?: number }
  | { do: 'sync'; who: number; net: Fate[]; dies?: number }
  | { do: 'pull'; who: number; net: Fate[] }
  | { do: 'together'; who: number[] }
  | { do: 'deliver'; which: number }
  | { do: 'giveUp'; who: number }
  | { do: 'crash'; who: number }
  | { do: 'follow'; who: number; account: string }
  | { do: 'clone'; who: number }
  | { do: 'crashServer' }
  | { do: 'backUp' }
  | { do: 'restore' }
  | { do: 'forget' }
  /** An admin says who may see an account; `users` counts them. */
  | { do: 'access'; account: string; restricted: boolean; users: number[] }
  /** Somebody of marketing erases a person, and has them on the do-not-record list besides. */
  | { do: 'erase'; contactId: string; exclude: boolean; net: Fate[] }
  /** A browser's extension of the schema before is updated. */
  | { do: 'update'; who: number }
  | { do: 'move'; kind: 'contact' | 'opportunity'; id: string; to: string };

/** The history of a seed: `count` steps over the profiles of `clients` users. */
export function history(seed: number, count: number, clients: number): Step[] {
  const chance = random(seed);
  const names = noNames();
  const steps: Step[] = [];
  while (steps.length < count) {
    const next = step(chance, steps.length, clients, names);
    steps.push(next);
    // Who waits in vain gives up, and looks again while what they sent is still on its way.
    if (next.do === 'sync' && next.net[0] === 'holdRequest' && chance.chance(0.5))
      steps.push({ do: 'giveUp', who: next.who }, { do: 'pull', who: next.who, net: [] });
  }
  return steps.slice(0, count);
}

function step(chance: Random, index: number, clients: number, names: Names): Step {
  const who = chance.below(clients + 1);
  const account = () => known(chance, names, 'accounts');
  switch (
    chance.weighted([
      [44, 'edit'],
      [26, 'sync'],
      [3, 'pull'],
      [3, 'together'],
      [8, 'deliver'],
      [3, 'giveUp'],
      [3, 'crash'],
      [2, 'follow'],
      [1.5, 'clone'],
      [1, 'crashServer'],
      [1, 'backUp'],
      [1, 'restore'],
      [1.2, 'forget'],
      [0.7, 'update'],
      [3, 'move'],
      [2.5, 'erase'],
      [2, 'access'],
    ])
  ) {
    case 'edit': {
      const tag = String(index).padStart(3, '0');
      const calls = [drawCall({ chance, tag: `${tag}a`, names })];
      if (chance.chance(0.2)) calls.push(drawCall({ chance, tag: `${tag}b`, names }));
      // Marketing keeps the do-not-record list.
      const keeps = calls.some(({ name }) => name.startsWith('exclusion.'));
      return { do: 'edit', who: keeps ? 1 : who, calls, ...dying(chance, 0.04) };
    }
    case 'sync': {
      const net = Array.from({ length: chance.below(4) }, () => fate(chance));
      return { do: 'sync', who, net, ...dying(chance, 0.05) };
    }
    case 'pull':
      return { do: 'pull', who, net: [fate(chance)] };
    case 'together':
      return { do: 'together', who: [who, who + 1 + chance.below(clients)] };
    case 'deliver':
      return { do: 'deliver', which: chance.below(8) };
    case 'giveUp':
      return { do: 'giveUp', who };
    case 'crash':
      return { do: 'crash', who };
    case 'follow':
      return { do: 'follow', who, account: account() };
    case 'clone':
      return { do: 'clone', who };
    case 'crashServer':
      return { do: 'crashServer' };
    case 'backUp':
      return { do: 'backUp' };
    case 'restore':
      return { do: 'restore' };
    case 'forget':
      return { do: 'forget' };
    case 'access': {
      const users = Array.from({ length: clients }, (_, user) => user);
      return {
        ...{ do: 'access', account: account(), restricted: chance.chance(0.6) },
        users: users.filter(() => chance.chance(0.5)),
      };
    }
    case 'erase': {
      const net = Array.from({ length: chance.below(2) }, () => fate(chance));
      return {
        do: 'erase',
        contactId: known(chance, names, 'contacts'),
        exclude: chance.chance(0.3),
        net,
      };
    }
    case 'update':
      return { do: 'update', who };
    default:
      return chance.chance(0.5)
        ? {
            do: 'move',
            kind: 'contact',
            id: known(chance, names, 'contacts'),
            to: account(),
          }
        : {
            do: 'move',
            kind: 'opportunity',
            id: known(chance, names, 'opportunities'),
            to: account(),
          };
  }
}

const dying = (chance: Random, probability: number) =>
  chance.chance(probability) ? { dies: chance.below(6) } : {};

const fate = (chance: Random): Fate =>
  chance.weighted([
    [8, 'through'],
    [1, 'loseRequest'],
    [2, 'loseAnswer'],
    [2, 'holdRequest'],
    [2, 'holdAnswer'],
    [1, 'twice'],
    [1, 'lateCopy'],
    [0.5, 'garbled'],
    [0.7, 'dieBeforeCommit'],
    [0.7, 'dieAfterCommit'],
    [0.7, 'crashBefore'],
    [0.7, 'crashAfter'],
  ]);
