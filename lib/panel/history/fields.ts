/** The fields whose history is told, and what they are called. `null`: it says nothing to a person, or another field says it. */
import type { MessageKey } from '#lib/browser/i18n.ts';
import type { Kind, Records } from '#lib/model/kinds.ts';

/** Kept beside the record: who may see an account. */
type Beside<K extends Kind> = K extends 'account' ? 'access' : never;
type FieldsOf<K extends Kind> = { [F in keyof Records[K] | Beside<K>]-?: MessageKey | null };

const inside = { id: null, accountId: null };
const ofDecision = { ...inside, opportunityId: null };

export const historyFields = {
  contact: {
    ...inside,
    name: 'fieldName',
    title: 'fieldTitle',
    headline: 'fieldHeadline',
    location: 'fieldLocation',
    emails: 'fieldEmails',
    linkedin: 'fieldLinkedin',
    salesNavigator: 'fieldSalesNavigator',
    otherKeys: null,
    tags: 'fieldTags',
    left: 'fieldLeft',
    formerId: null,
    sources: null,
  },
  account: {
    id: null,
    name: 'fieldName',
    domains: 'fieldDomains',
    linkedin: 'fieldLinkedin',
    otherKeys: null,
    target: 'targetAccount',
    ownerId: 'fieldOwner',
    tags: 'fieldTags',
    access: 'fieldAccess',
    placeholder: null,
    sources: null,
  },
  opportunity: {
    ...inside,
    solutionId: null,
    stageId: 'stage',
    stageSince: null,
    detectedBy: null,
    type: null,
    amount: 'fieldAmount',
    currency: 'fieldCurrency',
    closeDate: 'fieldCloseDate',
    ownerId: 'fieldOwner',
    team: 'fieldTeam',
    nextSteps: 'nextSteps',
    notes: 'notes',
  },
  member: {
    ...ofDecision,
    contactId: null,
    status: 'fieldStatus',
    roles: 'fieldRoles',
    stance: 'fieldStance',
    external: 'external',
    suggested: null,
    declined: null,
  },
  interest: {
    ...inside,
    contactId: null,
    solutionId: null,
    level: 'interestLevel',
    evidence: null,
    by: null,
    at: null,
  },
  note: {
    ...ofDecision,
    text: 'fieldText',
    by: null,
    at: null,
    editedAt: null,
    editedBy: null,
  },
  playStep: {
    ...ofDecision,
    title: 'fieldStep',
    team: 'fieldTeam',
    ownerId: 'fieldOwner',
    due: 'fieldDue',
    state: 'fieldState',
    endedAt: null,
    order: null,
  },
  seatPlan: {
    ...ofDecision,
    seatId: null,
    assigneeId: 'fieldAssignee',
    due: 'fieldDue',
    note: 'fieldNote',
  },
} as const satisfies { [K in Kind]?: FieldsOf<K> };

/** The kinds whose history a person can open. */
export type HistoryKind = keyof typeof historyFields;
type LabelsOf<F> = Extract<F[keyof F], string>;
export type HistoryLabel = { [K in HistoryKind]: LabelsOf<(typeof historyFields)[K]> }[HistoryKind];

export const isHistoryKind = (kind: Kind): kind is HistoryKind => kind in historyFields;

/** What a field is called; `undefined` where it is not told. */
export function historyLabel(kind: HistoryKind, field: string): HistoryLabel | undefined {
  const labels: Readonly<Record<string, HistoryLabel | null>> = historyFields[kind];
  return labels[field] ?? undefined;
}
