/** Which buying role a person likely has in a decision, from persona, title, seats and earlier roles: always with its reason. */
import { type Group, seats } from './coverage.ts';
import type { Contact } from './records/contact.ts';
import type { Member, SuggestedRole } from './records/member.ts';
import type { Seat } from './records/solution.ts';
import { titleHints } from './roles.ts';
import { type BuyingRole, buyingRoles } from './vocabulary.ts';

export type Suggestion = SuggestedRole;

const unspoken = 0.15;
const declined = 0.05;

/**
 * Roles by likelihood, best first; every role is there, so the list can serve as a menu too. likelihood = what the
 * title says (0.15 where it is silent), + 0.1 if a seat of the role wants the person's function and - 0.15 if its
 * seats want others, + 0.15 if the person had the role elsewhere, + 0.1 if a seat is empty; from 0.05 to 0.95.
 * A role that was declined for this member comes last, without a reason.
 */
export function suggestRoles(
  contact: Pick<Contact, 'title' | 'headline'> & { id?: string },
  group: Group,
  elsewhere: readonly Member[] = [],
): Suggestion[] {
  const title = contact.title ?? contact.headline ?? '';
  const hints = titleHints(title);
  const empty = new Set(
    seats(group)
      .filter((s) => s.missing > 0)
      .map((s) => s.seat.role),
  );
  const refused = group.members.find(({ contactId }) => contactId === contact.id)?.declined ?? [];
  return buyingRoles
    .map((role): Suggestion => {
      if (refused.includes(role)) return { role, likelihood: declined, because: [] };
      const because: Suggestion['because'] = [];
      const hint = hints.likelihood[role];
      const fit = fits(role, hints.function, group.profile);
      let likelihood = (hint ?? unspoken) + (fit === 'yes' ? 0.1 : 0);
      if (hint !== undefined && fit === 'no') likelihood -= 0.15;
      if (hint !== undefined || fit === 'yes') because.push({ fact: 'title', title });
      const times = elsewhere.filter((m) => m.roles.includes(role)).length;
      if (times > 0) {
        likelihood += 0.15;
        because.push({ fact: 'earlierRole', times });
      }
      if (empty.has(role)) {
        likelihood += 0.1;
        because.push({ fact: 'emptySeat' });
      }
      const rounded = Math.round(Math.min(Math.max(likelihood, declined), 0.95) * 100) / 100;
      return { role, likelihood: rounded, because };
    })
    .sort((a, b) => b.likelihood - a.likelihood);
}

/** Whether nothing about the person speaks for the role, save that its seat is empty. */
export const isGuess = ({ because }: Suggestion): boolean =>
  because.every(({ fact }) => fact === 'emptySeat');

/** Whether the seats of a role want this function; they may want none in particular. */
function fits(
  role: BuyingRole,
  jobFunction: string | undefined,
  profile: readonly Seat[],
): 'yes' | 'no' | 'open' {
  const wanted = profile.flatMap((seat) => (seat.role === role ? seat.personas : []));
  if (jobFunction === undefined || wanted.length === 0) return 'open';
  return wanted.includes(jobFunction) ? 'yes' : 'no';
}

/** What is worth keeping with a new potential member: roles that something about the person speaks for, three at most. */
export function worthSuggesting(suggestions: readonly Suggestion[]): Suggestion[] {
  return suggestions
    .filter((suggestion) => !isGuess(suggestion))
    .filter(({ likelihood }) => likelihood >= 0.3)
    .slice(0, 3);
}
