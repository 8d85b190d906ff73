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

/** What commands are about, and what each topic is called. The likeliest stand first, as do the likeliest of each. */
const registry = {
  edits: editCommands,
  person: personCommands,
  people: peopleCommands,
  decision: [...decisionCommands, ...openedCommands],
  account: accountCommands,
  journey: journeyCommands,
  panel: panelCommands,
} as const satisfies Record<string, readonly Entry[]>;
export type Topic = keyof typeof registry;
const topics = Object.keys(registry) as Topic[];

export interface Listed extends Command {
  topic: Topic;
}

/** An act that was used, by what it does and what it was called. */
export interface Used {
  kind: string;
  label: string;
}

/** All that can be done here, in the order of the registry. */
export const commandsFor = (here: Here): Listed[] =>
  topics.flatMap((topic) =>
    registry[topic].flatMap((entry) => entry(here).map((command) => ({ ...command, topic }))),
  );
