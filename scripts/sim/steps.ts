/** What can happen in a history, as plain data, so that a failing one can be shortened and printed. */
import type { Call } from '../../lib/model/mutation.ts';
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
  | { do: 'move'; kind: 'contact' | 'opportunity'; id: string; to: string };

/** Ids in the workspace that every history begins with. */
export const ground = {
  accounts: ['acme', 'globex'],
  contacts: ['kim', 'lee', 'max'],
  opportunities: ['deal', 'other'],
  solutions: ['talent', 'learning'],
  stages: ['engaged', 'qualified', 'pipeline', 'won'],
} as const;

const roles = ['champion', 'user', 'ratifier', 'evaluator'] as const;
const emails = ['x@acme.example', 'y@acme.example'] as const;
const domains = ['initech.example', 'hooli.example'] as const;

/** The history of a seed: `count` steps over the profiles of `clients` users. */
export function history(seed: number, count: number, clients: number): Step[] {
  const chance = random(seed);
  const names = { accounts: [], contacts: [], opportunities: [] };
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

/** Ids made in this history so far, so that later steps speak of them too. */
interface Names {
  accounts: string[];
  contacts: string[];
  opportunities: string[];
}

function step(chance: Random, index: number, clients: number, names: Names): Step {
  const who = chance.below(clients + 1);
  const account = () => chance.pick(known(ground.accounts, names.accounts));
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
      [0.7, 'forget'],
      [3, 'move'],
    ])
  ) {
    case 'edit': {
      const calls = [call(chance, `${index}`, names)];
      if (chance.chance(0.2)) calls.push(call(chance, `${index}b`, names));
      return { do: 'edit', who, calls, ...dying(chance, 0.04) };
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
    default:
      return chance.chance(0.5)
        ? {
            do: 'move',
            kind: 'contact',
            id: chance.pick(known(ground.contacts, names.contacts)),
            to: account(),
          }
        : {
            do: 'move',
            kind: 'opportunity',
            id: chance.pick(known(ground.opportunities, names.opportunities)),
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

/** What was there at the start and what the history made since, the newest more often. */
function known(
  first: readonly [string, ...string[]],
  made: readonly string[],
): [string, ...string[]] {
  return [...first, ...made.slice(-3), ...made.slice(-1)];
}

function call(chance: Random, tag: string, names: Names): Call {
  const accountId = chance.pick(known(ground.accounts, names.accounts));
  const contactId = chance.pick(known(ground.contacts, names.contacts));
  const opportunityId = chance.pick(known(ground.opportunities, names.opportunities));
  const place = { opportunityId, contactId };
  const transitionId = `tr-${tag}`;
  const some = () => roles.filter(() => chance.chance(0.4));
  switch (
    chance.weighted([
      [4, 'createContact'],
      [5, 'editContact'],
      [1, 'removeContact'],
      [2, 'createAccount'],
      [0.5, 'removeAccount'],
      [1.5, 'createOpportunity'],
      [0.5, 'removeOpportunity'],
      [4, 'amount'],
      [2, 'closeDate'],
      [4, 'stage'],
      [4, 'addMember'],
      [3, 'editMember'],
      [2, 'removeMember'],
      [4, 'touch'],
      [1, 'interest'],
      [1, 'seat'],
    ])
  ) {
    case 'createContact': {
      const id = `c-${tag}`;
      names.contacts.push(id);
      const reached = chance.chance(0.6) ? [chance.pick(emails)] : [];
      const contact = { id, accountId, name: `Person ${tag}`, emails: reached, sources: {} };
      return { name: 'contact.create@1', args: { contact, accountId } };
    }
    case 'editContact':
      return { name: 'contact.edit@1', args: { contactId, fields: { title: `Title ${tag}` } } };
    case 'removeContact':
      return { name: 'contact.remove@1', args: { contactId } };
    case 'createAccount': {
      const id = `a-${tag}`;
      names.accounts.push(id);
      const account = { id, name: `Company ${tag}`, domains: [chance.pick(domains)] };
      return { name: 'account.create@1', args: { account } };
    }
    case 'removeAccount':
      return { name: 'account.remove@1', args: { accountId } };
    case 'createOpportunity': {
      const id = `o-${tag}`;
      names.opportunities.push(id);
      const [solutionId, stageId] = [chance.pick(ground.solutions), chance.pick(ground.stages)];
      const opportunity = { id, accountId, solutionId, stageId };
      return { name: 'opportunity.create@1', args: { opportunity, accountId } };
    }
    case 'removeOpportunity':
      return { name: 'opportunity.remove@1', args: { opportunityId } };
    case 'amount': {
      const amount = chance.below(20) * 1000;
      return { name: 'opportunity.setAmount@1', args: { opportunityId, transitionId, amount } };
    }
    case 'closeDate': {
      const closeDate = `2027-01-${10 + chance.below(20)}`;
      return {
        name: 'opportunity.setCloseDate@1',
        args: { opportunityId, transitionId, closeDate },
      };
    }
    case 'stage': {
      const stageId = chance.pick(ground.stages);
      const args = { opportunityId, stageId, transitionId, reason: 'so it is' };
      return { name: 'opportunity.setStage@2', args }; // the runner fills in where the writer sees it
    }
    case 'addMember':
      return { name: 'opportunity.addMember@1', args: { ...place, roles: some() } };
    case 'editMember':
      return { name: 'member.edit@1', args: { ...place, fields: { roles: some() } } };
    case 'removeMember':
      return { name: 'opportunity.removeMember@1', args: place };
    case 'interest': {
      const solutionId = chance.pick(ground.solutions);
      const args = {
        contactId,
        solutionId,
        level: chance.chance(0.3) ? null : 'shown',
        evidence: [],
      };
      return { name: 'interest.set@1', args };
    }
    case 'seat': {
      const fields = { note: chance.chance(0.3) ? null : `Ask ${tag}` };
      return { name: 'seat.plan@1', args: { opportunityId, seatId: 'seat', fields } };
    }
    default: {
      // Some so long ago that a cache filled later goes without them.
      const at = chance.chance(0.3) ? '2019-10-01T09:00:00.000Z' : '2026-10-01T09:00:00.000Z';
      const touch = { id: `t-${tag}`, team: 'sales', channel: 'call', at, solutionIds: [] };
      return { name: 'touch.log@1', args: { touch, accountId, contactIds: [contactId] } };
    }
  }
}
