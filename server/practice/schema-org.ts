import { type PracticePerson, practiceCompany } from './people.ts';

/** The page's facts for machines, as ordinary company sites carry them: https://schema.org/Organization and /Person. */
const organization = () => ({
  '@type': 'Organization',
  name: practiceCompany.name,
  legalName: practiceCompany.legalName,
  url: practiceCompany.url,
  sameAs: [`https://www.linkedin.com/company/${practiceCompany.linkedin}`],
});

const person = (origin: string, { slug, name, title, email, linkedin }: PracticePerson) => ({
  '@type': 'Person',
  name,
  jobTitle: title,
  email: `mailto:${email}`,
  url: `${origin}/practice/${slug}`,
  sameAs: [`https://www.linkedin.com/in/${linkedin}`],
});

export const teamData = (origin: string, people: PracticePerson[]) => ({
  '@context': 'https://schema.org',
  ...organization(),
  employee: people.map((one) => person(origin, one)),
});

export const personData = (origin: string, one: PracticePerson) => ({
  '@context': 'https://schema.org',
  ...person(origin, one),
  worksFor: organization(),
});
