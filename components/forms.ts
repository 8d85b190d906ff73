/** The forms of the panel by their keys: what a command opens, and under what the draft of a form is kept. */
import type { PersonView } from '#lib/panel/view.ts';

/** What a user can have had with somebody. */
export type LoggedChannel = 'call' | 'meeting' | 'email';

const seen = ({ seen: { linkedin, salesNavigator, emails, name } }: PersonView): string =>
  linkedin ?? salesNavigator ?? emails[0] ?? name ?? '';

export const forms = {
  terms: (opportunityId: string) => `terms:${opportunityId}`,
  nextSteps: (opportunityId: string) => `next:${opportunityId}`,
  move: (opportunityId: string, stageId: string) => `move:${opportunityId}.${stageId}`,
  seat: (opportunityId: string, seatId: string) => `seat:${opportunityId}.${seatId}`,
  log: (opportunityId: string, channel: LoggedChannel | 'note') =>
    `log:${opportunityId}.${channel}`,
  newNote: (opportunityId: string) => `newNote:${opportunityId}`,
  /** Without the note, what all notes of the decision begin with. */
  note: (opportunityId: string, noteId = '') => `note:${opportunityId}.${noteId}`,
  newStep: (opportunityId: string) => `newStep:${opportunityId}`,
  step: (stepId: string) => `step:${stepId}`,
  member: (memberId: string) => `member:${memberId}`,
  /** One record has these; `id` is the contact's or the account's. */
  edit: (id: string) => `edit:${id}`,
  left: (id: string) => `left:${id}`,
  sources: (id: string) => `sources:${id}`,
  history: (id: string) => `history:${id}`,
  tag: (id: string) => `tag:${id}`,
  erase: (id: string) => `erase:${id}`,
  access: (id: string) => `access:${id}`,
  merge: (id: string) => `merge:${id}`,
  apart: (mergeId: string) => `apart:${mergeId}`,
  interest: (contactId: string, solutionId: string) => `interest:${contactId}.${solutionId}`,
  discard: (nonce: string) => `discard:${nonce}`,
  /** The tags of all who are ticked. */
  ticked: 'ticked.tag',
  /** Of an edit that the server did not take. */
  rewrite: (nonce: string) => `rewrite:${nonce}`,
  addPerson: (person: PersonView) => `add:${seen(person)}`,
  byHand: (person: PersonView) => `hand:${seen(person)}`,
} as const;
