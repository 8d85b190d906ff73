/**
 * Which company somebody is at, as far as a page says it. The list of public suffixes, which tells it from an e-mail,
 * weighs as much as half of what else the panel's content needs: it is loaded where there is an e-mail to ask about.
 */
import type { SeenAccount, SeenPerson } from '#lib/model/detection.ts';

/** The companies' domains of these addresses, each once; providers of private mail have none. */
export async function companyDomains(emails: readonly string[]): Promise<string[]> {
  if (emails.length === 0) return [];
  const { companyDomain } = await import('#lib/model/domains.ts');
  return [...new Set(emails.flatMap((email) => companyDomain(email) ?? []))];
}

/** The account seen with the person, else their e-mail's domain, else the name of the company. */
export async function companySeen(
  { emails, company }: Pick<SeenPerson, 'emails' | 'company'>,
  beside?: SeenAccount,
): Promise<SeenAccount | undefined> {
  if (beside) return beside;
  const domains = await companyDomains(emails);
  return domains.length === 0 && !company ? undefined : { name: company, domains };
}
