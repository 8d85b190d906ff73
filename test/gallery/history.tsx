/** Who changed what, in every state: asked, told, of one field, long, erased, and without a server. */
import type { ReactNode } from 'react';
import { DecisionHistory } from '#components/history/decision-history.tsx';
import { History } from '#components/history/history.tsx';
import { WhereFrom } from '#components/record/where-from.tsx';
import { t } from '#lib/browser/i18n.ts';
import { defaultStages } from '#lib/model/records/stage.ts';
import type { HistoryAsk, HistoryLine, HistoryView } from '#lib/panel/history/history.ts';
import { users } from './decisions.tsx';
import { doorOf } from './door.ts';
import { alone, asked, sourced } from './people.tsx';
import { daysAgo, now, solutions, talentDeal } from './world.ts';

export const names = { users, stages: defaultStages, solutions };
const deal = { kind: 'opportunity', id: 'talent-deal' } as const;
const jo = { kind: 'contact', id: 'jo' } as const;

const line = (
  of: Pick<HistoryLine, 'kind' | 'id'>,
  days: number,
  field: string,
  after: unknown,
  more: Partial<HistoryLine> = {},
): HistoryLine => ({
  ...{ ...of, field, after, at: daysAgo(days), by: 'ana', is: 'told', before: null },
  key: `${of.kind} ${of.id} ${field} ${days}`,
  ...more,
});

const door = (view: Partial<HistoryView>) => doorOf({ names, ...view });

export const ofDeal: HistoryLine[] = [
  line(deal, 0, 'closeDate', '2027-03-31', { before: '2027-03-12', is: 'waiting' }),
  line(deal, 2, 'stageId', 'qualified', { before: 'prioritized', by: 'bo' }),
  line(deal, 2, 'amount', 120_500, { before: 80_000, by: 'bo' }),
  line(deal, 9, 'ownerId', 'cleo', { before: 'ana', by: 'cleo' }),
  line(deal, 20, 'currency', 'EUR'),
  line(deal, 40, 'stageId', 'prioritized', { before: 'detected', by: 'gone' }),
  line(deal, 90, '*', { stageId: 'detected' }, { by: undefined, sender: 'signal.forms' }),
];
const mara = { is: 'person', name: 'Mara Ott' } as const;
const around: HistoryLine[] = [
  ...ofDeal.slice(0, 3),
  line({ kind: 'member', id: 'm1' }, 3, 'roles', ['champion', 'user'], {
    ...{ before: ['user'], about: mara, by: 'cleo' },
  }),
  line({ kind: 'playStep', id: 's1' }, 4, 'state', 'done', {
    ...{ before: 'open', about: { is: 'step', name: 'Send security answers' } },
  }),
  line({ kind: 'seatPlan', id: 'p1' }, 5, 'assigneeId', 'bo', {
    about: { is: 'seat', role: 'ratifier' },
  }),
  line({ kind: 'note', id: 'n1' }, 6, '*', {}, { about: { is: 'note' } }),
  line({ kind: 'member', id: 'm2' }, 7, '*', null, {
    is: 'erased',
    about: { is: 'person', name: undefined },
  }),
  ...ofDeal.slice(3),
];
const long = 'Vertragsentwurf mit der Rechtsabteilung abstimmen und danach an Kim senden. '.repeat(
  6,
);
const texts = [
  line(deal, 1, 'nextSteps', `${long}\nAsk who signs.`, { before: long, by: 'bo' }),
  line(deal, 3, 'nextSteps', long, { before: null }),
];
const many = Array.from({ length: 50 }, (_, at) =>
  line(jo, at, 'title', `Head of Talent ${50 - at}`, {
    ...{ before: `Head of Talent ${49 - at}`, by: ['ana', 'bo', 'cleo'][at % 3] },
  }),
);
const known = [
  line(jo, 1, 'title', 'VP People', { before: undefined }),
  line(jo, 30, 'emails', ['jo@acme.example', 'jo.park@acme.example'], {
    ...{ before: undefined, by: 'bo' },
  }),
];

const history = (of: HistoryAsk, view: Partial<HistoryView>, field?: string) =>
  alone(
    <History
      door={door(view)}
      of={of}
      title={
        field ? t('historyOfField', { field: t('stage') }) : t('historyOf', { name: 'Jo Park' })
      }
      field={field}
      now={now}
      onDone={() => {}}
    />,
  );

export const historyStates: Record<string, () => ReactNode> = {
  history: () => history(deal, { lines: ofDeal }),
  'history-around': () => history({ ...deal, around: true }, { lines: around }),
  'history-field': () => history(deal, { lines: ofDeal }, 'stageId'),
  'history-long': () => history(deal, { lines: texts }),
  'history-many': () => history(jo, { lines: many, is: 'more' }),
  'history-loading': () => history(deal, { is: 'loading', told: false }),
  'history-none': () => history(deal, {}),
  'history-offline': () => history(jo, { is: 'offline', told: false, lines: known }),
  'history-offline-unknown': () => history(jo, { is: 'offline', told: false }),
  'history-failed': () => history(jo, { is: 'failed', told: false, lines: known }),
  'history-broken-off': () => history(deal, { is: 'offline', lines: ofDeal }),
  'history-of-fields': () =>
    alone(
      <WhereFrom record={sourced} now={now} first={() => {}} onDone={() => {}} />,
      asked,
      door({ lines: known }),
    ),
  'history-closed': () =>
    alone(<DecisionHistory decision={talentDeal} />, asked, door({ lines: around })),
};
