/** The panel before any moment, with acts that do nothing: what a state or a test does not say is as usual. */
import { Panel, type PanelProps } from '#components/panel.tsx';
import type { Moment } from '#lib/panel/view.ts';
import { idle, solutions } from './world.ts';

const nothing = () => {};

export const panelOf = (moment: Moment, more: Partial<PanelProps> = {}) => (
  <Panel
    moment={moment}
    sync={{ is: 'synced', at: Date.now() - 120_000 }}
    user={{ id: 'ana', name: 'Ana Lima', team: 'sales' }}
    server="https://quorum.acme.example"
    solutions={solutions}
    acts={idle}
    unresolved={[]}
    onEnableSite={nothing}
    onReadPage={nothing}
    onSignIn={nothing}
    onOpenOptions={nothing}
    onRetrySync={nothing}
    onDismissUnresolved={nothing}
    {...more}
  />
);
