/** What is wrong with a row, or worth a look, as a sentence that names the column. */
import type { RowNote, RowProblem } from './cells.ts';

const sentences: Record<RowProblem | RowNote, string> = {
  missing: 'is needed and empty.',
  tooLong: 'is too long.',
  badText: 'cannot be kept as it is: “$”.',
  badId: 'is no id: “$”.',
  badEmail: 'holds no e-mail address: “$”.',
  badDomain: 'holds no domain: “$”.',
  badLinkedin: 'is no LinkedIn address or name of the right kind: “$”.',
  badDay: 'is no day: “$”. Write 2026-11-30.',
  ambiguousDay: 'could be two days: “$”. Write 2026-11-30.',
  badAmount: 'is no amount of at least 0: “$”.',
  badCurrency: 'is no currency of three letters, such as EUR: “$”.',
  badYesNo: 'is neither yes nor no: “$”.',
  unknownWord: 'has a word that is not known here: “$”.',
  unknownAccount: 'names an account that is not on record: “$”.',
  ambiguousAccount: 'names several accounts: “$”. Give a domain.',
  unknownContact: 'names nobody on record: “$”. Import the contacts first.',
  unknownSolution: 'names no solution: “$”.',
  hiddenSolution: 'names a solution that takes no new decisions: “$”.',
  unknownStage: 'names no stage: “$”.',
  unknownDecision: 'names no decision on record: “$”.',
  ambiguousDecision: 'fits several decisions: “$”. Give the opportunity’s id.',
  twoRecords: 'belongs to another record: “$”.',
  tooMany: 'has too many values.',
  excluded: 'names somebody who must not be recorded.',
  notOpen: 'belongs to an account that is not open to you. An admin says who may see it.',
  unknownColumn: 'is no column of this kind.',
  newAccount: 'names an account that is made as well: “$”.',
  sameName: 'is the name of another record too: “$”.',
  elsewhere: 'names another account than the one on record, which stays: “$”.',
  domainLeftOut: 'holds a domain that is nobody’s own and is left out: “$”.',
  ownerUnknown: 'names no user here and is left out: “$”.',
  stageKept: 'stays as it is on record: “$”.',
  statusKept: 'stays as it is on record: “$”.',
  rolesKept: 'stay as they are on record: “$”.',
  openBeside: 'is an end, and an open decision stands beside it: “$”.',
};

export const sentence = ({
  column,
  code,
  value,
}: {
  column: string;
  code: RowProblem | RowNote;
  value: string;
}): string => `“${column}” ${sentences[code].replace('$', () => value)}`;
