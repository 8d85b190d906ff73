/**
 * Routing a signal: facts in, plan out. Steps 3 to 5: the open decision of account and solution or a new one, the
 * person as a potential member, interest; and nothing that a person confirmed is ever changed.
 */
import type { Group } from '../coverage.ts';
import { interestFromTouches } from '../interest.ts';
import { type Change, put } from '../mutation.ts';
import type { Account } from '../records/account.ts';
import type { Contact } from '../records/contact.ts';
import { type Interest, interestId } from '../records/interest.ts';
import { type Member, memberId } from '../records/member.ts';
import type { Opportunity } from '../records/opportunity.ts';
import type { Solution } from '../records/solution.ts';
import type { Stage } from '../records/stage.ts';
import type { Touch, Unrouted } from '../records/touch.ts';
import { beginning, type Signal, touchTitle } from '../signal.ts';
import { firstStage, isOpen } from '../stages.ts';
import { suggestRoles, worthSuggesting } from '../suggest.ts';
import { createdId, transition } from '../transition.ts';
import type { What } from './what.ts';
import type { Who } from './who.ts';

/** What hangs on the account and the person when the signal comes. */
export interface Facts {
  solutions: readonly Solution[];
  stages: readonly Stage[];
  /** Of the account. */
  opportunities: readonly Opportunity[];
  /** Of the account's decisions. */
  members: readonly Member[];
  /** Of the person. */
  touches: readonly Touch[];
  interests: readonly Interest[];
  /** Of the same visitor at this account, by nobody so far. */
  anonymous: readonly Touch[];
  touchId: string;
  newId: () => string;
  /** The server's time. */
  now: string;
  by: string;
}

export interface Plan {
  status: 'routed' | 'unrouted';
  /** `joined` or `detected` when routed, else why not. */
  code: 'joined' | 'detected' | Unrouted;
  because: string;
  changes: Change[];
  account: Account;
  contact?: Contact;
  opportunities: Opportunity[];
}

type Placed = Extract<Who, { is: 'known' }>;

export function route(signal: Signal, who: Placed, what: What, facts: Facts): Plan {
  const { account, contact } = who;
  const touch = touchOf(signal, who, what, facts);
  const joined = contact ? joinVisitor(contact, facts) : [];
  const notes = [...who.notes, ...what.notes];
  const because: string[] = [];
  const places: Place[] = [];
  let missing = who.hold ?? what.missing;
  if (!who.hold)
    for (const solution of what.solutions) {
      const place = placeOf(solution, account, touch, facts);
      if (place) places.push(place);
      else {
        missing ??= 'hiddenSolution';
        notes.push(`“${solution.name}” takes no new decisions.`);
      }
    }
  // What the visitor did before anybody knew them speaks for them in the decisions it led to.
  const before = joined.flatMap(({ solutionIds }) => solutionIds);
  const also = facts.opportunities.filter(
    ({ id, solutionId, stageId }) =>
      before.includes(solutionId) &&
      openStages(facts).has(stageId) &&
      !places.some((place) => place.opportunity.id === id),
  );
  const members = contact
    ? [...places.map(({ opportunity }) => opportunity), ...also].flatMap((opportunity) => {
        const member = memberOf(contact, opportunity, facts);
        return member ? [member] : [];
      })
    : [];
  if (places.length === 0 && missing) touch.unrouted = missing;
  for (const { opportunity, solution, isNew } of places)
    because.push(said(opportunity, solution, isNew, contact, members, who.account));
  if (joined.length > 0 && contact)
    because.push(`${joined.length} earlier visits are now ${contact.name}’s.`);
  if (signal.title.length > touchTitle)
    because.push(`Its title was cut to ${touchTitle} characters.`);
  const kept = places.length > 0 ? [] : [`It stands on the journey of ${account.name}.`];
  return {
    status: places.length > 0 ? 'routed' : 'unrouted',
    code:
      places.length === 0
        ? (missing ?? 'noSolution')
        : places.some(({ isNew }) => isNew)
          ? 'detected'
          : 'joined',
    because: [...because, ...notes, ...kept].join(' '),
    changes: [
      ...(who.newAccount ? [put('account', account)] : []),
      ...(who.newContact && contact ? [put('contact', contact)] : []),
      put('touch', touch),
      ...joined.map((one) => put('touch', one)),
      ...places.flatMap(({ changes }) => changes),
      ...members.map((member) => put('member', member)),
      ...(contact ? interests(contact, [touch, ...joined], facts) : []),
    ],
    account,
    ...(contact && { contact }),
    opportunities: places.map(({ opportunity }) => opportunity),
  };
}

function touchOf(signal: Signal, { account, contact }: Placed, what: What, facts: Facts): Touch {
  const { name, title } = signal.person ?? {};
  const said = { ...(name && { name }), ...(title && { title }) };
  return {
    id: facts.touchId,
    accountId: account.id,
    team: signal.team,
    channel: signal.channel,
    ...(signal.direction && { direction: signal.direction }),
    at: signal.at,
    title: beginning(signal.title, touchTitle),
    solutionIds: what.solutions.map(({ id }) => id),
    contactIds: contact ? [contact.id] : [],
    ...(signal.visitor && { visitor: signal.visitor }),
    ...(!contact && (name || title) && { said }),
  };
}

const openStages = ({ stages }: Facts): Set<string> =>
  new Set(stages.filter(isOpen).map(({ id }) => id));

interface Place {
  opportunity: Opportunity;
  solution: Solution;
  isNew: boolean;
  changes: Change[];
}

/** The open decision, of several the one that moved last; else a new one, unless the solution takes none. */
function placeOf(
  solution: Solution,
  account: Account,
  touch: Touch,
  facts: Facts,
): Place | undefined {
  const open = openStages(facts);
  const [opportunity] = facts.opportunities
    .filter(({ solutionId, stageId }) => solutionId === solution.id && open.has(stageId))
    .sort(
      (a, b) => (b.stageSince ?? '').localeCompare(a.stageSince ?? '') || a.id.localeCompare(b.id),
    );
  if (opportunity) return { opportunity, solution, isNew: false, changes: [] };
  const stage = firstStage(facts.stages);
  if (solution.hidden || !stage) return undefined;
  const made: Opportunity = {
    id: facts.newId(),
    accountId: account.id,
    solutionId: solution.id,
    stageId: stage.id,
    stageSince: facts.now,
    type: 'new_business',
    detectedBy: touch.id,
    ...(account.ownerId && { ownerId: account.ownerId }),
  };
  const told = transition(createdId(made.id), undefined, made, { by: facts.by, at: facts.now });
  const changes = [put('opportunity', made), put('transition', told)];
  return { opportunity: made, solution, isNew: true, changes };
}

/** The person as a potential member with suggested roles; who is a member already stays as they are. */
function memberOf(contact: Contact, opportunity: Opportunity, facts: Facts): Member | undefined {
  const id = memberId(opportunity.id, contact.id);
  if (facts.members.some((member) => member.id === id)) return undefined;
  const group: Group = {
    opportunity,
    profile:
      facts.solutions.find((solution) => solution.id === opportunity.solutionId)?.profile ?? [],
    members: facts.members.filter(({ opportunityId }) => opportunityId === opportunity.id),
    touches: facts.touches,
    stages: facts.stages,
    now: Date.parse(facts.now),
  };
  const elsewhere = facts.members.filter(({ contactId }) => contactId === contact.id);
  const suggested = worthSuggesting(suggestRoles(contact, group, elsewhere));
  return {
    id,
    accountId: opportunity.accountId,
    opportunityId: opportunity.id,
    contactId: contact.id,
    status: 'potential',
    roles: [],
    external: false,
    ...(suggested.length > 0 && { suggested }),
  };
}

/** A visitor who turned out to be this person was so all along. */
function joinVisitor(contact: Contact, { anonymous }: Facts): Touch[] {
  return anonymous
    .filter(({ accountId, contactIds }) => accountId === contact.accountId && !contactIds.length)
    .map(({ said: _, ...touch }) => ({ ...touch, contactIds: [contact.id] }));
}

/** What touches now show; an interest that a user stated stays. */
function interests(contact: Contact, fresh: readonly Touch[], facts: Facts): Change[] {
  const touches = [...facts.touches, ...fresh];
  const solutionIds = new Set(fresh.flatMap((touch) => touch.solutionIds));
  return [...solutionIds].flatMap((solutionId) => {
    const id = interestId(contact.id, solutionId);
    if (facts.interests.find((interest) => interest.id === id)?.by) return [];
    const now = Date.parse(facts.now);
    const { level, evidence } = interestFromTouches(touches, contact.id, solutionId, now);
    if (level === 'none') return [];
    const { accountId } = contact;
    const at = facts.now;
    const shown = { id, accountId, contactId: contact.id, solutionId, level, evidence, at };
    return [put('interest', shown)];
  });
}

function said(
  opportunity: Opportunity,
  { name }: Solution,
  isNew: boolean,
  contact: Contact | undefined,
  members: readonly Member[],
  account: Account,
): string {
  const decision = isNew
    ? `A new decision on ${name} begins at ${account.name}.`
    : `It belongs to ${account.name}’s decision on ${name}.`;
  if (!contact) return decision;
  const member = members.find(({ opportunityId }) => opportunityId === opportunity.id);
  if (!member) return `${decision} ${contact.name} is in its buying group already.`;
  const [best] = member.suggested ?? [];
  const likely = best
    ? `likely ${best.role.replaceAll('_', ' ')}, ${Math.round(best.likelihood * 100)} %: “${contact.title}”`
    : 'with no role yet';
  return `${decision} ${contact.name} joins as a potential member, ${likely}.`;
}
