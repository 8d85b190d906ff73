/** What a job title says of buying roles: from its persona (function x seniority) and a few words that name a role outright. */
import type { JobFunction, Seniority } from './persona/kinds.ts';
import { type Persona, persona } from './persona/persona.ts';
import type { BuyingRole } from './vocabulary.ts';

export interface TitleHints {
  function: JobFunction | undefined;
  /** Likelihood by role, from 0 to 1; a role that is not there is not spoken of. */
  likelihood: Partial<Record<BuyingRole, number>>;
}

/** Written from the meaning of the roles, with no data behind the numbers. */
const byFunction: Partial<Record<JobFunction, TitleHints['likelihood']>> = {
  purchasing: { ratifier: 0.7 },
  legal: { ratifier: 0.7 },
  finance: { economic_buyer: 0.65, ratifier: 0.3 },
};
const bySeniority: Record<Seniority, TitleHints['likelihood']> = {
  management: { executive_sponsor: 0.6, decision_maker: 0.45, economic_buyer: 0.35 },
  director: { decision_maker: 0.6, economic_buyer: 0.3 },
  lead: { influencer: 0.45, champion: 0.4 },
  senior: { influencer: 0.45, user: 0.4 },
  professional: { user: 0.45 },
  junior: { user: 0.45 },
};

/** Security ratifies although its persona is technology. */
const security = /\b(\w*security|ciso|dpo|data protection|datenschutz\w*|compliance)\b|合规/iu;
const vicePresident = /\b(s|e)?vp\b|\bvice[- ]president/iu;
const headOf = /\bhead of\b|leiter\w*|\b(responsable|jefe|capo)\b|主管/iu;
const manages = /\b(manager|managerin|business partner)\b|经理/iu;
const tries = /\b(hris|analyst|architect|admin|administrator)\w*\b|架构师|工程师/iu;

/** Never throws; a title that says nothing gives no likelihood at all. */
export function titleHints(title: string): TitleHints {
  const who = persona(title);
  const silent = who.function === 'other' && who.confidence < 0.3;
  const words = fromWords(title, who);
  if (silent && !words) return { function: undefined, likelihood: {} };
  return {
    function: who.function === 'other' ? undefined : who.function,
    likelihood: words ?? byFunction[who.function] ?? bySeniority[who.seniority],
  };
}

function fromWords(title: string, who: Persona): TitleHints['likelihood'] | undefined {
  if (security.test(title)) return { ratifier: 0.65, evaluator: 0.4 };
  if (byFunction[who.function]) return undefined;
  const leads = who.seniority === 'lead' || who.seniority === 'director';
  if (vicePresident.test(title) || (leads && headOf.test(title)))
    return { decision_maker: 0.6, executive_sponsor: 0.35, economic_buyer: 0.3 };
  if (who.seniority === 'management' || who.seniority === 'director') return undefined;
  const technical = who.function === 'information_technology' || who.function === 'engineering';
  if (technical || tries.test(title)) return { evaluator: 0.5, user: 0.3 };
  return manages.test(title) ? { influencer: 0.45, champion: 0.35 } : undefined;
}
