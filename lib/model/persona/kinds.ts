/** The two scales of a persona, and the shape of a vocabulary. */

/** In the order in which they win when a title names two of them with equal force. */
export const jobFunctions = [
  'marketing',
  'sales',
  'human_resources',
  'purchasing',
  'customer_support',
  'business_development',
  'finance',
  'legal',
  'information_technology',
  'project_management',
  'consulting',
  'product',
  'engineering',
  'operations',
  'administration',
  'other',
  'general_management',
] as const;
export type JobFunction = (typeof jobFunctions)[number];

/** From the least to the most senior. */
export const seniorities = [
  'junior',
  'professional',
  'senior',
  'lead',
  'director',
  'management',
] as const;
export type Seniority = (typeof seniorities)[number];

/** `assistant` is nobody's level: it silences the ranks that follow ("assistant to the CEO"). */
export type Rank = Seniority | 'assistant';

/**
 * A flat list, comma separated, of words and phrases. `*` stands for any letters at that end of a
 * word; a last `$` wants the entry at the end of its part; a last `!` makes it
 * strong, a last `?` weak. Little words ("of", "de", "und") are
 * left out of phrases, as the matcher skips them. A longer entry silences a shorter one inside it.
 */
export type WordList = string;

/** `silent` entries mean nothing; they are there to silence shorter ones inside them. */
export type Words = {
  functions: Partial<Record<JobFunction | 'silent', WordList>>;
  ranks: Partial<Record<Rank | 'silent', WordList>>;
};
