/** A row that is a decision, and the decision that a member's row names. */
import { bareName } from '../../catalogue.ts';
import { Currency, Id, LongText } from '../../fields.ts';
import { ref } from '../../kinds.ts';
import { type Change, put } from '../../mutation.ts';
import type { Opportunity } from '../../records/opportunity.ts';
import type { Solution } from '../../records/solution.ts';
import { defaultStages, type Stage } from '../../records/stage.ts';
import { firstStage, isOpen } from '../../stages.ts';
import { createdId, transition } from '../../transition.ts';
import type { Book } from '../book.ts';
import { amountIn, type Cells } from '../cells.ts';
import { teamIn, typeIn } from '../words.ts';
import { accountOf, freshId, ownerOf } from './account.ts';
import { dayOf } from './contact.ts';
import { type Edges, filled, type Planned, present } from './ground.ts';

const called = <R extends { id: string }>(all: R[], text: string, nameOf: (one: R) => string) =>
  all.find(({ id }) => id === text) ?? all.find((one) => bareName(nameOf(one)) === bareName(text));

export const solutionOf = (cells: Cells, book: Book): Solution | undefined =>
  cells.word(
    'solution',
    (text) => called(book.all('solution'), text, ({ name }) => name),
    'unknownSolution',
  );

/** By its id, its name, or the name it had at first. */
const stageOf = (cells: Cells, book: Book): Stage | undefined =>
  cells.word(
    'stage',
    (text) =>
      called(book.all('stage'), text, ({ label }) => label) ??
      book.get('stage', called([...defaultStages], text, ({ label }) => label)?.id ?? ''),
    'unknownStage',
  );

export function planOpportunity(cells: Cells, book: Book, edges: Edges): Planned | undefined {
  const id = cells.text('id', Id, 'badId');
  const solution = solutionOf(cells, book);
  const stage = stageOf(cells, book);
  const type = cells.word('type', typeIn);
  const fields = {
    amount: cells.word('amount', amountIn, 'badAmount'),
    currency: cells.word('currency', currencyIn, 'badCurrency'),
    closeDate: dayOf(cells, 'closeDate'),
    ownerId: ownerOf(cells, book),
    team: cells.word('team', teamIn),
    nextSteps: cells.text('nextSteps', LongText),
    notes: cells.text('notes', LongText),
  };
  const known = id ? book.get('opportunity', id) : undefined;
  if (known) return update(cells, book, edges, known, stage, fields);
  if (!cells.has('solution')) return cells.problem('solution', 'missing');
  const place = accountOf(cells, book, edges);
  if (!place || !solution || cells.problems.length > 0) return undefined;
  const found = id
    ? undefined
    : decisionAt(cells, book, place.account.id, solution.id, stage, fields.closeDate);
  if (cells.problems.length > 0) return undefined;
  if (found) return update(cells, book, edges, found, stage, fields);
  if (solution.hidden) return cells.problem('solution', 'hiddenSolution');
  const begins = stage ?? firstStage(book.all('stage'));
  if (!begins) return cells.problem('stage', 'unknownStage');
  const made: Opportunity = {
    id: freshId(cells, book, edges),
    accountId: place.account.id,
    solutionId: solution.id,
    stageId: begins.id,
    stageSince: edges.at,
    type: type ?? 'new_business',
    ...present(fields),
  };
  const puts = [
    ...(place.isNew ? [put('account', place.account)] : []),
    put('opportunity', made),
    put('transition', transition(createdId(made.id), undefined, made, edges)),
  ];
  return {
    id: made.id,
    name: nameOf(made, book, place.account.name),
    isNew: true,
    changed: [],
    puts,
  };
}

const currencyIn = (text: string): string | undefined =>
  Currency.safeParse(text.toUpperCase()).data;

/** The decision on record that a row without an id speaks of: the open one; for a row of the past, the one that ended so. */
function decisionAt(
  cells: Cells,
  book: Book,
  accountId: string,
  solutionId: string,
  stage: Stage | undefined,
  closeDate: string | undefined,
): Opportunity | undefined {
  const all = book
    .under('opportunity', ref('account', accountId))
    .filter((one) => one.solutionId === solutionId);
  const open = all.filter(({ stageId }) => standsOpen(book, stageId));
  if (stage && !isOpen(stage)) {
    const ended = all.filter(({ stageId }) => stageId === stage.id);
    if (open[0]) cells.note('stage', 'openBeside', stage.label);
    return ended.find((one) => one.closeDate === closeDate) ?? (closeDate ? undefined : ended[0]);
  }
  if (open.length > 1) return cells.problem('solution', 'ambiguousDecision');
  return open[0];
}

const standsOpen = (book: Book, stageId: string): boolean => {
  const stage = book.get('stage', stageId);
  return !stage || isOpen(stage);
};

/** Only what is empty is filled; a decision moves by its team alone, never by an import. */
function update(
  cells: Cells,
  book: Book,
  edges: Edges,
  before: Opportunity,
  stage: Stage | undefined,
  fields: Partial<Opportunity>,
): Planned {
  if (stage && stage.id !== before.stageId)
    cells.note('stage', 'stageKept', book.get('stage', before.stageId)?.label ?? before.stageId);
  const { after, changed } = filled(before, fields, edges);
  const terms = changed.some((field) => ['amount', 'currency', 'closeDate'].includes(field));
  const puts: Change[] = changed.length > 0 ? [put('opportunity', after)] : [];
  if (terms) puts.push(put('transition', transition(edges.newId(), before, after, edges)));
  return { id: before.id, name: nameOf(before, book), isNew: false, changed, puts };
}

export function nameOf(opportunity: Opportunity, book: Book, account?: string): string {
  const { accountId, solutionId } = opportunity;
  const at = account ?? book.get('account', accountId)?.name ?? accountId;
  return `${at} · ${book.get('solution', solutionId)?.name ?? solutionId}`;
}

/** The one decision that a member's row names: by id, else the account's open one on the solution, else the only one. */
export function decisionOf(cells: Cells, book: Book, edges: Edges): Opportunity | undefined {
  const id = cells.text('opportunityId', Id, 'badId');
  const byId = id && book.get('opportunity', id);
  if (byId) return byId;
  const named = cells.has('account', 'accountId', 'domain') && cells.has('solution');
  if (id && !named) return cells.problem('opportunityId', 'unknownDecision');
  if (!cells.has('solution')) return cells.problem('solution', 'missing');
  const solution = solutionOf(cells, book);
  const place = accountOf(cells, book, edges);
  if (!place || !solution) return undefined;
  if (place.isNew)
    return cells.problem(cells.has('account') ? 'account' : 'domain', 'unknownAccount');
  const all = book
    .under('opportunity', ref('account', place.account.id))
    .filter(({ solutionId }) => solutionId === solution.id);
  const open = all.filter(({ stageId }) => standsOpen(book, stageId));
  const meant = open.length > 0 ? open : all;
  if (meant.length > 1) return cells.problem('solution', 'ambiguousDecision');
  return meant[0] ?? cells.problem('solution', 'unknownDecision');
}
