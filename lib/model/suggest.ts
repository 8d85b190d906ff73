/** Which buying role a person likely has in a decision, from title, open seats and earlier roles: always with its reason. */
import { type Group, seats } from './coverage.ts';
import type { Contact } from './records/contact.ts';
import type { Member } from './records/member.ts';
import { type BuyingRole, buyingRoles } from './vocabulary.ts';

/** `likelihood` from 0 to 1. `because` is made of facts, so that the panel can say it in the user's language. */
export interface Suggestion {
  role: BuyingRole;
  likelihood: number;
  because: (
    | { fact: 'title'; title: string }
    | { fact: 'emptySeat' }
    | { fact: 'earlierRole'; times: number }
  )[];
}

/** What titles say of roles; the first fitting line counts. Written from the meaning of the words, with no data behind it. */
const titleHints: readonly [RegExp, BuyingRole, number][] = [
  [
    /\b(procure\w*|purchas\w*|sourcing|legal|counsel|lawyer|compliance|security|ciso|dpo|data protection|einkauf\w*|achats?|compras|acquisti|inkoop|jurist\w*)\b|采购|法务|合规/iu,
    'ratifier',
    0.7,
  ],
  [
    /\b(cfo|finance|financial|controller|controlling|finanz\w*|finanzas|financier)\b|财务/iu,
    'economic_buyer',
    0.65,
  ],
  [
    /\b(ceo|chief|president|founder|owner|managing director|geschäftsführer\w*|vorstand\w*|chro|cio|cto|coo|cmo|pdg|directeur général|director general)\b|总裁|总经理|首席/iu,
    'executive_sponsor',
    0.6,
  ],
  [
    /\b(vp|svp|evp|vice president|head of|director|directeur|directrice|direktor\w*|direttore|directora?|leiter\w*)\b|总监|主管/iu,
    'decision_maker',
    0.6,
  ],
  [
    /\b(architect|engineer|developer|analyst|admin|administrator|hris|it)\b|工程师|架构师/iu,
    'evaluator',
    0.5,
  ],
  [
    /\b(manager|lead|business partner|teamleiter\w*|responsable|jefe|capo)\b|经理/iu,
    'influencer',
    0.45,
  ],
  [
    /\b(specialist|coordinator|assistant|generalist|recruiter|consultant|officer|sachbearbeiter\w*|referent\w*)\b|专员|助理/iu,
    'user',
    0.45,
  ],
];

/**
 * Roles by likelihood, best first; every role is there, so the list can serve as a menu too.
 * likelihood = title hint (0.15 without one) + 0.1 if the seat is empty + 0.15 if the person had the role elsewhere, at most 0.95.
 */
export function suggestRoles(
  contact: Pick<Contact, 'title' | 'headline'>,
  group: Group,
  elsewhere: readonly Member[] = [],
): Suggestion[] {
  const title = contact.title ?? contact.headline ?? '';
  const hint = titleHints.find(([words]) => words.test(title));
  const empty = new Set(
    seats(group)
      .filter((s) => s.missing > 0)
      .map((s) => s.seat.role),
  );
  return buyingRoles
    .map((role): Suggestion => {
      const because: Suggestion['because'] = [];
      let likelihood = 0.15;
      if (hint?.[1] === role) {
        likelihood = hint[2];
        because.push({ fact: 'title', title });
      }
      const times = elsewhere.filter((m) => m.roles.includes(role)).length;
      if (times > 0) {
        likelihood += 0.15;
        because.push({ fact: 'earlierRole', times });
      }
      if (empty.has(role)) {
        likelihood += 0.1;
        because.push({ fact: 'emptySeat' });
      }
      return { role, likelihood: Math.min(likelihood, 0.95), because };
    })
    .sort((a, b) => b.likelihood - a.likelihood);
}
