/**
 * The acts of the panel as commands for the keyboard. Each entry of the registry says which commands there are for
 * what stands before the user; adding an act is an entry. What needs more than its name opens its form.
 */
import type { Command, Entry, Here } from './command.ts';
import { accountCommands } from './commands-account.ts';
import { decisionCommands } from './commands-decision.ts';
import { editCommands } from './commands-edits.ts';
import { journeyCommands } from './commands-journey.ts';
import { openedCommands } from './commands-opened.ts';
import { panelCommands } from './commands-panel.ts';
import { peopleCommands } from './commands-people.ts';
import { personCommands } from './commands-person.ts';

const registry: readonly Entry[] = [
  ...personCommands,
  ...decisionCommands,
  ...openedCommands,
  ...accountCommands,
  ...peopleCommands,
  ...journeyCommands,
  ...editCommands,
  ...panelCommands,
];

/** Those that only show something first: what Enter does by itself changes nothing. */
export const commandsFor = (here: Here): Command[] =>
  registry.flatMap((entry) => entry(here)).sort((a, b) => Number(a.changes) - Number(b.changes));
