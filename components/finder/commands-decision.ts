/** What can be done in the decisions that stand before the user: in the one opened, else in those of the page. */
import { t } from '#lib/browser/i18n.ts';
import { moveQuestion } from '#lib/panel/decision-stages.ts';
import type { DecisionView } from '#lib/panel/view.ts';
import { forms } from '../forms.ts';
import { stageLabel } from '../labels.ts';
import { does, type Entry, type Here, shows } from './command.ts';

export const decisionsHere = ({ moment, opened }: Here): DecisionView[] => {
  if (opened) return [opened.decision];
  if (moment.at === 'person') return moment.person.places.map(({ decision }) => decision);
  if (moment.at === 'account') return moment.decisions;
  return moment.at === 'thread' ? moment.decisions.map(({ decision }) => decision) : [];
};

const open: Entry = (here) => {
  const { openDecision, opened } = here;
  if (!openDecision || opened) return [];
  return decisionsHere(here).map(({ opportunity, solution }) =>
    shows({
      id: `open ${opportunity.id}`,
      label: t('openDecision'),
      about: solution.name,
      run: () => openDecision(opportunity.id),
    }),
  );
};

/** Opens a form of the decision, and the decision before it where it is not open. */
const formOf =
  (here: Here, { opportunity, solution }: DecisionView) =>
  (label: string, form: string) =>
    shows({
      ...{ id: form, label, about: solution.name },
      run: () => {
        if (!here.opened) here.openDecision?.(opportunity.id);
        here.openForm(form);
      },
    });

const move: Entry = (here) =>
  decisionsHere(here).flatMap((decision) => {
    const { opportunity, solution, stage, stages } = decision;
    const form = formOf(here, decision);
    return stages
      .filter(({ id }) => stage.next.includes(id))
      .map((to) => {
        const label = t('moveOnTo', { stage: stageLabel(to) });
        if (moveQuestion(decision, to)) return form(label, forms.move(opportunity.id, to.id));
        return does({
          id: forms.move(opportunity.id, to.id),
          label,
          about: solution.name,
          run: () => here.acts.setStage(opportunity, to.id),
        });
      });
  });

const write: Entry = (here) =>
  decisionsHere(here).flatMap((decision) => {
    const { id } = decision.opportunity;
    const form = formOf(here, decision);
    return [
      ...(['call', 'meeting', 'email'] as const).map((channel) =>
        form(t('commandLog', { what: t(`log_${channel}`) }), forms.log(id, channel)),
      ),
      form(t('addNote'), forms.newNote(id)),
      form(t('editTerms'), forms.terms(id)),
      form(t('editNextSteps'), forms.nextSteps(id)),
      form(t('newStep'), forms.newStep(id)),
    ];
  });

export const decisionCommands: readonly Entry[] = [open, write, move];
