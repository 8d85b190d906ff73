/** The demo's other accounts and their people, all invented. */

export const otherAccounts = [
  {
    id: 'globex',
    name: 'Globex Logistics',
    domains: ['globex.example'],
    linkedin: 'globex-example',
    target: true,
    ownerId: 'ben',
  },
  {
    id: 'halcyon',
    name: 'Halcyon Health',
    domains: ['halcyon.example'],
    linkedin: 'halcyon-example',
    target: true,
    ownerId: 'ben',
  },
  {
    id: 'meridian',
    name: 'Meridian Foods',
    domains: ['meridian.example'],
    linkedin: 'meridian-example',
    ownerId: 'ana',
  },
  {
    id: 'tessera',
    name: 'Tessera Energy',
    domains: ['tessera.example'],
    linkedin: 'tessera-example',
    ownerId: 'ana',
  },
];

type Row = [id: string, accountId: string, name: string, title: string];
const rows: Row[] = [
  ['ingrid-solheim', 'globex', 'Ingrid Solheim', 'Chief People Officer'],
  ['ravi-menon', 'globex', 'Ravi Menon', 'Director Global Procurement'],
  ['noor-haddad', 'halcyon', 'Noor Haddad', 'Learning Manager'],
  ['pieter-van-dijk', 'halcyon', 'Pieter van Dijk', 'HR Director'],
  ['lucia-ferri', 'halcyon', 'Lucia Ferri', 'Legal Counsel'],
  ['amara-nwosu', 'meridian', 'Amara Nwosu', 'Payroll Manager'],
  ['olek-zielinski', 'tessera', 'Olek Zieliński', 'Head of People'],
];

export const otherPeople = rows.map(([id, accountId, name, title]) => ({
  id,
  accountId,
  name,
  title,
  emails: [`${id.replace('-', '.')}@${accountId}.example`],
  linkedin: `${id}-${accountId}`,
}));
