/**
 * The acts of the panel as commands for the keyboard. Each entry of the registry says which commands there are for
 * what stands before the user; adding an act is an entry. What needs more than its name opens its form.
 */
import type { Command, Entry, Here } from './command.ts';
import { accountCommands } from './commands-account.ts';
import { decisionCommands } from './commands-decision.ts';
import { panelCommands } from './commands-panel.ts';
import { personCommands } from './commands-person.ts';

const registry: readonly Entry[] = [
  ...personCommands,
  ...decisionCommands,
  ...accountCommands,
  ...panelCommands,
];

export const commandsFor = (here: Here): Command[] => registry.flatMap((entry) => entry(here));
