/**
 * The acts of the panel as commands for the keyboard. Each entry of the registry says which commands there are for
 * what stands before the user; adding an act is an entry.
 */
import { t } from '#lib/browser/i18n.ts';
import type { Solution } from '#lib/model/records/solution.ts';
import { isOpen } from '#lib/model/stages.ts';
import { moveQuestion } from '#lib/panel/decision-stages.ts';
import type { Acts, DecisionDetail, DecisionView, Moment } from '#lib/panel/view.ts';
import { attachLabel, rolesOnOffer } from '../decision/attach.tsx';
import { stageLabel } from '../labels.ts';
import { fieldsOf } from '../person/add-person.tsx';
import { nameOf, seenCompany } from '../person/names.ts';

export interface Command {
  id: string;
  label: string;
  /** What it is about, where the label alone does not say it. */
  about?: string;
  run: () => unknown;
}

/** What stands before the user, and what can be done about it. */
export interface Here {
  acts: Acts;
  solutions: readonly Solution[];
  moment: Moment;
  opened?: DecisionDetail;
  undoable?: { label: string };
  openDecision?: (opportunityId: string) => void;
  back?: () => void;
  search: () => void;
  shortcuts: () => void;
  openOptions: () => void;
  retrySync: () => void;
  /** Absent while the sign-in holds. */
  signIn?: () => void;
}

type Entry = (here: Here) => Command[];

const decisionsHere = ({ moment, opened }: Here): DecisionView[] => {
  if (opened) return [opened.decision];
  if (moment.at === 'person') return moment.person.places.map(({ decision }) => decision);
  if (moment.at === 'account') return moment.decisions;
  return moment.at === 'thread' ? moment.decisions.map(({ decision }) => decision) : [];
};

const attach: Entry = ({ moment, opened, acts }) => {
  if (moment.at !== 'person' || moment.person.match.is === 'maybe') return [];
  const { person } = moment;
  return person.places.flatMap((place) => {
    const { opportunity, solution } = place.decision;
    if (place.member?.status === 'confirmed') return [];
    if (opened && opened.decision.opportunity.id !== opportunity.id) return [];
    const roles = rolesOnOffer(place, null);
    return [
      {
        id: `attach ${opportunity.id}`,
        label: attachLabel(person, place, roles),
        about: `${nameOf(person)} · ${solution.name}`,
        run: () => acts.attach(person, opportunity.id, roles),
      },
    ];
  });
};

const addToAccount: Entry = ({ moment, acts }) => {
  if (moment.at !== 'person' || moment.person.match.is !== 'new') return [];
  const { person } = moment;
  const company = seenCompany(person);
  const unclear = person.account.is === 'maybe' || person.account.is === 'ambiguous';
  if (unclear || !company || !person.seen.name) return [];
  return [
    {
      id: 'add person',
      label: t('addToAccount', { account: company }),
      about: nameOf(person),
      run: () => acts.addPerson(person, fieldsOf(person)),
    },
  ];
};

const moveStage: Entry = (here) =>
  decisionsHere(here).flatMap((decision) =>
    decision.stages
      .filter(({ id }) => decision.stage.next.includes(id))
      // A move with a question is asked in the decision itself.
      .filter((to) => !moveQuestion(decision, to))
      .map((to) => ({
        id: `move ${decision.opportunity.id} ${to.id}`,
        label: t('moveOnTo', { stage: stageLabel(to) }),
        about: decision.solution.name,
        run: () => here.acts.setStage(decision.opportunity, to.id),
      })),
  );

const openDecision: Entry = (here) => {
  const { openDecision: open, opened } = here;
  if (!open || opened) return [];
  return decisionsHere(here).map(({ opportunity, solution }) => ({
    id: `open ${opportunity.id}`,
    label: t('openDecision'),
    about: solution.name,
    run: () => open(opportunity.id),
  }));
};

const addDecision: Entry = ({ moment, opened, acts, solutions }) => {
  const match =
    moment.at === 'person' ? moment.person.account : moment.at === 'account' && moment.account;
  if (opened || !match || match.is !== 'known') return [];
  const views =
    moment.at === 'person'
      ? moment.person.places.map(({ decision }) => decision)
      : moment.at === 'account'
        ? moment.decisions
        : [];
  const inMotion = new Set(
    views.filter(({ stage }) => isOpen(stage)).map((view) => view.solution.id),
  );
  return solutions
    .filter(({ id, hidden }) => !hidden && !inMotion.has(id))
    .map(({ id, name }) => ({
      id: `decide ${id}`,
      label: t('addDecision'),
      about: `${name} · ${match.account.name}`,
      run: () => acts.addDecision(match.account.id, id),
    }));
};

const panel: Entry = ({
  acts,
  undoable,
  back,
  search,
  shortcuts,
  openOptions,
  retrySync,
  signIn,
}) => [
  ...(undoable ? [{ id: 'undo', label: t('undo'), about: undoable.label, run: acts.undo }] : []),
  ...(back ? [{ id: 'back', label: t('back'), run: back }] : []),
  { id: 'search', label: t('findPlaceholder'), run: search },
  ...(signIn ? [{ id: 'sign in', label: t('signIn'), run: signIn }] : []),
  { id: 'sync', label: t('commandSync'), run: retrySync },
  { id: 'options', label: t('openOptions'), run: openOptions },
  { id: 'shortcuts', label: t('shortcuts'), run: shortcuts },
];

const registry: readonly Entry[] = [
  attach,
  addToAccount,
  moveStage,
  openDecision,
  addDecision,
  panel,
];

export const commandsFor = (here: Here): Command[] => registry.flatMap((entry) => entry(here));
