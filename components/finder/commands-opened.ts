/** What can be done inside the decision that is open, where its steps, members, notes and touches are in sight. */
import { t } from '#lib/browser/i18n.ts';
import type { Call } from '#lib/model/mutation.ts';
import { moved, templateFor, templateStepId } from '#lib/model/play.ts';
import { accepted, edited } from '#lib/panel/decision-calls.ts';
import { effectOf } from '#lib/panel/effect.ts';
import type { DecisionDetail } from '#lib/panel/view.ts';
import { effectText } from '../decision/coverage-change.tsx';
import { forms } from '../forms.ts';
import { roleLabel } from '../labels.ts';
import { noteSaid } from '../notes/said.ts';
import { type Command, does, type Entry, type Here, shows } from './command.ts';

/** An entry for the opened decision alone. */
const inside =
  (commands: (detail: DecisionDetail, here: Here) => Command[]): Entry =>
  (here) =>
    here.opened ? commands(here.opened, here) : [];

/** The plan of both teams. */
const play = inside(({ decision }, { acts, openForm }) => {
  const { opportunity, solution, stages, play: steps } = decision;
  const template = templateFor(solution, opportunity.stageId, stages);
  const isLaid = template.some(({ id }) =>
    steps.some((step) => step.id === templateStepId(opportunity.id, id)),
  );
  const applied = does({
    id: 'apply play',
    label: t('applyPlay', { solution: solution.name, count: template.length }),
    run: () => acts.applyPlay(opportunity),
  });
  return [
    ...(template.length > 0 && !isLaid ? [applied] : []),
    ...steps.flatMap((step, place) => {
      const { id, title, state } = step;
      const of = (what: string, label: string, run: () => unknown) =>
        does({ id: `${what} ${id}`, label, about: title, run });
      const to = (by: number) => () =>
        acts.orderSteps(
          opportunity.id,
          moved(steps, id, place + by).map((one) => one.id),
        );
      return [
        shows({
          id: forms.step(id),
          label: t('editStepOf', { title }),
          run: () => openForm(forms.step(id)),
        }),
        state === 'open'
          ? of('done', t('commandStepDone'), () => acts.setStepState(step, 'done'))
          : of('reopen', t('reopenStep'), () => acts.setStepState(step, 'open')),
        ...(state === 'open'
          ? [of('drop', t('dropStep'), () => acts.setStepState(step, 'dropped'))]
          : []),
        ...(place > 0 ? [of('up', t('moveStepUp'), to(-1))] : []),
        ...(place < steps.length - 1 ? [of('down', t('moveStepDown'), to(1))] : []),
        of('remove', t('removeStep'), () => acts.removeStep(step)),
      ];
    }),
  ];
});

/** Its empty seats, and its members with the roles they likely have. */
const group = inside(({ decision, members }, { acts, openForm }) => {
  const { opportunity, seats } = decision;
  const form = (label: string, id: string) => shows({ id, label, run: () => openForm(id) });
  const effect = (call: Call) => effectText(effectOf(decision, [call]));
  return [
    ...seats
      .filter(({ missing }) => missing > 0)
      .map(({ seat }) =>
        form(t('planSeatOf', { role: roleLabel(seat.role) }), forms.seat(opportunity.id, seat.id)),
      ),
    ...members.flatMap(({ member, contact, suggested }) => {
      const name = contact?.name ?? t('unknownPerson');
      return [
        form(t('changeMember', { name }), forms.member(member.id)),
        ...suggested.flatMap(({ role }) => [
          does({
            id: `accept ${member.id} ${role}`,
            label: t('acceptRole', { role: roleLabel(role), name }),
            effect: effect(accepted(member, role)),
            run: () => acts.acceptRole(member, role),
          }),
          does({
            id: `decline ${member.id} ${role}`,
            label: t('declineRole', { role: roleLabel(role), name }),
            run: () => acts.declineRole(member, role),
          }),
        ]),
        ...(contact?.left && member.status !== 'inactive'
          ? [
              does({
                id: `inactive ${member.id}`,
                label: t('setInactiveOf', { name }),
                effect: effect(edited(member, { status: 'inactive' })),
                run: () => acts.setInactive([member]),
              }),
            ]
          : []),
      ];
    }),
  ];
});

const notes = inside(({ notes, users, decision }, { acts, openForm, user }) =>
  notes.slice(0, 20).flatMap((note) => {
    const said = noteSaid(note, users, decision.group.now);
    const form = forms.note(decision.opportunity.id, note.id);
    return [
      shows({ id: form, label: t('editNoteOf', said), run: () => openForm(form) }),
      ...(note.by === user?.id
        ? [
            does({
              id: `remove note ${note.id}`,
              label: t('removeNoteOf', said),
              run: () => acts.removeNote(note),
            }),
          ]
        : []),
    ];
  }),
);

export const openedCommands: readonly Entry[] = [play, group, notes];
