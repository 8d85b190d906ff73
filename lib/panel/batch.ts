/** Several people of a list joining one decision at once: who does, in which roles, and who is left out and why. */
import { type Coverage, coverage, type Group } from '#lib/model/coverage.ts';
import type { SeenPerson } from '#lib/model/detection.ts';
import { isGuess, type Suggestion, suggestRoles } from '#lib/model/suggest.ts';
import type { BuyingRole } from '#lib/model/vocabulary.ts';
import { newcomer, withSeat } from './effect.ts';
import type { ListDecisionView, PersonView } from './view.ts';

/** Why somebody ticked does not join: it is open who they are or where, or there is nothing to do. */
export const leftOutReasons = ['question', 'company', 'elsewhere', 'left', 'seated'] as const;
export type LeftOut = (typeof leftOutReasons)[number];

/** Somebody who joins. `byName`: only the name of their company says that it is this one. */
export interface Joining {
  person: PersonView;
  roles: BuyingRole[];
  suggestions: Suggestion[];
  byName: boolean;
}

export interface Batch {
  /** By `personKey`, in the order of the list. */
  joining: Map<string, Joining>;
  leftOut: Map<string, LeftOut>;
  /** How many are at a company known by name alone, joining only if the user says so. */
  byName: number;
  /** Coverage once all of them joined. */
  after: Coverage | null;
}

/** What stays the same of somebody while a list is read again. */
export const personKey = ({ linkedin, salesNavigator, emails, ...seen }: SeenPerson): string =>
  linkedin ?? salesNavigator ?? emails[0] ?? [seen.name, seen.title, seen.company].join('\n');

/** `chosen` holds the roles picked by hand; the others get the likeliest one, or keep what a potential member has. */
export function batchOf(
  people: readonly PersonView[],
  view: ListDecisionView,
  chosen: ReadonlyMap<string, BuyingRole[]>,
  withByName: boolean,
): Batch {
  const { joining: who, leftOut, byName } = sortOut(people, view, withByName);
  const { group: before } = view.decision;
  const joining = new Map<string, Joining>();
  let group = before;
  for (const [key, { person, byName }] of who) {
    const join = joined(person, before, group, chosen.get(key), byName);
    joining.set(key, join);
    const { match } = person;
    const who =
      match.is === 'known' ? match.contact : newcomer(`new-${joining.size}`, before.opportunity);
    group = withSeat(group, who, join.roles);
  }
  return { joining, leftOut, byName, after: coverage(group) };
}

/** Who joins and who does not, without their roles and what comes of it. */
function sortOut(
  people: readonly PersonView[],
  { account, decision }: ListDecisionView,
  withByName: boolean,
): Pick<Batch, 'leftOut' | 'byName'> & {
  joining: Map<string, Pick<Joining, 'person' | 'byName'>>;
} {
  const joining = new Map<string, Pick<Joining, 'person' | 'byName'>>();
  const leftOut = new Map<string, LeftOut>();
  let byName = 0;
  for (const person of people) {
    const key = personKey(person.seen);
    // A page may name somebody twice.
    if (joining.has(key) || leftOut.has(key)) continue;
    const at = placeOf(person, account.id);
    if (at === 'byName') byName++;
    const here = at === 'here' || (at === 'byName' && withByName);
    const out = here ? stays(person, decision.group) : at === 'byName' ? 'company' : at;
    if (out) {
      leftOut.set(key, out);
      continue;
    }
    joining.set(key, { person, byName: at === 'byName' });
  }
  return { joining, leftOut, byName };
}

/** Where a person stands towards an account: at it, at it by its name alone, or why not. */
function placeOf({ match, account }: PersonView, id: string): 'here' | 'byName' | LeftOut {
  if (match.is === 'maybe') return 'question';
  if (account.is === 'known') return account.account.id === id ? 'here' : 'elsewhere';
  if (account.is === 'maybe')
    return account.accounts.some((one) => one.id === id) ? 'byName' : 'elsewhere';
  return 'company';
}

function stays({ match }: PersonView, { members }: Group): LeftOut | undefined {
  if (match.is !== 'known') return undefined;
  if (match.contact.left) return 'left';
  const member = members.find(({ contactId }) => contactId === match.contact.id);
  return member?.status === 'confirmed' && member.roles.length > 0 ? 'seated' : undefined;
}

function joined(
  person: PersonView,
  group: Group,
  /** The group with those who joined before. */
  so: Group,
  chosen: BuyingRole[] | undefined,
  byName: boolean,
): Joining {
  const { match, seen } = person;
  const contact = match.is === 'known' ? match.contact : undefined;
  const held = group.members.find(({ contactId }) => contactId === contact?.id)?.roles ?? [];
  const place = person.places.find(
    ({ decision }) => decision.opportunity.id === group.opportunity.id,
  );
  const suggestions = place?.suggestions ?? suggestRoles(contact ?? seen, group);
  const likeliest = likeliestRoles(suggestions, contact ?? seen, so);
  return { person, roles: chosen ?? (held.length > 0 ? held : likeliest), suggestions, byName };
}

/** Of people whom nothing speaks for, no two are guessed into one seat: who finds none empty joins without a role. */
function likeliestRoles(
  [best]: readonly Suggestion[],
  person: Parameters<typeof suggestRoles>[0],
  group: Group,
): BuyingRole[] {
  if (best && !isGuess(best)) return [best.role];
  return suggestRoles(person, group)
    .slice(0, 1)
    .flatMap(({ role, because }) => (because.length > 0 ? [role] : []));
}

/** The decision that most of these people could join; of equals the most advanced. */
export function likeliestDecision(
  people: readonly PersonView[],
  decisions: readonly ListDecisionView[],
): ListDecisionView | undefined {
  const fitting = (view: ListDecisionView) => {
    const { joining, byName } = sortOut(people, view, false);
    return joining.size + byName / 2;
  };
  return decisions
    .map((view) => ({ view, fit: fitting(view) }))
    .toSorted((a, b) => b.fit - a.fit || b.view.decision.stage.order - a.view.decision.stage.order)
    .at(0)?.view;
}
