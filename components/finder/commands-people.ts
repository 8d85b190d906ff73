/** What can be done with the people of a list, a company's page or a mail: with one of them, or with many at once. */
import { t } from '#lib/browser/i18n.ts';
import { type Batch, batchOf } from '#lib/panel/batch.ts';
import { canBeTagged } from '#lib/panel/batch-acts.ts';
import { decisionInHand, inMailOrder } from '#lib/panel/thread.ts';
import { keysOf, tickedIn } from '#lib/panel/ticked.ts';
import type { ListDecisionView, PersonView } from '#lib/panel/view.ts';
import { rolesOnOffer } from '../decision/attach.tsx';
import { changeText, effectText } from '../decision/coverage-change.tsx';
import { forms } from '../forms.ts';
import { bestPlace, quickLabel } from '../people/quick.ts';
import { nameOf } from '../person/names.ts';
import { type Command, does, type Entry, type Here, shows } from './command.ts';

/** Whether whoever seems new is on record is being asked: nobody is attached before. */
const isAsked = (moment: Here['moment']) => 'unsaid' in moment && moment.unsaid === 'checking';

/** The list before the user, with the decisions that people of it may join. */
function listHere({
  opened,
  moment,
}: Here): { people: PersonView[]; decisions: ListDecisionView[] } | undefined {
  if (opened) return undefined;
  if (moment.at === 'people') return moment;
  if (moment.at !== 'account') return undefined;
  const { account, decisions, people } = moment;
  const at = account.is === 'known' ? account.account : undefined;
  return { people, decisions: at ? decisions.map((decision) => ({ account: at, decision })) : [] };
}

const noun = ({ account, decision }: ListDecisionView) =>
  t('decisionAt', { solution: decision.solution.name, account: account.name });

const attachAll = (
  here: Here,
  { view, batch, label }: { view: ListDecisionView; batch: Batch; label: string },
  then?: () => void,
): Command[] => {
  const all = [...batch.joining.values()];
  const { decision } = view;
  const change = changeText(
    decision,
    batch.after,
    all.flatMap(({ roles }) => roles),
  );
  return all.length === 0
    ? []
    : [
        does({
          id: `attach many ${decision.opportunity.id}`,
          label,
          about: noun(view),
          effect: change,
          run: async () => {
            await here.acts.attachMany(all, decision.opportunity.id);
            then?.();
          },
        }),
      ];
};

/** Ticking, and what is done with all who are ticked. */
const ticked: Entry = (here) => {
  const list = listHere(here);
  const ticks = here.ticks?.getState();
  if (!list || !ticks || list.people.length === 0) return [];
  const { people, decisions } = list;
  const tick = (id: string, who: string, keys: string[]) =>
    shows({ id, label: t('commandTick', { who }), run: () => ticks.only(keys) });
  const { ticked, view, batch } = tickedIn(people, decisions, ticks);
  const label = t('attachMany', { count: batch?.joining.size ?? 0 });
  return [
    tick('tick known', t('tickKnown'), keysOf(people, 'known')),
    tick('tick new', t('tickNew'), keysOf(people, 'new')),
    ...(ticked.length > 0 ? [tick('tick none', t('tickNone'), [])] : []),
    ...(ticked.some(canBeTagged)
      ? [
          shows({
            id: forms.ticked,
            label: t('tagsOfTicked'),
            run: () => here.openForm(forms.ticked),
          }),
        ]
      : []),
    ...(view && batch && !isAsked(here.moment)
      ? attachAll(here, { view, batch, label }, () => ticks.only([...batch.leftOut.keys()]))
      : []),
  ];
};

/** Whoever is new on a mail, all at once. */
const newcomers: Entry = (here) => {
  const { moment, opened } = here;
  if (opened || moment.at !== 'thread' || isAsked(moment)) return [];
  const view = decisionInHand(moment.decisions, undefined);
  if (!view) return [];
  const batch = batchOf(inMailOrder(moment.people, view).newcomers, view, new Map(), false);
  const { solution } = view.decision;
  const label = t('addAllTo', { count: batch.joining.size, solution: solution.name });
  return batch.joining.size > 1 ? attachAll(here, { view, batch, label }) : [];
};

/** Each of them alone, in the likeliest role. */
const one: Entry = (here) => {
  const { moment, opened, acts } = here;
  const isMail = moment.at === 'thread';
  const people = isMail ? moment.people : (listHere(here)?.people ?? []);
  if (opened || isAsked(moment)) return [];
  const view = isMail ? decisionInHand(moment.decisions, undefined) : undefined;
  return people.flatMap((person, at) => {
    const place = bestPlace(person, view?.decision.opportunity.id);
    if (!place || person.match.is === 'maybe' || person.withheld) return [];
    const roles = rolesOnOffer(place, null);
    const { opportunity, solution, coverage: before } = place.decision;
    const effect = effectText({ before, after: place.preview(roles) });
    return [
      does({
        id: `attach ${at}`,
        label: quickLabel(person, place, roles),
        about: `${nameOf(person)} · ${solution.name}`,
        effect,
        run: () => acts.attach(person, opportunity.id, roles),
      }),
    ];
  });
};

export const peopleCommands: readonly Entry[] = [ticked, newcomers, one];
