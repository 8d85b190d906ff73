/** What can be imported and exported: for each kind of row its columns, with the headers that other systems give them. */

export const rowKinds = ['accounts', 'contacts', 'opportunities', 'members'] as const;
export type RowKind = (typeof rowKinds)[number];

/** Every column of every kind; the same word in CSV, JSON and API. */
export const columnIds = [
  'id',
  'name',
  'firstName',
  'lastName',
  'domains',
  'domain',
  'linkedin',
  'target',
  'tags',
  'placeholder',
  'account',
  'accountId',
  'emails',
  'email',
  'salesNavigator',
  'title',
  'headline',
  'location',
  'left',
  'solution',
  'stage',
  'stageSince',
  'type',
  'amount',
  'currency',
  'closeDate',
  'owner',
  'team',
  'nextSteps',
  'notes',
  'known',
  'engaged',
  'twoWay',
  'quorum',
  'gaps',
  'opportunityId',
  'contactId',
  'contact',
  'status',
  'roles',
  'stance',
  'external',
  'engagement',
] as const;
export type ColumnId = (typeof columnIds)[number];

export interface Column {
  id: ColumnId;
  /** `in`: only imported, `out`: only exported, absent: both. */
  only?: 'in' | 'out';
  /** Several values may stand in one cell, and several columns of a file may give them. */
  list?: true;
}

const account: Column[] = [{ id: 'account' }, { id: 'domain' }, { id: 'accountId' }];

/** In the order in which they are exported. */
export const columns: Record<RowKind, readonly Column[]> = {
  accounts: [
    { id: 'id' },
    { id: 'name' },
    { id: 'domains', list: true },
    { id: 'linkedin' },
    { id: 'target' },
    { id: 'owner' },
    { id: 'tags', list: true },
    { id: 'placeholder' },
  ],
  contacts: [
    { id: 'id' },
    { id: 'name' },
    { id: 'firstName', only: 'in' },
    { id: 'lastName', only: 'in' },
    { id: 'emails', list: true },
    { id: 'linkedin' },
    { id: 'title' },
    ...account,
    { id: 'headline' },
    { id: 'location' },
    { id: 'salesNavigator' },
    { id: 'tags', list: true },
    { id: 'left' },
  ],
  opportunities: [
    { id: 'id' },
    ...account,
    { id: 'solution' },
    { id: 'stage' },
    { id: 'stageSince', only: 'out' },
    { id: 'type' },
    { id: 'amount' },
    { id: 'currency' },
    { id: 'closeDate' },
    { id: 'owner' },
    { id: 'team' },
    { id: 'nextSteps' },
    { id: 'notes' },
    { id: 'known', only: 'out' },
    { id: 'engaged', only: 'out' },
    { id: 'twoWay', only: 'out' },
    { id: 'quorum', only: 'out' },
    { id: 'gaps', only: 'out', list: true },
  ],
  members: [
    { id: 'opportunityId' },
    ...account,
    { id: 'solution' },
    { id: 'contactId' },
    { id: 'contact', only: 'out' },
    { id: 'email' },
    { id: 'linkedin' },
    { id: 'status' },
    { id: 'roles', list: true },
    { id: 'stance' },
    { id: 'external' },
    { id: 'engagement', only: 'out' },
  ],
};

/** The columns that an import of this kind takes. */
export const importColumns = (kind: RowKind): Column[] =>
  columns[kind].filter(({ only }) => only !== 'out');

export const exportColumns = (kind: RowKind): Column[] =>
  columns[kind].filter(({ only }) => only !== 'in');

/** One exported row, by column; `null` where there is nothing. */
export type ExportRow = Partial<Record<ColumnId, string | number | boolean | string[] | null>>;
