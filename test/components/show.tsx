/** The panel on a moment, with acts that can be asked what they were called with. */
import { render } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { vi } from 'vitest';
import { Panel, type PanelProps } from '#components/panel.tsx';
import type { Acts, Moment, PersonView } from '#lib/panel/view.ts';
import { solutions } from '#test/gallery/world.ts';

const act = () => vi.fn(async () => {});
export const spies = () =>
  ({
    attach: act(),
    attachMany: act(),
    tagPeople: act(),
    detach: act(),
    addPerson: act(),
    addAccount: act(),
    addDecision: act(),
    setStage: act(),
    setTerms: act(),
    editMember: act(),
    acceptRole: act(),
    declineRole: act(),
    planSeat: act(),
    logTouch: act(),
    routeTouch: act(),
    sayInterest: act(),
    addStep: act(),
    editStep: act(),
    setStepState: act(),
    removeStep: act(),
    orderSteps: act(),
    applyPlay: act(),
    addNote: act(),
    editNote: act(),
    removeNote: act(),
    editNextSteps: act(),
    tagMany: act(),
    tagAccount: act(),
    changeContact: act(),
    changeAccount: act(),
    setLeft: act(),
    merge: act(),
    takeApart: act(),
    setInactive: act(),
    moveOn: act(),
    keepMine: act(),
    rewrite: act(),
    discard: act(),
    undoEdit: act(),
    undo: act(),
  }) satisfies Acts;

export function show(moment: Moment, props: Partial<PanelProps> = {}) {
  const acts = spies();
  const calls = {
    onEnableSite: vi.fn(),
    onReadPage: vi.fn(),
    onSignIn: vi.fn(),
    onOpenOptions: vi.fn(),
    onRetrySync: vi.fn(),
    onDismissUnresolved: vi.fn(),
    onDismissProblem: vi.fn(),
    onChooseAccount: vi.fn(),
  };
  const panel = (now: Moment, more: Partial<PanelProps> = {}) => (
    <Panel
      moment={now}
      sync={{ is: 'synced', at: null }}
      user={{ id: 'ana', name: 'Ana Lima', team: 'sales' }}
      server="https://quorum.example"
      solutions={solutions}
      acts={acts}
      unresolved={[]}
      {...calls}
      {...props}
      {...more}
    />
  );
  const view = render(panel(moment));
  return {
    acts,
    ...calls,
    user: userEvent.setup(),
    container: view.container,
    become: (next: Moment, more?: Partial<PanelProps>) => view.rerender(panel(next, more)),
  };
}

export const person = (it: PersonView, unread: string[] = []): Moment => ({
  at: 'person',
  url: 'https://www.linkedin.com/in/somebody',
  unread,
  person: it,
});
