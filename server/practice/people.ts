/** ACME's team as its web site shows it: invented people of the demo account. */
export interface PracticePerson {
  /** Last part of the page's address. */
  slug: string;
  name: string;
  title: string;
  department: string;
  email: string;
  /** Slug of the LinkedIn profile. */
  linkedin: string;
  about: string;
}

export const practiceCompany = {
  name: 'ACME',
  legalName: 'ACME Manufacturing Ltd.',
  url: 'https://acme.example',
  domain: 'acme.example',
  /** Slug of the LinkedIn company page. */
  linkedin: 'acme-example',
};

type Row = [name: string, slug: string, title: string, department: string, about: string];
const rows: Row[] = [
  [
    'Helena Brandt',
    'helena-brandt',
    'Chief Human Resources Officer',
    'Leadership',
    'Leads people and culture for 6,200 colleagues on three continents.',
  ],
  [
    'Dana Whitfield',
    'dana-whitfield',
    'VP of HR',
    'Human Resources',
    'Runs the HR business partners and this year’s talent programme.',
  ],
  [
    'Nadia Kessler',
    'nadia-kessler',
    'VP of HR, Europe',
    'Human Resources',
    'Looks after hiring in the eleven European plants.',
  ],
  [
    'Tomás Echeverría',
    'tomas-echeverria',
    'Director of Talent Acquisition',
    'Human Resources',
    'Hires engineers and operators, from Bilbao to Monterrey.',
  ],
  [
    'Grace Lindqvist',
    'grace-lindqvist',
    'Head of Learning and Development',
    'Human Resources',
    'Builds the academy where ACME’s shift leaders learn.',
  ],
  [
    'Samuel Adeyemi',
    'samuel-adeyemi',
    'HR Operations Manager',
    'Human Resources',
    'Keeps contracts, payroll and time records straight in nine countries.',
  ],
  [
    'Priya Raman',
    'priya-raman',
    'HR IT Lead',
    'Information Technology',
    'Looks after every system that HR works with.',
  ],
  [
    'Marcus Oyelaran',
    'marcus-oyelaran',
    'Head of Procurement',
    'Finance',
    'Buys everything that is not steel.',
  ],
  [
    'Yuki Tanaka',
    'yuki-tanaka',
    'Data Protection Officer',
    'Legal',
    'Reads the small print so that others need not.',
  ],
];

export const practicePeople: PracticePerson[] = rows.map(
  ([name, slug, title, department, about]) => ({
    slug,
    name,
    title,
    department,
    about,
    email: `${slug.replace('-', '.')}@${practiceCompany.domain}`,
    linkedin: `${slug}-acme`,
  }),
);
